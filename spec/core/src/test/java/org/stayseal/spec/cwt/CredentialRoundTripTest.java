package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

class CredentialRoundTripTest {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatIsWrittenForAPurposeIsReadBackTheSame(Purpose purpose) throws FormatException {
        Claims claims = TestCredentials.claims(SamplePermits.full(), purpose);
        Credential made = TestCredentials.signed(SamplePermits.full(), purpose);
        Credential read = CredentialDecoder.decode(made.text());
        assertThat(read.claims()).isEqualTo(claims);
        assertThat(read.bytes()).isEqualTo(made.bytes());
        assertThat(read.verifies(TestCredentials.signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(read.mayBeSignedBy(TestCredentials.signer().certificate())).isTrue();
        assertThat(made.text()).startsWith("RP1:").matches("[0-9A-Z $%*+\\-./:]+");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aPermitWithAsLittleAsCanBeHasACredentialForEachPurpose(Purpose purpose) throws FormatException {
        Credential read = CredentialDecoder.decode(
                TestCredentials.signed(SamplePermits.least(), purpose).text());
        assertThat(read.purpose()).isEqualTo(purpose);
        assertThat(read.claims().permit().rightUntil()).isEmpty();
        assertThat(read.lastDay(ZoneOffset.UTC)).isEqualTo(LocalDate.of(2036, 11, 22));
    }

    @Test
    void aDeviceKeyIsReadBackTheSame() throws FormatException {
        byte[] x = new byte[32];
        Arrays.fill(x, (byte) 7);
        DeviceKey key = new DeviceKey(x, new byte[32]);
        Claims without = TestCredentials.claims(SamplePermits.least(), Purpose.STAY);
        Claims with = new Claims(
                without.issuer(),
                without.expires(),
                without.notBefore(),
                without.issuedAt(),
                without.id(),
                Optional.of(key),
                without.status(),
                without.person(),
                without.permit());
        assertThat(ClaimsReader.read(ClaimsWriter.write(with)).deviceKey()).contains(key);
    }

    @Test
    void aP384SignerWritesEs384() throws FormatException {
        SoftwareSigner signer = TestKeys.signer("secp384r1", 2);
        Claims claims = TestCredentials.claims(SamplePermits.full(), Purpose.WORK);
        Credential made = UnsignedCredential.of(claims, signer.certificate()).sign(signer);
        assertThat(made.signature()).hasSize(96);
        assertThat(CredentialDecoder.decode(made.bytes())
                        .verifies(signer.certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void aBrainpoolSignerIsRefusedBeforeItSigns() {
        SoftwareSigner signer = TestKeys.signer("brainpoolP256r1", 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnsignedCredential.of(
                        TestCredentials.claims(SamplePermits.full(), Purpose.WORK), signer.certificate()));
    }

    @Test
    void aSignatureOverSomethingElseNeverMakesACredential() {
        UnsignedCredential unsigned = UnsignedCredential.of(
                TestCredentials.claims(SamplePermits.full(), Purpose.WORK),
                TestCredentials.signer().certificate());
        byte[] other = TestCredentials.signer().sign(new byte[] {1});
        assertThatIllegalStateException().isThrownBy(() -> unsigned.withSignature(other));
        assertThatIllegalArgumentException().isThrownBy(() -> unsigned.sign(TestKeys.signer("secp256r1", 1)));
    }

    @Test
    void aRecordedPayloadTakenUpAgainSignsTheSameBytes() {
        UnsignedCredential made = UnsignedCredential.of(
                TestCredentials.claims(SamplePermits.full(), Purpose.BANK),
                TestCredentials.signer().certificate());
        UnsignedCredential again =
                UnsignedCredential.of(made.payload(), TestCredentials.signer().certificate());
        assertThat(again.toBeSigned()).isEqualTo(made.toBeSigned());
        assertThat(again.claims()).isEqualTo(made.claims());
    }

    @Test
    void daysBeginAndEndInTheIssuingCountrysZone() {
        ZoneId east = ZoneId.of("Europe/Berlin");
        CredentialEncoder encoder = new CredentialEncoder(Disclosure.Choices.usual(), east);
        Claims claims = encoder.claims(
                SamplePermits.full(),
                Purpose.STAY,
                Instant.parse("2026-11-22T23:59:59Z"),
                new CredentialId(new byte[16]),
                new StatusReference("https://status.example/0", 0),
                Optional.empty());
        assertThat(Instant.ofEpochSecond(claims.notBefore())).isEqualTo("2026-11-21T23:00:00Z");
        assertThat(Instant.ofEpochSecond(claims.expires())).isEqualTo("2030-11-21T23:00:00Z");
        assertThat(Instant.ofEpochSecond(claims.issuedAt())).isEqualTo("2026-11-22T00:00:00Z");
        Credential credential = UnsignedCredential.of(
                        claims, TestCredentials.signer().certificate())
                .sign(TestCredentials.signer());
        assertThat(credential.firstDay(east)).isEqualTo("2026-11-22");
        assertThat(credential.lastDay(east)).isEqualTo("2030-11-21");
    }

    @Test
    void theUsualChoicesShowThePhotoToBorderAndEmployerAndThePersonalNumberToNoBank() {
        CredentialEncoder encoder = new CredentialEncoder(Disclosure.Choices.usual(), ZoneOffset.UTC);
        for (Purpose purpose : Purpose.values()) {
            Claims claims = encoder.claims(
                    SamplePermits.full(),
                    purpose,
                    TestCredentials.NOW,
                    new CredentialId(new byte[16]),
                    new StatusReference("https://status.example/0", 0),
                    Optional.empty());
            assertThat(claims.person().photo().isPresent())
                    .isEqualTo(purpose == Purpose.FULL || purpose == Purpose.WORK);
            assertThat(claims.person().personalNumber().isPresent()).isEqualTo(purpose == Purpose.FULL);
        }
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void theViewShowsExactlyTheFieldsOfItsPurpose(Purpose purpose) {
        var view = TestCredentials.signed(SamplePermits.full(), purpose).toPermitView(ZoneOffset.UTC);
        var shown = Arrays.stream(Field.values())
                .filter(field -> view.containsKey(field.key()))
                .toList();
        var expected = Disclosure.fields(purpose).stream()
                .filter(field -> field != Field.SELF_EMPLOYMENT_CONDITIONS) // the sample has none
                .toList();
        assertThat(shown).isEqualTo(expected);
        assertThat(view).containsEntry("purpose", purpose.key()).containsEntry("documentUntil", "2030-11-21");
    }

    @Test
    void theCodesOfTwoPurposesShareNoIdentifier() {
        Credential full = TestCredentials.signed(SamplePermits.full(), Purpose.FULL);
        Credential stay = TestCredentials.signed(SamplePermits.full(), Purpose.STAY);
        assertThat(full.id()).isNotEqualTo(stay.id());
        assertThat(full.status()).isNotEqualTo(stay.status());
        assertThat(stay.claims().permit().number()).isEmpty();
    }
}
