package org.stayseal.spec.idb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;

/** What a code of an IDB may be and no more, what it says of itself, and whose it is (docs 21). */
class IdbBoundsTest {

    private static final String UNSIGNED = "RDB1A3HCWCE4CA3M4QGNFDJDYKBV2DYTKCOO4QYARA";

    @ParameterizedTest
    @CsvSource({
        "RDB1, WRONG_FORMAT, IDB-2",
        "RDB1@, WRONG_FORMAT, IDB-2",
        "RDB1[, WRONG_FORMAT, IDB-2",
        "RDB1a, WRONG_FORMAT, IDB-2",
        "RDB1E, UNSUPPORTED, IDB-2",
        "RDB1Z, UNSUPPORTED, IDB-2",
        "RDB1A, WRONG_FORMAT, IDB-5",
        "RDB1A======, WRONG_FORMAT, IDB-3",
        "RDB1a3HCW, WRONG_FORMAT, IDB-2",
        "RDB, NOT_A_PERMIT, IDB-1",
        "XDB1A, NOT_A_PERMIT, IDB-1",
    })
    void aTextThatIsNoIdbIsRefusedForWhatIsWrong(String text, FormatException.Kind kind, String rule) {
        refused(bytes(text), kind, rule);
    }

    @Test
    void bothIdentifiersBeginACodeAndDoNotChangeWhoItIs() throws FormatException {
        assertThat(IdbDecoder.looksLikeIdb(bytes("RDB1"))).isTrue();
        assertThat(IdbDecoder.looksLikeIdb(bytes("NDB1"))).isTrue();
        assertThat(IdbDecoder.looksLikeIdb(bytes("NDB"))).isFalse();
        Idb now = decode(UNSIGNED);
        Idb earlier = decode("N" + UNSIGNED.substring(1));
        assertThat(earlier.content()).isEqualTo(now.content());
        assertThat(earlier.identity()).isEqualTo(now.identity());
        assertThat(earlier).isNotEqualTo(now);
        assertThat(now).isEqualTo(decode(UNSIGNED)).hasSameHashCodeAs(decode(UNSIGNED));
        assertThat(now).hasToString("IDB of UTO, 3 messages, " + now.content().length + " bytes");
    }

    @Test
    void aCodeIsAsLongAsAQrCodeHoldsAndNotOneCharacterMore() {
        assertThatThrownBy(() -> IdbDecoder.decode(bytes("RDB1A" + "A".repeat(4296 - 5))))
                .hasMessageNotContaining("characters; at most");
        assertThatThrownBy(() -> IdbDecoder.decode(bytes("RDB1A" + "A".repeat(4297 - 5))))
                .hasMessageContaining("code of 4297 characters; at most 4296");
    }

    @Test
    void paddingIsADeviationThatOnlyTheTolerantReadingTakes() throws FormatException {
        refused(bytes(UNSIGNED + "==="), FormatException.Kind.WRONG_FORMAT, "IDB-3");
        Idb padded = IdbDecoder.decodeTolerant(bytes(UNSIGNED + "==="));
        assertThat(padded.deviations()).isEqualTo(Set.of(IdbDeviation.PADDED));
        assertThat(IdbTable.standard().readTolerant(padded).deviations()).isEqualTo(Set.of(IdbDeviation.PADDED));
        assertThat(IdbDecoder.decodeTolerant(bytes(UNSIGNED)).deviations()).isEmpty();
        assertThatThrownBy(() -> IdbDecoder.decodeTolerant(bytes("RDB1A1")))
                .isInstanceOf(FormatException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void aCountryOfOneLetterWithoutFillersIsADeviationToo() throws FormatException {
        byte[] messages = Arrays.copyOfRange(
                decode(UNSIGNED).content(), 2, decode(UNSIGNED).content().length);
        // C40 has one character left over as FE and its ASCII code plus one.
        byte[] code = IdbSamples.code("fe45" + HexFormat.of().formatHex(messages), 'A');
        refused(code, FormatException.Kind.WRONG_FORMAT, "IDB-6");
        Idb read = IdbDecoder.decodeTolerant(code);
        assertThat(read.header().country()).isEqualTo("D");
        assertThat(read.deviations()).isEqualTo(Set.of(IdbDeviation.SHORT_COUNTRY));
        String filled =
                HexFormat.of().formatHex(C40.encode("D  ")) + HexFormat.of().formatHex(messages);
        assertThat(IdbDecoder.decode(IdbSamples.code(filled, 'A')).header().country())
                .isEqualTo("D");
        String digit =
                HexFormat.of().formatHex(C40.encode("U1O")) + HexFormat.of().formatHex(messages);
        refused(IdbSamples.code(digit, 'A'), FormatException.Kind.WRONG_FORMAT, "IDB-6");
    }

    @Test
    void anUnsignedCodeIsNobodysAndVerifiesWithNoKey() throws FormatException {
        Idb idb = decode(UNSIGNED);
        assertThat(idb.signed()).isFalse();
        assertThat(idb.compressed()).isFalse();
        assertThat(idb.names(IdbSamples.certificate())).isFalse();
        assertThat(idb.verifies(IdbSamples.certificate().getPublicKey())).isFalse();
        assertThat(idb.groupStart()).isEqualTo(2);
        assertThat(idb.header().signed()).isEmpty();
    }

    @Test
    void aSignedCodeNamesItsSignerAndNoOther() throws Exception {
        for (boolean inside : new boolean[] {false, true}) {
            Idb idb = IdbEncoder.prepare(
                            new IdbRequest("UTO", IdbSamples.permanent(), true, inside),
                            IdbSamples.SIGNED,
                            IdbSamples.certificate())
                    .sign(IdbSamples.signer("secp256r1"));
            assertThat(idb.signed()).isTrue();
            assertThat(idb.compressed()).isTrue();
            assertThat(idb.names(IdbSamples.certificate())).isTrue();
            assertThat(idb.names(IdbSamples.signer("secp384r1").certificate())).isFalse();
            assertThat(idb.header().signed()).contains(IdbSamples.SIGNED);
            byte[] hashed = Arrays.copyOf(idb.signedBytes(), idb.signedBytes().length + 32);
            System.arraycopy(idb.signature(), 0, hashed, idb.signedBytes().length, 32);
            assertThat(idb.identity())
                    .isEqualTo(
                            Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(hashed), 16));
        }
    }

    @Test
    void aHashShorterThanTheCurveAsksForDoesNotVerify() {
        byte[] message = {1, 2, 3};
        var p384 = IdbSamples.signer("secp384r1");
        byte[] signature = p384.sign(message);
        assertThat(IdbAlgorithm.ECDSA_SHA384.verify(p384.certificate().getPublicKey(), message, signature))
                .isTrue();
        assertThat(IdbAlgorithm.ECDSA_SHA256.verify(p384.certificate().getPublicKey(), message, signature))
                .isFalse();
    }

    @Test
    void whatIsSaidIsThereByNameAndInALogOnlyByItsType() throws FormatException {
        IdbContent content = IdbTable.standard().read(decode(UNSIGNED));
        assertThat(content.value("documentReference")).contains("UTR000042");
        assertThat(content.value("nothing")).isEmpty();
        assertThat(content.mrz()).isEmpty();
        assertThat(content.face()).isEmpty();
        assertThat(content.unknown()).isEmpty();
        assertThat(content.lastDay()).isEmpty();
        assertThat(content).hasToString("content of IDB-86-10");
        IdbContent faced = IdbTable.standard()
                .read(IdbSamples.signed(IdbEncoderTest.with(IdbSamples.permanent(), "faceImage", IdbSamples.face())));
        assertThat(faced.face())
                .hasValueSatisfying(
                        face -> assertThat(HexFormat.of().formatHex(face)).isEqualTo(IdbSamples.face()));
    }

    @Test
    void theZoneOfTheDocumentComesBeforeOneThatIsOnlyBesideIt() throws FormatException {
        Map<String, String> passportToo = IdbEncoderTest.with(IdbSamples.provisional(), "mrzTd3", IdbSamples.TD3);
        IdbContent byType = IdbTable.standard().read(IdbSamples.signed(passportToo));
        assertThat(byType.zones()).extracting(zone -> zone.format().name()).containsExactly("TD2", "TD3");
        assertThat(byType.lastDay()).contains(LocalDate.of(2028, 11, 20));
        IdbContent byMessage = IdbTable.standard()
                .read(IdbSamples.signed(IdbEncoderTest.with(IdbSamples.visa(), "mrzTd3", IdbSamples.TD3)));
        assertThat(byMessage.zones()).extracting(zone -> zone.format().name()).containsExactly("MRV_B", "TD3");
        assertThat(byMessage.mrz().orElseThrow().documentCode()).isEqualTo("V");
    }

    @Test
    void aMessageThatTheTableDoesNotHaveIsKeptAsBytes() throws FormatException {
        Idb idb = IdbDecoder.decode(IdbSamples.group("0301ab 7001cd"));
        IdbContent content = IdbTable.standard().read(idb);
        assertThat(content.unknown()).containsExactly(Map.entry("message 70", "cd"));
        assertThat(content.values()).containsExactly(Map.entry("proofOfTesting", "ab"));
    }

    @Test
    void theZoneOfAnEmergencyDocumentWithoutItsFeatureIsADeviation() throws FormatException {
        byte[] content = IdbEncoder.unsigned(
                        new IdbRequest("UTO", Map.of("emergencyTravelDocument.mrz", IdbSamples.TD2), false, false))
                .content();
        String hex = HexFormat.of().formatHex(content);
        String zone = hex.substring(hex.length() - 96);
        Idb bare = IdbDecoder.decode(IdbSamples.group("0230" + zone));
        assertThatThrownBy(() -> IdbTable.standard().read(bare))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("IDB-17"));
        IdbContent read = IdbTable.standard().readTolerant(bare);
        assertThat(read.deviations()).isEqualTo(Set.of(IdbDeviation.BARE_MRZ));
        assertThat(read.value("emergencyTravelDocument.mrz")).contains(IdbSamples.TD2);
        Idb shorter = IdbDecoder.decode(IdbSamples.group("022f" + zone.substring(2)));
        assertThatThrownBy(() -> IdbTable.standard().readTolerant(shorter)).isInstanceOf(FormatException.class);
    }

    @Test
    void aMandatoryMessageThatIsMissingAndAFaceOfAnotherSizeAreDeviations() throws FormatException {
        Idb missing = IdbDecoder.decode(
                IdbSamples.group("8606" + "10".repeat(1) + "00".repeat(5)).clone());
        assertThatThrownBy(() -> IdbTable.standard().readTolerant(missing))
                .as("a document type is one byte, tolerant or not")
                .isInstanceOf(FormatException.class);
        Idb permanent = IdbDecoder.decode(IdbSamples.group("860110"));
        assertThatThrownBy(() -> IdbTable.standard().read(permanent)).hasMessageContaining("is missing");
        assertThat(IdbTable.standard().readTolerant(permanent).deviations())
                .isEqualTo(Set.of(IdbDeviation.MISSING_MESSAGE));
    }

    @Test
    void aMessageIsItsTagAndItsBytes() {
        IdbMessage message = new IdbMessage(0x0E, new byte[] {1, 2});
        assertThat(message.tagHex()).isEqualTo("0E");
        assertThat(message)
                .isEqualTo(new IdbMessage(0x0E, new byte[] {1, 2}))
                .hasSameHashCodeAs(new IdbMessage(0x0E, new byte[] {1, 2}))
                .isNotEqualTo(new IdbMessage(0x0F, new byte[] {1, 2}))
                .isNotEqualTo(new IdbMessage(0x0E, new byte[] {1, 3}))
                .hasToString("message 0E of 2 bytes");
        assertThat(new IdbMessage(0, new byte[0]).tagHex()).isEqualTo("00");
        assertThat(new IdbMessage(255, new byte[0]).tagHex()).isEqualTo("FF");
        assertThatIllegalArgumentException().isThrownBy(() -> new IdbMessage(-1, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdbMessage(256, new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 00AAEDEA, 2026-11-20, 2026-11-20",
        "1900-01-01, 000F70BC, 1900-01-01, 1900-01-01",
        "2999-12-31, 00BBE1A7, 2999-12-31, 2999-12-31",
        "2024-02-29, 0022F938, 2024-02-29, 2024-02-29",
        "2026-11-xx, 30A7E0AA, '', 2026-11-01",
        "2026-xx-xx, F00007EA, '', 2026-01-01",
        "xxxx-11-20, 0FAAE600, '', ''",
        "202x-02-29, 0122F934, '', ''",
    })
    void aMaskedDateIsReadAsItIsWrittenAndEndsOnTheFirstDayThatFits(String text, String hex, String exact, String end)
            throws FormatException {
        MaskedDate date = MaskedDate.decode(HexFormat.of().parseHex(hex));
        assertThat(date.text()).isEqualTo(text);
        assertThat(new MaskedDate(text).encode()).isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(date.exact()).isEqualTo(day(exact));
        assertThat(date.asEnd()).isEqualTo(day(end));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "3000-01-01",
                "2026-02-29",
                "2026-13-xx",
                "2026-00-01",
                "2026-04-31",
                "2026-1-01",
                "202X-01-01"
            })
    void aDateThatFitsNoDayIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MaskedDate(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00AAEDEA00", "00AAED", "30AAEDEA", "00000000", "00FFFFFF"})
    void bytesThatAreNoMaskedDateAreRefused(String hex) {
        assertThatThrownBy(() -> MaskedDate.decode(HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("IDB-18"));
    }

    private static Idb decode(String text) throws FormatException {
        return IdbDecoder.decode(bytes(text));
    }

    private static void refused(byte[] code, FormatException.Kind kind, String rule) {
        assertThatThrownBy(() -> IdbDecoder.decode(code)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule);
            assertThat(e.kind()).isEqualTo(kind);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
