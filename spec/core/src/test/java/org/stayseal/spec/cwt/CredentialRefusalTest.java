package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stayseal.spec.cwt.Forged.key;
import static org.stayseal.spec.cwt.Forged.set;
import static org.stayseal.spec.cwt.Forged.without;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.permit.Purpose;

/** Every rule of spec/docs/30 that a credential can break, broken once. */
class CredentialRefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RP1", "rp1:ABC", "RP2:ABC", " RP1:ABC", "HC1:ABC", "https://example.com/RP1:", "RPL1:ABC"})
    void whatDoesNotBeginWithThePrefixIsNotAPermit(String text) {
        refused("CRED-1", FormatException.Kind.NOT_A_PERMIT, () -> CredentialDecoder.decode(text));
    }

    @Test
    void aTextThatBreaksItsBoundsIsRefused() {
        wrong("CRED-2", () -> CredentialDecoder.decode("RP1:" + "0".repeat(4293)));
        wrong("CRED-3b", () -> CredentialDecoder.decode("RP1:abc"));
        wrong("CRED-3a", () -> CredentialDecoder.decode("RP1:A"));
        wrong("CRED-3c", () -> CredentialDecoder.decode("RP1:ZZZ"));
        wrong("CRED-4b", () -> CredentialDecoder.decode("RP1:"));
        wrong("CRED-4a", () -> CredentialDecoder.decode("RP1:" + Base45.encode(new byte[100])));
        wrong("CRED-4e", () -> CredentialDecoder.decode(new byte[8193]));
        wrong("CRED-4e", () -> CredentialDecoder.decode(textOf(BoundedInflate.deflate(repeated(400, 8193)))));
        byte[] stream = BoundedInflate.deflate(TestCredentials.sample().bytes());
        byte[] longer = Arrays.copyOf(stream, stream.length + 1);
        wrong("CRED-4d", () -> CredentialDecoder.decode(textOf(longer)));
        byte[] shorter = Arrays.copyOf(stream, stream.length - 1);
        wrong("CRED-4b", () -> CredentialDecoder.decode(textOf(shorter)));
    }

    @Test
    void anEnvelopeOfAnotherShapeIsRefused() {
        byte[] good = TestCredentials.sample().bytes();
        wrong("CRED-15a", () -> CredentialDecoder.decode(new byte[0]));
        wrong("CRED-15a", () -> CredentialDecoder.decode(Arrays.copyOfRange(good, 1, good.length)));
        byte[] cwtTagged = new byte[good.length + 2];
        cwtTagged[0] = (byte) 0xD8;
        cwtTagged[1] = 61;
        System.arraycopy(good, 0, cwtTagged, 2, good.length);
        wrong("CRED-15a", () -> CredentialDecoder.decode(cwtTagged));
        wrong(
                "CRED-15b",
                () -> CredentialDecoder.decode(tagged(CBORObject.NewArray().Add(new byte[0]))));
        CBORObject detached = parts(Forged.header().EncodeToBytes());
        detached.Set(2, CBORObject.Null);
        wrong("CRED-15c", () -> CredentialDecoder.decode(tagged(detached)));
        wrong("CRED-10b", () -> CredentialDecoder.decode(Arrays.copyOf(good, good.length + 1)));
        wrong("CRED-10a", () -> CredentialDecoder.decode(Arrays.copyOf(good, good.length - 1)));
        CBORObject unprotected = parts(Forged.header().EncodeToBytes());
        unprotected.Set(1, CBORObject.NewMap().Add(4, new byte[8]));
        wrong("CRED-16d", () -> CredentialDecoder.decode(tagged(unprotected)));
    }

    @Test
    void anAlgorithmThatNobodySignedIsRefusedForWhereItStands() {
        CBORObject nowhereElse = parts(Forged.header().EncodeToBytes());
        CBORObject header = Forged.header();
        header.Remove(key(1));
        nowhereElse.Set(0, header.EncodeToBytes());
        nowhereElse.Set(1, CBORObject.NewMap().Add(1, -7));
        wrong("CRED-16b", () -> CredentialDecoder.decode(tagged(nowhereElse)));
        for (int alg : new int[] {-7, -35}) {
            CBORObject twice = parts(Forged.header().EncodeToBytes());
            twice.Set(1, CBORObject.NewMap().Add(1, alg));
            wrong("CRED-16c", () -> CredentialDecoder.decode(tagged(twice)));
        }
    }

    @Test
    void aHeaderThatIsNoMapIsRefused() {
        wrong("CRED-16a", () -> CredentialDecoder.decode(tagged(parts(new byte[0]))));
        wrong("CRED-16a", () -> CredentialDecoder.decode(tagged(parts(new byte[] {(byte) 0x80}))));
        CBORObject open = parts(Forged.header().EncodeToBytes());
        open.Set(1, CBORObject.NewArray());
        wrong("CRED-16a", () -> CredentialDecoder.decode(tagged(open)));
    }

    @Test
    void anotherTagOrALongFormOfTheTagIsRefused() {
        byte[] good = TestCredentials.sample().bytes();
        byte[] sign = good.clone();
        sign[0] = (byte) 0xD1;
        wrong("CRED-15a", () -> CredentialDecoder.decode(sign));
        byte[] longForm = new byte[good.length + 1];
        longForm[0] = (byte) 0xD8;
        longForm[1] = 18;
        System.arraycopy(good, 1, longForm, 2, good.length - 1);
        wrong("CRED-15a", () -> CredentialDecoder.decode(longForm));
        byte[] twice = new byte[good.length + 1];
        twice[0] = (byte) 0xD2;
        System.arraycopy(good, 0, twice, 1, good.length);
        wrong("CRED-10l", () -> CredentialDecoder.decode(twice));
    }

    @Test
    void aStreamThatInflatesBeyondItsRatioIsRefusedForThat() {
        wrong("CRED-4f", () -> CredentialDecoder.decode(textOf(BoundedInflate.deflate(new byte[8000]))));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("CRED-16g", without(1)),
                Arguments.of("CRED-16g", without(4)),
                Arguments.of("CRED-16g", without(16)),
                Arguments.of("CRED-16e", set(2, new int[] {99})),
                Arguments.of("CRED-16f", set("x", 1)),
                Arguments.of("CRED-17", set(16, "application/cwt")),
                Arguments.of("CRED-17", set(16, 61)),
                Arguments.of("CRED-18a", set(1, new byte[] {1})),
                Arguments.of("CRED-19", set(4, new byte[7])),
                Arguments.of("CRED-19", set(4, new byte[9])),
                Arguments.of("CRED-19", set(4, "12345678")));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void aFaultyHeaderIsRefusedByItsRule(String rule, Consumer<CBORObject> fault) {
        wrong(rule, () -> CredentialDecoder.decode(Forged.withHeader(fault)));
    }

    @Test
    void anAlgorithmThatWeDoNotKnowIsUnsupportedWhateverThePayloadIs() {
        for (Object alg : new Object[] {-8, -36, -48, -999, 0, Long.MIN_VALUE, "ES256"}) {
            byte[] credential = Forged.credential(Forged.header().Set(1, alg), CBORObject.NewArray());
            refused("CRED-18", FormatException.Kind.UNSUPPORTED, () -> CredentialDecoder.decode(credential));
        }
    }

    static Stream<Arguments> claims() {
        CBORObject noList = CBORObject.NewMap().Add("status_list", 1);
        return Stream.of(
                Arguments.of("CRED-25b", set(2, "subject")),
                Arguments.of("CRED-25b", set("x", 1)),
                Arguments.of("CRED-25c", without(1)),
                Arguments.of("CRED-25c", without(169)),
                Arguments.of("CRED-25c", without(65535)),
                Arguments.of("CRED-25c", without(-65537)),
                Arguments.of("CRED-26a", set(-65537, 1)),
                Arguments.of("CRED-27", set(1, 1)),
                Arguments.of("CRED-42", set(1, "UT")),
                Arguments.of("CRED-42", set(1, "uto")),
                Arguments.of("CRED-30", set(1, "UTOP")),
                Arguments.of("CRED-28a", set(4, "2030")),
                Arguments.of("CRED-28a", set(4, -1)),
                Arguments.of("CRED-28a", set(4, 253_402_300_800L)),
                Arguments.of("CRED-28a", set(4, 1.5)),
                Arguments.of("CRED-28c", set(5, 1_921_536_000L)),
                Arguments.of("CRED-28b", set(6, 1_795_305_601L)),
                Arguments.of("CRED-28c", set(6, 2_000_073_600L)),
                Arguments.of("CRED-28d", set(5, 1_000_000_000L)),
                Arguments.of("CRED-29", set(7, new byte[15])),
                Arguments.of("CRED-29", set(7, "0123456789abcdef")),
                Arguments.of("CRED-33a", set(65535, 0)),
                Arguments.of("CRED-33a", set(65535, CBORObject.NewMap())),
                Arguments.of("CRED-33a", set(65535, noList)),
                Arguments.of("CRED-33b", status(0x1_0000_0000L, "https://status.example/0")),
                Arguments.of("CRED-33b", status(-1, "https://status.example/0")),
                Arguments.of("CRED-33c", status(0, "ftp://status.example/0")),
                Arguments.of("CRED-33c", status(0, "https://status.example/a b")),
                Arguments.of("CRED-33c", status(0, "https://status.example/ü")),
                Arguments.of("CRED-30", status(0, "https://" + "s".repeat(193))),
                Arguments.of("CRED-34a", set(8, CBORObject.NewMap().Add(1, 2))),
                Arguments.of("CRED-34c", set(8, cnf(2, 1, 31))),
                Arguments.of("CRED-34b", set(8, cnf(1, 1, 32))),
                Arguments.of("CRED-34b", set(8, cnf(2, 2, 32))));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aFaultyClaimIsRefusedByItsRule(String rule, Consumer<CBORObject> fault) {
        // Floating point never gets as far as the claim.
        byte[] credential = Forged.withClaims(Purpose.FULL, fault);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> CredentialDecoder.decode(credential))
                .satisfies(e -> assertThat(e.rule()).isIn(rule, "CRED-10j"))
                .matches(e -> e.kind() == FormatException.Kind.WRONG_FORMAT);
    }

    static Stream<Arguments> persons() {
        return Stream.of(
                Arguments.of("CRED-40a", set(2, "version")),
                Arguments.of("CRED-40b", set(7, 1)),
                Arguments.of("CRED-30", set(7, "")),
                Arguments.of("CRED-30", set(7, "A".repeat(121))),
                Arguments.of("CRED-31a", set(7, " Muster")),
                Arguments.of("CRED-31b", set(7, "Muster\n")),
                Arguments.of("CRED-31b", set(7, "Mus\u202Eter")),
                Arguments.of("CRED-31b", set(7, "Mus\uE000ter")),
                Arguments.of("CRED-32", set(7, "Mu\u0308ller")),
                Arguments.of("CRED-41", without(7)),
                Arguments.of("CRED-41", set(4, "Olena Muster")),
                Arguments.of("CRED-42", set(13, "Ut0")),
                Arguments.of("CRED-43", set(8, "19850230")),
                Arguments.of("CRED-43", set(8, "19850012")),
                Arguments.of("CRED-43", set(8, "1985030")),
                Arguments.of("CRED-43", set(8, "1985-3-1")),
                Arguments.of("CRED-43", set(8, 19850300)),
                Arguments.of("CRED-44a", without(20)),
                Arguments.of("CRED-44a", without(19)),
                Arguments.of("CRED-44b", set(20, "Ukrainian")),
                Arguments.of("CRED-45", set(9, 0)),
                Arguments.of("CRED-45", set(9, 4)),
                Arguments.of("CRED-45", set(9, "F")),
                Arguments.of("CRED-46a", without(17)),
                Arguments.of("CRED-46a", without(16)),
                Arguments.of("CRED-46b", set(16, new byte[701])),
                Arguments.of("CRED-46b", set(16, new byte[0])),
                Arguments.of("CRED-46c", set(17, 0)),
                Arguments.of("CRED-46c", set(17, 5)),
                Arguments.of("CRED-47", set(17, 1)),
                Arguments.of("CRED-47", set(16, new byte[] {1, 2, 3})));
    }

    @ParameterizedTest
    @MethodSource("persons")
    void aFaultyPersonIsRefusedByItsRule(String rule, Consumer<CBORObject> fault) {
        wrong(rule, () -> CredentialDecoder.decode(Forged.withPerson(Purpose.FULL, fault)));
    }

    static Stream<Arguments> permits() {
        return Stream.of(
                Arguments.of("CRED-26b", without(0)),
                Arguments.of("CRED-26b", set(0, -1)),
                Arguments.of("CRED-26b", set(0, "1")),
                Arguments.of("CRED-50a", set(16, 1)),
                Arguments.of("CRED-50c", set(3, 20260230)),
                Arguments.of("CRED-50c", set(3, 18991231)),
                Arguments.of("CRED-50c", set(3, 30000101)),
                Arguments.of("CRED-50c", set(3, "20260301")),
                Arguments.of("CRED-50b", set(9, 1)),
                Arguments.of("CRED-51", without(1)),
                Arguments.of("CRED-51", set(1, 4)),
                Arguments.of("CRED-52", set(2, -1)),
                Arguments.of("CRED-52", set(2, 65536)),
                Arguments.of("CRED-53", set(4, 20261121)),
                Arguments.of("CRED-53", set(4, -1)),
                Arguments.of("CRED-55", set(5, "UT-123")),
                Arguments.of("CRED-55", set(5, "ut123")),
                Arguments.of("CRED-30", set(5, "A".repeat(21))),
                Arguments.of("CRED-56a", set(6, 1)),
                Arguments.of("CRED-56a", set(6, array())),
                Arguments.of("CRED-56b", set(6, array(4))),
                Arguments.of("CRED-56c", set(6, array(2))),
                Arguments.of("CRED-56c", set(6, array(0, "text"))),
                Arguments.of("CRED-56c", set(6, array(1, "text"))),
                Arguments.of("CRED-56a", set(6, array(2, "a", "b"))),
                Arguments.of("CRED-57b", set(7, array(2))),
                Arguments.of("CRED-57c", set(7, array(0, "text"))),
                Arguments.of("CRED-57b", set(8, array(true))),
                Arguments.of("CRED-58", set(12, array("P1"))),
                Arguments.of("CRED-58", set(12, array("P1", "UTO", 20300101, 1))),
                Arguments.of("CRED-55", set(12, array("P-1", "UTO"))),
                Arguments.of("CRED-42", set(12, array("P1", "Utopia".substring(0, 3)))),
                Arguments.of("CRED-50c", set(12, array("P1", "UTO", 0))),
                Arguments.of("CRED-59", set(15, 1)));
    }

    @ParameterizedTest
    @MethodSource("permits")
    void aFaultyPermitIsRefusedByItsRule(String rule, Consumer<CBORObject> fault) {
        wrong(rule, () -> CredentialDecoder.decode(Forged.withPermit(Purpose.FULL, fault)));
    }

    @Test
    void aNewerVersionIsUnsupportedWhateverElseItHas() {
        byte[] credential = Forged.withClaims(Purpose.FULL, claims -> {
            claims.Remove(key(1));
            claims.Set(-65537, CBORObject.NewMap().Add(0, 2).Add(99, "new"));
        });
        refused("CRED-26c", FormatException.Kind.UNSUPPORTED, () -> CredentialDecoder.decode(credential));
    }

    @Test
    void aCategoryThatWeDoNotKnowIsUnsupportedUnlessSomethingElseIsWrong() {
        refused(
                "CRED-52",
                FormatException.Kind.UNSUPPORTED,
                () -> CredentialDecoder.decode(Forged.withPermit(Purpose.FULL, set(2, 999))));
        wrong(
                "CRED-59",
                () -> CredentialDecoder.decode(
                        Forged.withPermit(Purpose.FULL, set(2, 999).andThen(set(15, 1)))));
    }

    @Test
    void aFieldThatThePurposeDoesNotShowIsRefused() {
        wrong("CRED-60b", () -> CredentialDecoder.decode(Forged.withPerson(Purpose.STAY, set(13, "UTO"))));
        wrong("CRED-60b", () -> CredentialDecoder.decode(Forged.withPerson(Purpose.WORK, set(1, "850300"))));
        wrong("CRED-60b", () -> CredentialDecoder.decode(Forged.withPermit(Purpose.STAY, set(5, "UT1"))));
        wrong("CRED-60b", () -> CredentialDecoder.decode(Forged.withPermit(Purpose.BANK, set(6, array(1)))));
        wrong("CRED-60b", () -> CredentialDecoder.decode(Forged.withPermit(Purpose.WORK, set(14, "remarks"))));
    }

    @Test
    void aFieldThatThePurposeAlwaysShowsIsMissedWhenItIsNotThere() {
        wrong("CRED-60a", () -> CredentialDecoder.decode(Forged.withPerson(Purpose.FULL, without(9))));
        wrong("CRED-60a", () -> CredentialDecoder.decode(Forged.withPerson(Purpose.STAY, without(8))));
        wrong("CRED-60a", () -> CredentialDecoder.decode(Forged.withPerson(Purpose.BANK, without(13))));
        wrong("CRED-60a", () -> CredentialDecoder.decode(Forged.withPermit(Purpose.WORK, without(6))));
        wrong("CRED-60a", () -> CredentialDecoder.decode(Forged.withPermit(Purpose.STAY, without(9))));
        wrong("CRED-60a", () -> CredentialDecoder.decode(Forged.withPermit(Purpose.STAY, without(2))));
    }

    @Test
    void aNameThatCannotBeToldApartIsReadFromTheFullName() throws FormatException {
        byte[] credential =
                Forged.withPerson(Purpose.FULL, without(7).andThen(without(5)).andThen(set(4, "Olena Muster")));
        assertThat(CredentialDecoder.decode(credential).claims().person().fullName())
                .contains("Olena Muster");
    }

    @Test
    void aCountryThatTheListOfTodayDoesNotHaveIsReadByItsForm() throws FormatException {
        byte[] credential = Forged.withPerson(Purpose.FULL, set(13, "QQQ"));
        assertThat(CredentialDecoder.decode(credential).claims().person().nationality())
                .isPresent();
    }

    private interface Decoding {
        Credential decode() throws FormatException;
    }

    private static void wrong(String rule, Decoding decoding) {
        refused(rule, FormatException.Kind.WRONG_FORMAT, decoding);
    }

    private static void refused(String rule, FormatException.Kind kind, Decoding decoding) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(decoding::decode)
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static CBORObject parts(byte[] header) {
        return CBORObject.NewArray()
                .Add(header)
                .Add(CBORObject.NewMap())
                .Add(new byte[] {(byte) 0xA0})
                .Add(new byte[64]);
    }

    private static byte[] tagged(CBORObject array) {
        return CBORObject.FromObjectAndTag(array, 18).EncodeToBytes();
    }

    /** Chance that repeats itself, so that it compresses, but not by more than the ratio. */
    private static byte[] repeated(int period, int length) {
        byte[] once = new byte[period];
        new Random(4).nextBytes(once);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = once[i % period];
        }
        return bytes;
    }

    private static String textOf(byte[] stream) {
        return "RP1:" + Base45.encode(stream);
    }

    private static CBORObject array(Object... items) {
        CBORObject array = CBORObject.NewArray();
        for (Object item : items) {
            array.Add(item);
        }
        return array;
    }

    private static Consumer<CBORObject> status(long index, String uri) {
        CBORObject list = CBORObject.NewMap().Add("idx", index).Add("uri", uri);
        return set(65535, CBORObject.NewMap().Add("status_list", list));
    }

    private static CBORObject cnf(int type, int curve, int length) {
        CBORObject cose = CBORObject.NewMap()
                .Add(1, type)
                .Add(-1, curve)
                .Add(-2, new byte[length])
                .Add(-3, new byte[32]);
        return CBORObject.NewMap().Add(1, cose);
    }
}
