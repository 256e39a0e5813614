package org.stayseal.spec.claim169;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.StrictCbor;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** C169-3 to C169-20: the variants that are read, and the one that is written. */
class IdentityRoundTripTest {

    private static final IdentityCredential.Token TOKEN = new IdentityCredential.Token(
            Optional.of("https://id.utopia.example"),
            Optional.of("person 1"),
            Optional.of(Instant.parse("2030-01-01T00:00:00Z")),
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-22T00:00:00Z")));

    private final SoftwareSigner signer = TestKeys.signer("secp256r1", 7);

    private static Identity identity() {
        return new Identity(
                Map.of(
                        IdentityField.ID, "ID-1",
                        IdentityField.FULL_NAME, "Olena Muster",
                        IdentityField.DATE_OF_BIRTH, "19850312",
                        IdentityField.ADDRESS, "Harbour 1\nAmaurot",
                        IdentityField.SECONDARY_FULL_NAME, "Олена Мустер"),
                Map.of(IdentityField.GENDER, 2, IdentityField.MARITAL_STATUS, 1),
                Optional.empty(),
                List.of(1, 6),
                Map.of(
                        IdentityField.RIGHT_THUMB,
                        List.of(new Biometric(
                                new byte[] {1, 2}, Optional.of(1), Optional.of(100), Optional.of("Vendor")))),
                Map.of(99L, new byte[] {(byte) 0xF5}, -3L, new byte[] {0x63, 'a', 'b', 'c'}));
    }

    @Test
    void whatIsWrittenReadsBack() throws Exception {
        Identity identity = identity().withFace(Biometric.image(new byte[] {(byte) 0xFF, (byte) 0xD8}, 1));
        IdentityCredential read = IdentityDecoder.decode(IdentityEncoder.encode(TOKEN, identity, signer));
        assertThat(read.token()).isEqualTo(TOKEN);
        assertThat(read.identity().texts()).isEqualTo(identity.texts());
        assertThat(read.identity().codes()).isEqualTo(identity.codes());
        assertThat(read.identity().fingers()).isEqualTo(identity.fingers());
        assertThat(read.identity().biometrics()).isEqualTo(identity.biometrics());
        assertThat(read.identity().unknown().get(-3L))
                .isEqualTo(identity.unknown().get(-3L));
        assertThat(read.verifies(signer.certificate().getPublicKey())).isTrue();
    }

    @Test
    void whatIsWrittenIsDeterministicCbor() throws Exception {
        byte[] message = inflated(IdentityEncoder.encode(TOKEN, identity(), signer));
        byte[] payload = CBORObject.DecodeFromBytes(message).Untag().get(2).GetByteString();
        assertThat(StrictCbor.read(payload, StrictCbor.Keys.IN_ORDER, "X", "X").size())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare", "tag 18", "tags 61 and 18"})
    void aMessageIsReadInEachOfItsTags(String tags) throws Exception {
        byte[] message = inflated(IdentityEncoder.encode(TOKEN, identity(), signer));
        String bare = HexFormat.of().formatHex(message).substring(2);
        String hex = switch (tags) {
            case "bare" -> bare;
            case "tag 18" -> "d2" + bare;
            default -> "d83dd2" + bare;
        };
        IdentityCredential read = IdentityDecoder.decode(text(HexFormat.of().parseHex(hex)));
        assertThat(read.verifies(signer.certificate().getPublicKey())).isTrue();
    }

    @Test
    void anEncryptedOneIsUnsupported() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> IdentityDecoder.decode(text(HexFormat.of().parseHex("d83dd08340a040"))))
                .matches(e -> e.kind() == FormatException.Kind.UNSUPPORTED);
    }

    @Test
    void bothFormsOfADateAndBothFormsOfBiometricsAreRead() throws Exception {
        Identity read = decoded(map -> map.Add(8, "1985-03-12")
                        .Add(62, CBORObject.NewMap().Add(0, new byte[] {7}).Add(9, "ignored")))
                .identity();
        assertThat(read.text(IdentityField.DATE_OF_BIRTH)).contains("19850312");
        assertThat(read.biometrics().get(IdentityField.FACE)).hasSize(1);
        assertThat(read.biometrics().get(IdentityField.FACE).get(0).format()).isEmpty();
    }

    @Test
    void thePictureOfEarlierVersionsIsReadAndNotWritten() throws Exception {
        Identity read =
                decoded(map -> map.Add(16, new byte[] {1, 2, 3}).Add(17, 4)).identity();
        assertThat(read.photo()).hasValueSatisfying(photo -> assertThat(photo).hasSize(3));
        assertThatThrownBy(() -> IdentityEncoder.encode(TOKEN, read, signer)).hasMessageContaining("C169-20");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertRefused(map -> map.Add(4, 7), "C169-8");
        assertRefused(map -> map.Add(8, "12.03.1985"), "C169-8");
        assertRefused(map -> map.Add(8, "19850230"), "C169-8");
        assertRefused(map -> map.Add(8, "+120240101"), "C169-8");
        assertRefused(map -> map.Add(8, "-20240101"), "C169-8");
        assertRefused(map -> map.Add(9, 4), "C169-8");
        assertRefused(map -> map.Add(9, "Female"), "C169-8");
        assertRefused(map -> map.Add(16, "base64"), "C169-8");
        assertRefused(map -> map.Add(18, CBORObject.NewArray().Add(11)), "C169-8");
        assertRefused(map -> map.Add("name", "x"), "C169-8");
        assertRefused(map -> map.Add(62, CBORObject.NewArray()), "C169-9");
        assertRefused(map -> map.Add(62, CBORObject.NewMap().Add(1, 0)), "C169-9");
        assertRefused(map -> map.Add(62, new byte[] {1}), "C169-9");
    }

    @Test
    void whatIsNoTokenIsOfAnotherKind() {
        for (String text : List.of("", "HELLO WORLD", "HC1:6BF", "https://example.org", Base45.encode(new byte[40]))) {
            assertThat(IdentityDecoder.looksLikeIdentity(text)).as(text).isFalse();
        }
        assertThat(IdentityDecoder.looksLikeIdentity(text(new byte[] {(byte) 0xA1, 1, 2})))
                .isFalse();
    }

    @Tag("thousands")
    @Test
    void aFlippedBitOfTheMessageNeverVerifies() throws Exception {
        byte[] message = inflated(IdentityEncoder.encode(TOKEN, identity(), signer));
        for (int bit = 8; bit < message.length * 8; bit++) {
            byte[] changed = message.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                IdentityCredential read = IdentityDecoder.decode(text(changed));
                assertThat(read.verifies(signer.certificate().getPublicKey()))
                        .as("bit %d", bit)
                        .isFalse();
            } catch (FormatException e) {
                assertThat(e.rule()).startsWith("C169-");
            }
        }
    }

    @Test
    void aKeyOfAnotherCurveDoesNotWrite() {
        assertThatThrownBy(() -> IdentityEncoder.encode(TOKEN, identity(), TestKeys.signer("secp384r1", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Consumer<CBORObject> change, String rule) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> decoded(change))
                .matches(e -> e.rule().equals(rule) && e.kind() == FormatException.Kind.WRONG_FORMAT, rule);
    }

    /** An unsigned credential with this map under claim 169. */
    private static IdentityCredential decoded(Consumer<CBORObject> change) throws FormatException {
        CBORObject map = CBORObject.NewMap();
        change.accept(map);
        byte[] payload = CBORObject.NewMap().Add(169, map).EncodeToBytes();
        byte[] header = CBORObject.NewMap().Add(1, -8).EncodeToBytes();
        return IdentityDecoder.decode(text(CBORObject.NewArray()
                .Add(header)
                .Add(CBORObject.NewMap())
                .Add(payload)
                .Add(new byte[0])
                .EncodeToBytes()));
    }

    private static String text(byte[] message) {
        return Base45.encode(BoundedInflate.deflate(message));
    }

    private static byte[] inflated(String text) throws FormatException {
        return BoundedInflate.inflate(Base45.decode(text, "X"), 8192, 100, "X");
    }
}
