package org.stayseal.spec.claim169;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** What an identity credential proves and what it may hold, at the last value that is taken and the first that is not. */
class IdentityBoundsTest {

    private static final IdentityCredential.Token TOKEN = new IdentityCredential.Token(
            Optional.of("https://id.utopia.example"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-22T00:00:00Z")),
            Optional.empty());

    private final SoftwareSigner signer = TestKeys.signer("secp256r1", 7);

    @Test
    void itIsSignedByTheKeyThatSignedItAndByNoOther() throws Exception {
        IdentityCredential read = IdentityDecoder.decode(IdentityEncoder.encode(TOKEN, named("Olena Muster"), signer));
        assertThat(read.isSigned()).isTrue();
        assertThat(read.algorithm()).contains(SignatureAlgorithm.ES256);
        assertThat(read.keyId())
                .hasValueSatisfying(kid -> assertThat(kid).isEqualTo(Credential.keyIdOf(signer.certificate())));
        assertThat(read.token()).isEqualTo(TOKEN);
        assertThat(read.verifies(signer.certificate().getPublicKey())).isTrue();
        assertThat(read.verifies(TestKeys.signer("secp256r1", 8).certificate().getPublicKey()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, -7, -35, 5})
    void withoutASignatureNoKeyVerifiesWhateverAlgorithmIsNamed(int algorithm) throws Exception {
        IdentityCredential read = decode(claims(), CBORObject.FromObject(algorithm), new byte[0]);
        assertThat(read.isSigned()).isFalse();
        assertThat(read.verifies(signer.certificate().getPublicKey())).isFalse();
        assertThat(read.verifies(TestKeys.generate("Ed25519").getPublic())).isFalse();
    }

    @Test
    void anAlgorithmThatIsNotKnownOrNoNumberIsNone() throws Exception {
        assertThat(decode(claims(), CBORObject.FromObject(-35), new byte[64]).algorithm())
                .isEmpty();
        assertThat(decode(claims(), CBORObject.FromObject("ES256"), new byte[64])
                        .algorithm())
                .isEmpty();
        assertThat(decode(claims(), CBORObject.FromObject(-9), new byte[64]).algorithm())
                .contains(SignatureAlgorithm.ES256);
        assertThat(decode(claims(), CBORObject.FromObject(-19), new byte[64]).algorithm())
                .contains(SignatureAlgorithm.ED25519);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "253402300799, true", "253402300800, false"})
    void aTimeIsASecondOfTheYears1970To9999(long second, boolean good) throws FormatException {
        for (int claim : List.of(4, 5, 6)) {
            CBORObject claims = claims().Add(claim, second);
            if (good) {
                IdentityCredential.Token token = decode(claims).token();
                assertThat(List.of(token.expires(), token.notBefore(), token.issuedAt())
                                .get(claim - 4))
                        .contains(Instant.ofEpochSecond(second));
            } else {
                refused(claims, FormatException.Kind.WRONG_FORMAT, "C169-7");
            }
        }
    }

    @Test
    void aClaimOfAnotherTypeIsRefused() {
        refused(claims().Add(1, 7), FormatException.Kind.WRONG_FORMAT, "C169-7");
        refused(claims().Add(4, "soon"), FormatException.Kind.WRONG_FORMAT, "C169-7");
        refused(claims().Add(4, 1.5), FormatException.Kind.WRONG_FORMAT, "C169-4");
        refused(CBORObject.NewArray(), FormatException.Kind.WRONG_FORMAT, "C169-7");
        refused(CBORObject.NewMap().Add(169, "map"), FormatException.Kind.NOT_A_PERMIT, "C169-7");
    }

    @Test
    void aTextLongerThanAnyCodeIsNotLookedInto() {
        assertThatThrownBy(() -> IdentityDecoder.decode("A".repeat(4296))).hasMessageContaining("Base45");
        assertThatThrownBy(() -> IdentityDecoder.decode("A".repeat(4297))).hasMessageContaining("4297 characters");
    }

    @Test
    void aCredentialAndAnEncryptedOneLookLikeAnIdentity() {
        assertThat(IdentityDecoder.looksLikeIdentity(IdentityEncoder.encode(TOKEN, named("Olena"), signer)))
                .isTrue();
        byte[] encrypted = {(byte) 0xD0, (byte) 0x83, 0x40, (byte) 0xA0, 0x40};
        assertThat(IdentityDecoder.looksLikeIdentity(Base45.encode(BoundedInflate.deflate(encrypted))))
                .isTrue();
    }

    @Test
    void anIdentityTakesNoValueThatItsFieldDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.of(Map.of(IdentityField.GENDER, "female")))
                .withMessageContaining("C169-8");
        assertThatIllegalArgumentException().isThrownBy(() -> coded(IdentityField.FULL_NAME, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> coded(IdentityField.GENDER, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> coded(IdentityField.GENDER, 4));
        assertThat(coded(IdentityField.GENDER, 1).code(IdentityField.GENDER)).contains(1);
        assertThat(coded(IdentityField.GENDER, 3).code(IdentityField.GENDER)).contains(3);
        assertThatIllegalArgumentException().isThrownBy(() -> fingers(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> fingers(11));
        List<Integer> all = IntStream.rangeClosed(0, 10).boxed().toList();
        assertThat(new Identity(Map.of(), Map.of(), Optional.empty(), all, Map.of(), Map.of()).fingers())
                .isEqualTo(all);
        Biometric sample = Biometric.image(new byte[] {1}, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> sampled(IdentityField.ID, List.of(sample)));
        assertThatIllegalArgumentException().isThrownBy(() -> sampled(IdentityField.FACE, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identity(
                        Map.of(), Map.of(), Optional.empty(), List.of(), Map.of(), Map.of(62L, new byte[] {1})));
    }

    @Test
    void aFaceIsAddedToWhatIsThere() {
        Biometric thumb = Biometric.image(new byte[] {1}, 1);
        Biometric face = Biometric.image(new byte[] {2}, 1);
        assertThat(sampled(IdentityField.RIGHT_THUMB, List.of(thumb))
                        .withFace(face)
                        .biometrics())
                .containsEntry(IdentityField.RIGHT_THUMB, List.of(thumb))
                .containsEntry(IdentityField.FACE, List.of(face));
    }

    @Test
    void samplesAreEqualIfTheirBytesAndTheirKindAre() {
        Biometric sample = new Biometric(new byte[] {1, 2}, Optional.of(1), Optional.of(2), Optional.of("V"));
        assertThat(sample)
                .isEqualTo(new Biometric(new byte[] {1, 2}, Optional.of(1), Optional.of(2), Optional.of("V")))
                .hasSameHashCodeAs(new Biometric(new byte[] {1, 2}, Optional.of(1), Optional.of(2), Optional.of("V")))
                .isNotEqualTo(new Biometric(new byte[] {1, 3}, Optional.of(1), Optional.of(2), Optional.of("V")))
                .isNotEqualTo(new Biometric(new byte[] {1, 2}, Optional.of(0), Optional.of(2), Optional.of("V")))
                .isNotEqualTo(new Biometric(new byte[] {1, 2}, Optional.of(1), Optional.empty(), Optional.of("V")))
                .isNotEqualTo(new Biometric(new byte[] {1, 2}, Optional.of(1), Optional.of(2), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Biometric(new byte[0], Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Biometric(new byte[1], Optional.of(-1), Optional.empty(), Optional.empty()));
    }

    @Test
    void nothingOfAPersonIsShownInALog() throws Exception {
        byte[] face = {(byte) 0xFF, (byte) 0xD8, 3, 4, 5, 6, 7, 8, 9, 10};
        Identity identity = named("Olena Muster").withFace(Biometric.image(face, 1));
        assertThat(identity).hasToString("identity of 2 fields");
        assertThat(IdentityDecoder.decode(IdentityEncoder.encode(TOKEN, identity, signer)))
                .hasToString("identity credential, identity of 2 fields");
        assertThat(Biometric.image(face, 1)).hasToString("10 bytes, format 0, sub-format 1");
        assertThat(new Biometric(face, Optional.empty(), Optional.empty(), Optional.of("V")))
                .hasToString("10 bytes, format unsaid, sub-format unsaid, by V");
        assertThat(Biometric.image(face, 1).beginning()).isEqualToIgnoringCase("ffd8030405060708");
    }

    private static Identity named(String name) {
        return Identity.of(Map.of(IdentityField.FULL_NAME, name));
    }

    private static Identity coded(IdentityField field, int code) {
        return new Identity(Map.of(), Map.of(field, code), Optional.empty(), List.of(), Map.of(), Map.of());
    }

    private static Identity fingers(int finger) {
        return new Identity(Map.of(), Map.of(), Optional.empty(), List.of(finger), Map.of(), Map.of());
    }

    private static Identity sampled(IdentityField field, List<Biometric> samples) {
        return new Identity(Map.of(), Map.of(), Optional.empty(), List.of(), Map.of(field, samples), Map.of());
    }

    private static CBORObject claims() {
        return CBORObject.NewMap().Add(169, CBORObject.NewMap().Add(4, "Olena Muster"));
    }

    private static void refused(CBORObject claims, FormatException.Kind kind, String rule) {
        assertThatThrownBy(() -> decode(claims)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.rule()).isEqualTo(rule);
        });
    }

    private static IdentityCredential decode(CBORObject claims) throws FormatException {
        return decode(claims, CBORObject.FromObject(-7), new byte[0]);
    }

    private static IdentityCredential decode(CBORObject claims, CBORObject algorithm, byte[] signature)
            throws FormatException {
        byte[] header = CBORObject.NewMap().Add(1, algorithm).EncodeToBytes();
        byte[] message = CBORObject.NewArray()
                .Add(header)
                .Add(CBORObject.NewMap())
                .Add(claims.EncodeToBytes())
                .Add(signature)
                .EncodeToBytes();
        return IdentityDecoder.decode(Base45.encode(BoundedInflate.deflate(message)));
    }
}
