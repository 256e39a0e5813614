package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stayseal.spec.vds.SealSamples.bytes;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.FormatException.Kind;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.registry.Limits;

class SealDecoderTest {

    /** Version 4: UTO, UTTS, reference 2C, 25 March 1957, 1 January 2020, no profile. */
    private static final String HEADER = "DC03 D9C5 D9CAC8A72801 319EF5 0F7134 0102";

    private static final String SIGNATURE = "FF02 0102";

    @Test
    void everyPartOfAHeaderIsRead() throws FormatException {
        Seal seal = SealDecoder.decode(bytes(HEADER, "05 03 414243", "01 00", SIGNATURE));
        assertThat(seal.header().version()).isEqualTo(4);
        assertThat(seal.header().country()).isEqualTo("UTO");
        assertThat(seal.header().signer()).isEqualTo("UTTS");
        assertThat(seal.header().reference()).isEqualTo("2C");
        assertThat(seal.header().serialNumber()).isEqualTo(0x2C);
        assertThat(seal.header().issued()).isEqualTo("1957-03-25");
        assertThat(seal.header().signed()).isEqualTo("2020-01-01");
        assertThat(seal.header().type()).isEqualTo("0102");
        assertThat(seal.features()).extracting(SealFeature::tag).containsExactly(5, 1);
        assertThat(seal.feature(5).orElseThrow().value()).isEqualTo(new byte[] {0x41, 0x42, 0x43});
        assertThat(seal.signature()).isEqualTo(new byte[] {1, 2});
        assertThat(seal.deviations()).isEmpty();
    }

    @Test
    void version3HasNineCharactersAndLengthsOfOneByte() throws FormatException {
        byte[] longValue = new byte[200];
        Seal seal = SealDecoder.decode(SealSamples.joined(
                bytes("DC02 6ABC 6D32C8A519FC 0F7134 0F7134 FD02", "02 C8"), longValue, bytes(SIGNATURE)));
        assertThat(seal.header().version()).isEqualTo(3);
        assertThat(seal.header().signer()).isEqualTo("DETS");
        assertThat(seal.header().reference()).isEqualTo("00027");
        assertThat(seal.feature(2).orElseThrow().value()).hasSize(200);
    }

    @ParameterizedTest
    @CsvSource({"127, 7F", "128, 8180", "255, 81FF", "256, 820100"})
    void version4HasLengthsInDer(int length, String written) throws FormatException {
        Seal seal = SealDecoder.decode(
                SealSamples.joined(bytes(HEADER, "02", written), new byte[length], bytes(SIGNATURE)));
        assertThat(seal.feature(2).orElseThrow().value()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DD03", "00", "48433 13A"})
    void anotherFirstByteIsNoSeal(String hex) {
        refuses(bytes(hex), Kind.NOT_A_PERMIT, "VDS-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "04", "83"})
    void anotherVersionIsUnsupported(String version) {
        refuses(bytes(HEADER.replaceFirst("DC03", "DC" + version), SIGNATURE), Kind.UNSUPPORTED, "VDS-3");
    }

    @ParameterizedTest
    @CsvSource({
        "VDS-4, DC03 FE45 D9CAC8A72801 319EF5 0F7134 0102", // D as a single letter
        "VDS-4, DC03 13A1 D9CAC8A72801 319EF5 0F7134 0102", // fillers and digits
        "VDS-9, DC03 0000 D9CAC8A72801 319EF5 0F7134 0102",
        "VDS-5, DC02 6ABC 6D32C8A72CB1 0F7134 0F7134 FD02", // version 3 with version 4's reference
        "VDS-6, DC03 6ABC 6D32C8A519FC 0F7134 0F7134 FD02", // version 4 with version 3's reference: length 00
        "VDS-6, DC03 D9C5 D9CAC8A7FE33 319EF5 0F7134 0102", // one digit for a length of two
        "VDS-7, DC03 D9C5 D9CAC8A72801 000000 0F7134 0102", // no date
        "VDS-7, DC03 D9C5 D9CAC8A72801 1EAC04 0F7134 0102", // 2 0(1) … not of the calendar
        "VDS-7, DC03 D9C5 D9CAC8A72801 319EF5 FFFFFF 0102"
    })
    void aHeaderThatBreaksARuleIsRefusedByItsNumber(String rule, String header) {
        refuses(bytes(header, SIGNATURE), Kind.WRONG_FORMAT, rule);
    }

    @Test
    void aReferenceWithALeadingZeroIsNoSerialNumber() {
        byte[] coded = org.stayseal.spec.bytes.C40.encode("UTTS0303C");
        refuses(
                SealSamples.joined(bytes("DC03 D9C5"), coded, bytes("319EF5 0F7134 0102", SIGNATURE)),
                Kind.WRONG_FORMAT,
                "VDS-6");
    }

    @ParameterizedTest
    @CsvSource({
        "VDS-13, ''", // no signature zone
        "VDS-13, FF00", // empty
        "VDS-13, FF020102 00", // a byte after it
        "VDS-13, FF8102 0102", // length longer than needed
        "VDS-2, FF03 0102", // cut short
        "VDS-2, 0105 0102",
        "VDS-2, 01",
        "VDS-11, 01810141 FF020102",
        "VDS-11, 0180 FF020102",
        "VDS-12, 010141 010142 FF020102"
    })
    void zonesThatBreakARuleAreRefusedByItsNumber(String rule, String zones) {
        refuses(bytes(HEADER, zones), Kind.WRONG_FORMAT, rule);
    }

    @Test
    void aSealOverTheLimitIsRefusedBeforeItIsRead() {
        assertThat(SealDecoder.MAX_BYTES).isEqualTo(Limits.value("maxSealBytes"));
        byte[] huge = Arrays.copyOf(SealSamples.seal().received(), SealDecoder.MAX_BYTES + 1);
        refuses(huge, Kind.WRONG_FORMAT, "VDS-2");
    }

    @Test
    void aSealCutShortAnywhereIsRefused() {
        byte[] whole = SealSamples.seal().received();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(FormatException.class).isThrownBy(() -> SealDecoder.decode(part));
        }
    }

    @Tag("thousands")
    @Test
    void noFlippedBitEverVerifies() {
        byte[] whole = SealSamples.seal().received();
        int parsed = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Seal seal = SealDecoder.decode(flipped);
                parsed++;
                assertThat(seal.verifies(SealSamples.SIGNER.certificate().getPublicKey()))
                        .as("bit " + bit)
                        .isFalse();
                Profiles.standard().read(seal);
            } catch (FormatException refused) {
                assertThat(refused.rule()).startsWith("VDS-");
            }
        }
        assertThat(parsed).isGreaterThan(500);
    }

    @Tag("thousands")
    @Test
    void randomBytesCauseNoOtherException() {
        java.util.Random random = new java.util.Random(3);
        byte[] whole = SealSamples.seal().received();
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = Arrays.copyOf(whole, random.nextInt(whole.length + 8));
            for (int n = random.nextInt(6); n > 0 && mutant.length > 1; n--) {
                mutant[1 + random.nextInt(mutant.length - 1)] = (byte) random.nextInt();
            }
            try {
                Profiles.standard().read(SealDecoder.decodeTolerant(mutant));
            } catch (FormatException refused) {
                assertThat(refused.rule()).startsWith("VDS-");
            }
        }
    }

    @Test
    void theSignedBytesAreTheReceivedOnes() {
        Seal seal = SealSamples.seal();
        byte[] received = seal.received();
        assertThat(seal.signedBytes()).isEqualTo(Arrays.copyOf(received, received.length - 66));
        received[0] = 0;
        seal.signedBytes()[0] = 0;
        assertThat(seal.received()[0]).isEqualTo((byte) 0xDC);
    }

    @Test
    void theIdentityIsTheSameForTheMirroredSignatureAndForNothingElse() throws Exception {
        Seal seal = SealSamples.seal();
        byte[] mirrored = seal.received();
        var order = new java.math.BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
        var s = new java.math.BigInteger(1, Arrays.copyOfRange(mirrored, mirrored.length - 32, mirrored.length));
        byte[] other = bytes(String.format("%064x", order.subtract(s)));
        System.arraycopy(other, 0, mirrored, mirrored.length - 32, 32);
        Seal twin = SealDecoder.decode(mirrored);
        assertThat(twin.verifies(SealSamples.SIGNER.certificate().getPublicKey()))
                .isTrue();
        assertThat(twin.signature()).isNotEqualTo(seal.signature());
        assertThat(twin.identity()).hasSize(16).isEqualTo(seal.identity());

        byte[] r = Arrays.copyOf(seal.signature(), 32);
        byte[] expected =
                java.security.MessageDigest.getInstance("SHA-256").digest(SealSamples.joined(seal.signedBytes(), r));
        assertThat(seal.identity()).isEqualTo(Arrays.copyOf(expected, 16));
    }

    @Test
    void whatIsPrintedOfASealIsNothingOfThePerson() {
        Seal seal = SealSamples.seal();
        assertThat(seal + " " + seal.features())
                .doesNotContain(Hex.encode(seal.features().get(0).value()).substring(0, 12));
    }

    private static void refuses(byte[] seal, Kind kind, String rule) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> SealDecoder.decode(seal))
                .satisfies(e -> {
                    assertThat(e.rule()).isEqualTo(rule);
                    assertThat(e.kind()).isEqualTo(kind);
                });
    }
}
