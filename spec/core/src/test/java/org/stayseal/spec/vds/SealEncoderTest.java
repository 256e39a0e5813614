package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

class SealEncoderTest {

    @Test
    void aPermitsSealTakes142BytesAndReadsBack() throws FormatException {
        Seal seal = SealSamples.seal();
        assertThat(seal.received()).hasSize(142);
        assertThat(Hex.encode(seal.received())).startsWith("dc03d9c5d9cac8a7");
        SealContent content =
                Profiles.standard().read(SealDecoder.decode(seal.received())).orElseThrow();
        assertThat(content.profile().id()).isEqualTo("uto-residence-permit");
        assertThat(content.value("passportNumber")).contains("UP9081726");
        assertThat(content.mrz()).contains(SealSamples.MRZ);
        assertThat(content.lastDay()).contains(LocalDate.of(2031, 2, 28));
        assertThat(content.unknown()).isEmpty();
        assertThat(seal.names(SealSamples.SIGNER.certificate())).isTrue();
        assertThat(seal.verifies(SealSamples.SIGNER.certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void theSameRequestAndADeterministicSignerGiveTheSameBytes() {
        assertThat(SealSamples.seal()).isEqualTo(SealSamples.seal());
    }

    @Test
    void theBytesToBeRecordedAreTheOnesThatAreSigned() {
        SealDraft draft = SealEncoder.prepare(SealSamples.request(), SealSamples.SIGNER.certificate());
        assertThat(draft.sign(SealSamples.SIGNER).signedBytes()).isEqualTo(draft.toBeSigned());
    }

    @Test
    void aSignatureOverOtherBytesOrByAnotherKeyIsNotLetOut() {
        SealDraft draft = SealEncoder.prepare(SealSamples.request(), SealSamples.SIGNER.certificate());
        SoftwareSigner other = TestKeys.signer("secp256r1", 0x2C);
        assertThatIllegalArgumentException().isThrownBy(() -> draft.complete(SealSamples.SIGNER.sign(new byte[1])));
        assertThatIllegalArgumentException().isThrownBy(() -> draft.complete(other.sign(draft.toBeSigned())));
        assertThatIllegalArgumentException().isThrownBy(() -> draft.sign(other));
        assertThatIllegalArgumentException().isThrownBy(() -> draft.complete(new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"})
    void everyCurveForSealsSignsOne(String curve) {
        SoftwareSigner signer = TestKeys.signer(curve, 0xABCDEF0123L);
        Seal seal =
                SealEncoder.prepare(SealSamples.request(), signer.certificate()).sign(signer);
        assertThat(seal.header().reference()).isEqualTo("ABCDEF0123");
        assertThat(seal.verifies(signer.certificate().getPublicKey())).isTrue();
    }

    @Test
    void aCurveWithoutAHashInDoc9303IsRefused() {
        SoftwareSigner signer = TestKeys.signer("secp521r1", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealEncoder.prepare(SealSamples.request(), signer.certificate()))
                .withMessageContaining("VDS-15");
    }

    @Test
    void aMissingAndAnUnlistedValueAreRefusedByName() {
        refused(without("passportNumber"), "passportNumber");
        refused(without("mrz"), "mrz");
        refused(with("azrNumber", "160113000085"), "azrNumber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "UP90817261", "up9081726", "UP-908172", "ÜP9081726", " UP908172", "UP908172 ", "<<<<<<<<<"})
    void aPassportNumberOutsideItsRuleIsRefused(String number) {
        refused(with("passportNumber", number), "passportNumber");
    }

    @Test
    void aShortPassportNumberIsFilledAndReadsBackShort() throws FormatException {
        Seal seal = SealEncoder.prepare(with("passportNumber", "U7"), SealSamples.SIGNER.certificate())
                .sign(SealSamples.SIGNER);
        assertThat(seal.received()).hasSize(142);
        assertThat(Profiles.standard().read(seal).orElseThrow().value("passportNumber"))
                .contains("U7");
    }

    @Test
    void anMrzWithAWrongCheckDigitOrSizeIsRefused() {
        String good = String.join("\n", SealSamples.MRZ.lines());
        refused(with("mrz", good.replace("RP1234567", "RP1234568")), "mrz");
        refused(with("mrz", good.substring(1)), "mrz");
        refused(with("mrz", good.toLowerCase(java.util.Locale.ROOT)), "mrz");
    }

    @Test
    void aProfileOfAnotherCountryIsRefused() {
        SealRequest good = SealSamples.request();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealRequest(good.profile(), "D", good.issued(), good.signed(), good.values()));
    }

    @Test
    void theIssueDateOfAPermitWhoseRightBeginsLaterIsTheFirstDayOfTheRight() {
        SealRequest good = SealSamples.request();
        SealRequest later =
                new SealRequest(good.profile(), "UTO", good.signed().plusDays(40), good.signed(), good.values());
        assertThat(later.issued()).isAfter(later.signed());
        var permit = org.stayseal.spec.permit.SamplePermits.least();
        assertThat(SealRequest.firstDay(permit)).isEqualTo(permit.issueDate()).isAfter(permit.rightFrom());
    }

    @Test
    void aSignerOfAnotherCountryIsRefused() {
        Profile german = Profiles.standard().byId("de-residence-permit").orElseThrow();
        SealRequest request = new SealRequest(
                german,
                "D",
                SealSamples.ISSUED,
                SealSamples.SIGNED,
                SealSamples.request().values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealEncoder.prepare(request, SealSamples.SIGNER.certificate()))
                .withMessageContaining("VDS-16");
    }

    @Test
    void aVisaIsWrittenUnderTheTagOfItsSize() throws FormatException {
        Profile visa = Profiles.standard().byId("icao-visa").orElseThrow();
        for (MrzFormat format : new MrzFormat[] {MrzFormat.MRV_A, MrzFormat.MRV_B}) {
            Mrz mrz = Mrz.of(
                    format,
                    new org.stayseal.spec.permit.MrzContent(
                            "V",
                            "UTO",
                            "L8988901C",
                            org.stayseal.spec.permit.Nationality.STATELESS,
                            new org.stayseal.spec.permit.BirthDate(1974, 8, 12),
                            org.stayseal.spec.permit.Sex.F,
                            LocalDate.of(2027, 4, 15),
                            "Eriksson",
                            java.util.Optional.of("Anna")));
            Map<String, String> values = Map.of(
                    "mrz",
                    String.join("\n", mrz.lines()),
                    "durationOfStay",
                    "P90D",
                    "passportNumber",
                    "X1",
                    "entries",
                    "2");
            Seal seal = SealEncoder.prepare(
                            new SealRequest(visa, "UTO", SealSamples.ISSUED, SealSamples.SIGNED, values),
                            SealSamples.SIGNER.certificate())
                    .sign(SealSamples.SIGNER);
            assertThat(seal.features().get(0).tag()).isEqualTo(format == MrzFormat.MRV_A ? 1 : 2);
            assertThat(seal.features().get(0).value()).hasSize(format == MrzFormat.MRV_A ? 48 : 44);
            assertThat(Profiles.standard().read(seal).orElseThrow().values()).isEqualTo(values);
        }
    }

    private static void refused(SealRequest request, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealEncoder.prepare(request, SealSamples.SIGNER.certificate()))
                .withMessageContaining(name);
    }

    private static SealRequest with(String name, String value) {
        Map<String, String> values = new HashMap<>(SealSamples.request().values());
        values.put(name, value);
        return withValues(values);
    }

    private static SealRequest without(String name) {
        Map<String, String> values = new HashMap<>(SealSamples.request().values());
        values.remove(name);
        return withValues(values);
    }

    private static SealRequest withValues(Map<String, String> values) {
        return new SealRequest(SealSamples.profile(), "UTO", SealSamples.ISSUED, SealSamples.SIGNED, values);
    }
}
