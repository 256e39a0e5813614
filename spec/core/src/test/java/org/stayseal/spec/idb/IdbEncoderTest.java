package org.stayseal.spec.idb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.signing.SoftwareSigner;

/** IDB-28 and what an encoder must not write. */
class IdbEncoderTest {

    static Stream<Map<String, String>> documents() {
        return Stream.of(
                IdbSamples.permanent(),
                IdbSamples.provisional(),
                IdbSamples.visa(),
                Map.of(
                        "visa.mrz",
                        IdbSamples.MRV_A,
                        "visa.durationOfStay",
                        "until-end-date",
                        "visa.passportNumber",
                        "X1"),
                Map.of("emergencyTravelDocument.mrz", IdbSamples.TD2),
                Map.of("proofOfTesting", "ab", "cardAccessNumber", "123456", "mrzTd3", IdbSamples.TD3),
                Map.of("travelAuthorization", "00".repeat(32)),
                with(IdbSamples.provisional(), "nationalDocumentType", "0B"),
                with(IdbSamples.provisional(), "nationalDocumentType", "0C"),
                with(with(IdbSamples.provisional(), "nationalDocumentType", "0D"), "faceImage", IdbSamples.face()),
                with(with(IdbSamples.provisional(), "nationalDocumentType", "11"), "faceImage", IdbSamples.face()),
                with(with(IdbSamples.permanent(), "nationalDocumentType", "12"), "mrzTd1", IdbSamples.TD1),
                with(IdbSamples.permanent(), "expiryDate", "2027-xx-xx"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsWrittenIsReadAgain(Map<String, String> values) throws Exception {
        for (boolean compressed : new boolean[] {false, true}) {
            for (boolean certificate : new boolean[] {false, true}) {
                IdbRequest request = new IdbRequest("UTO", values, compressed, certificate);
                SoftwareSigner signer = IdbSamples.signer("secp256r1");
                IdbDraft draft = IdbEncoder.prepare(request, IdbSamples.SIGNED, signer.certificate());
                Idb idb = draft.sign(signer);
                assertThat(idb.text()).startsWith(compressed ? "RDB1D" : "RDB1B");
                assertThat(idb.signedBytes()).isEqualTo(draft.toBeSigned());
                assertThat(idb.certificate().isPresent()).isEqualTo(certificate);
                Idb again = IdbDecoder.decode(idb.text().getBytes(StandardCharsets.ISO_8859_1));
                assertThat(IdbTable.standard().read(again).values()).isEqualTo(values);
                assertThat(again.identity()).isEqualTo(idb.identity());
            }
        }
        assertThat(IdbEncoder.unsigned(new IdbRequest("UTO", values, false, false))
                        .text())
                .startsWith("RDB1A");
        assertThat(IdbEncoder.unsigned(new IdbRequest("UTO", values, true, false))
                        .text())
                .startsWith("RDB1C");
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, 01, 64",
        "brainpoolP256r1, 01, 64",
        "secp384r1, 02, 96",
        "brainpoolP384r1, 02, 96",
        "brainpoolP512r1, 03, 128"
    })
    void theAlgorithmFollowsFromTheCurve(String curve, String algorithm, int length) {
        SoftwareSigner signer = IdbSamples.signer(curve);
        Idb idb = IdbEncoder.prepare(
                        IdbRequest.of("UTO", IdbSamples.permanent()), IdbSamples.SIGNED, signer.certificate())
                .sign(signer);
        assertThat(idb.content()[2]).isEqualTo(Byte.parseByte(algorithm, 16));
        assertThat(idb.signature()).hasSize(length);
        assertThat(idb.verifies(signer.certificate().getPublicKey())).isTrue();
        assertThat(idb.verifies(IdbSamples.certificate().getPublicKey())).isEqualTo(curve.equals("secp256r1"));
    }

    @Test
    void theExampleOfTheDocumentIsWrittenAsItStandsThere() {
        Idb idb = IdbEncoder.unsigned(IdbRequest.of("UTO", IdbSamples.permanent()));
        assertThat(idb.text()).isEqualTo("RDB1A3HCWCE4CA3M4QGNFDJDYKBV2DYTKCOO4QYARA");
        byte[] signed = IdbSamples.signed(IdbSamples.permanent()).content();
        assertThat(signed).startsWith(0xD9, 0xC5, 0x01);
        assertThat(java.util.Arrays.copyOfRange(signed, 8, 12))
                .isEqualTo(new byte[] {0, (byte) 0xAA, (byte) 0xED, (byte) 0xEA});
    }

    @Test
    void anEncoderRefusesWhatTheTableForbids() {
        refused(without(IdbSamples.permanent(), "documentNumber"), "IDB-23");
        refused(without(IdbSamples.provisional(), "mrzTd2"), "IDB-23");
        refused(with(IdbSamples.permanent(), "nationalDocumentType", "13"), "IDB-23");
        refused(Map.of("mrzTd2", IdbSamples.TD2), "IDB-23");
        refused(with(IdbSamples.permanent(), "documentNumber", "PR12345678"), "6 to 6");
        refused(with(IdbSamples.permanent(), "documentNumber", "pr1"), "upper-case");
        refused(with(IdbSamples.permanent(), "passportNumber", "X1"), "no place");
        refused(with(IdbSamples.permanent(), "faceImage", "ffd8"), "900 to 1000");
        refused(with(IdbSamples.permanent(), "faceImage", "ffd8" + "00".repeat(900)), "IDB-19");
        refused(with(IdbSamples.permanent(), "expiryDate", "xxxx-xx-xx"), "IDB-25");
        refused(with(IdbSamples.permanent(), "expiryDate", "2027-13-01"), "fits a day");
        refused(with(IdbSamples.provisional(), "mrzTd2", IdbSamples.TD2.replace("7F28", "6F28")), "check digits");
        refused(without(IdbSamples.visa(), "visa.durationOfStay"), "IDB-20");
    }

    @Test
    void anEncoderRefusesAKeyOf224Bits() {
        var keys = org.stayseal.spec.signing.TestKeys.generate("secp224r1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdbEncoder.prepare(
                        IdbRequest.of("UTO", IdbSamples.permanent()),
                        IdbSamples.SIGNED,
                        org.stayseal.spec.signing.TestKeys.certificate(keys, 1)))
                .withMessageContaining("IDB-15");
    }

    @Test
    void aSignatureOverOtherBytesIsNotLetOut() {
        SoftwareSigner signer = IdbSamples.signer("secp256r1");
        IdbDraft draft = IdbEncoder.prepare(
                IdbRequest.of("UTO", IdbSamples.permanent()), IdbSamples.SIGNED, signer.certificate());
        assertThatIllegalArgumentException().isThrownBy(() -> draft.complete(signer.sign(new byte[] {1})));
        assertThatIllegalArgumentException().isThrownBy(() -> draft.complete(new byte[64]));
        assertThatIllegalArgumentException().isThrownBy(() -> draft.sign(IdbSamples.signer("secp384r1")));
    }

    @Test
    void theSignatureDateIsADayOfItsCenturies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdbEncoder.prepare(
                        IdbRequest.of("UTO", IdbSamples.permanent()),
                        LocalDate.of(3000, 1, 1),
                        IdbSamples.certificate()));
    }

    private static void refused(Map<String, String> values, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdbSamples.signed(values))
                .withMessageContaining(words);
    }

    static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    static Map<String, String> without(Map<String, String> values, String name) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove(name);
        return changed;
    }
}
