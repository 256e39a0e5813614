package org.stayseal.spec.claim169;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every identity credential that others made: the maps that they expect, the keys that they name, the refusals that they want. */
class IdentityConformanceTest {

    static Stream<Path> good() throws IOException {
        return Stream.concat(files("claim169/valid"), files("claim169/edge"));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Conformance.path(folder))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void decodesToTheExpectedMap(Path file) throws Exception {
        JsonNode example = json(file);
        IdentityCredential read =
                IdentityDecoder.decode(example.required("qr_data").stringValue());
        int checked = 0;
        for (var expected : example.required("expected_claim169").properties()) {
            isExpected(read.identity(), expected.getKey(), expected.getValue());
            checked++;
        }
        Identity identity = read.identity();
        assertThat(identity.texts().size()
                        + identity.codes().size()
                        + identity.biometrics().size()
                        + (identity.fingers().isEmpty() ? 0 : 1))
                .as("nothing but what is expected")
                .isEqualTo(checked);
        meta(read.token(), example.required("expected_cwt_meta"));
    }

    private static void isExpected(Identity identity, String name, JsonNode expected) {
        IdentityField field = Stream.of(IdentityField.values())
                .filter(one -> one.title().equals(name))
                .findFirst()
                .orElseThrow();
        switch (field.type()) {
            case TEXT, DATE -> assertThat(identity.text(field)).contains(expected.stringValue());
            case CODE -> assertThat(identity.code(field)).contains(expected.intValue());
            case FINGERS ->
                assertThat(identity.fingers())
                        .isEqualTo(
                                expected.valueStream().map(JsonNode::intValue).toList());
            case BIOMETRICS -> {
                List<Biometric> samples = identity.biometrics().get(field);
                assertThat(samples).hasSize(expected.size());
                for (int i = 0; i < samples.size(); i++) {
                    assertThat(samples.get(i).format())
                            .contains(expected.get(i).required("format").intValue());
                    assertThat(samples.get(i).subFormat())
                            .contains(expected.get(i).required("subFormat").intValue());
                    if (expected.get(i).has("data")) {
                        // The file's own data is not what its code holds (FF FD FE for FF D8 FF): only its length
                        // counts.
                        int length = Base64.getDecoder()
                                .decode(expected.get(i).get("data").stringValue())
                                .length;
                        assertThat(samples.get(i).data()).hasSize(length).startsWith(0xFF, 0xD8, 0xFF);
                    }
                }
            }
            case BYTES -> throw new AssertionError("no example expects " + name);
        }
    }

    private static void meta(IdentityCredential.Token token, JsonNode expected) {
        assertThat(token.issuer()).isEqualTo(text(expected, "issuer"));
        assertThat(token.subject()).isEqualTo(text(expected, "subject"));
        assertThat(token.expires()).isEqualTo(time(expected, "expiresAt"));
        assertThat(token.notBefore()).isEqualTo(time(expected, "notBefore"));
        assertThat(token.issuedAt()).isEqualTo(time(expected, "issuedAt"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void verifiesWithTheKeyThatIsNamedAndWithNoneWhereNoneIs(Path file) throws Exception {
        JsonNode example = json(file);
        IdentityCredential read =
                IdentityDecoder.decode(example.required("qr_data").stringValue());
        JsonNode key = example.path("signing_key");
        assertThat(read.isSigned()).isEqualTo(!key.isMissingNode());
        PublicKey other = ed25519(new byte[] {0x58, 0x66});
        if (key.isMissingNode()) {
            assertThat(read.verifies(other)).isFalse();
        } else {
            byte[] bytes =
                    HexFormat.of().parseHex(key.required("public_key_hex").stringValue());
            boolean eddsa = key.required("algorithm").stringValue().equals("EdDSA");
            assertThat(read.verifies(eddsa ? ed25519(bytes) : p256(bytes))).isTrue();
            assertThat(read.verifies(other)).isFalse();
        }
    }

    @Test
    void unknownFieldsAreKept() throws Exception {
        Identity identity = IdentityDecoder.decode(qr("edge/unknown-fields")).identity();
        assertThat(identity.unknown()).containsOnlyKeys(30L, 45L, 70L, 99L);
        assertThat(identity.unknown().get(45L)).isEqualTo(HexFormat.of().parseHex("193039"));
        assertThat(identity.unknown().get(99L)).isEqualTo(HexFormat.of().parseHex("f5"));
    }

    @Test
    void anExpiredOneIsReadAndSaysSo() throws Exception {
        assertThat(IdentityDecoder.decode(qr("edge/expired")).token().expires())
                .contains(Instant.parse("2021-01-01T00:00:00Z"));
    }

    @Test
    void badBase45IsRefusedForThat() throws Exception {
        assertRefused(qr("invalid/bad-base45"), "C169-1", "Base45");
    }

    @Test
    void aTokenWithoutClaim169IsRefusedForThat() throws Exception {
        assertRefused(qr("invalid/missing-169"), "C169-7", "without claim 169");
    }

    private static void assertRefused(String text, String rule, String words) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> IdentityDecoder.decode(text))
                .matches(e -> e.rule().equals(rule) && e.kind() == FormatException.Kind.NOT_A_PERMIT)
                .withMessageContaining(words);
        assertThat(IdentityDecoder.looksLikeIdentity(text)).isFalse();
    }

    private static String qr(String name) throws IOException {
        return json(Conformance.path("claim169/" + name + ".json"))
                .required("qr_data")
                .stringValue();
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::stringValue);
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::longValue).map(Instant::ofEpochSecond);
    }

    private static PublicKey p256(byte[] point) throws GeneralSecurityException {
        var spec = ECNamedCurveTable.getParameterSpec("secp256r1");
        return KeyFactory.getInstance("EC", Crypto.provider())
                .generatePublic(new ECPublicKeySpec(spec.getCurve().decodePoint(point), spec));
    }

    /** A key of 32 bytes; two bytes stand for the base point, whose private key is nobody's here. */
    private static PublicKey ed25519(byte[] key) throws GeneralSecurityException {
        byte[] full = key.length == 32 ? key : HexFormat.of().parseHex("58" + "66".repeat(31));
        byte[] info = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(full));
        return KeyFactory.getInstance("Ed25519", Crypto.provider()).generatePublic(new X509EncodedKeySpec(info));
    }
}
