package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.TestKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The envelope against messages that others made. */
class CoseConformanceTest {
    private static final CoseSign1.Rules RULES = new CoseSign1.Rules("X-1", "X-1", "X-2");

    @ParameterizedTest
    @ValueSource(strings = {"cose-sign1/sign-pass-01", "cose-sign1/sign-pass-02", "cwt/A_3"})
    void whatPassesElsewhereIsReadAndVerifies(String name) throws IOException, FormatException {
        assertThat(verifies(json(name), "")).isTrue();
    }

    @Test
    void anUntaggedMessageIsRefusedAndVerifiesOnceItIsTagged() throws IOException, FormatException {
        JsonNode example = json("cose-sign1/sign-pass-03");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> verifies(example, ""))
                .matches(e -> e.rule().equals("X-2"));
        assertThat(verifies(example, "D2")).isTrue();
    }

    @Test
    void theWrongTagIsRefused() throws IOException {
        JsonNode example = json("cose-sign1/sign-fail-01");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> verifies(example, ""))
                .matches(e -> e.rule().equals("X-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "06", "07"})
    void whatFailsElsewhereDoesNotVerify(String number) throws IOException, FormatException {
        assertThat(verifies(json("cose-sign1/sign-fail-" + number), "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A_4", "A_5", "A_6", "A_7"})
    void aMacOrAnEncryptedTokenIsNoSignedMessage(String name) throws IOException {
        JsonNode example = json("cwt/" + name);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> CoseSign1.read(
                        HexFormat.of().parseHex(example.at("/output/cbor").stringValue()),
                        StrictCbor.Keys.IN_ORDER,
                        RULES))
                .matches(e -> e.rule().equals("X-2"));
    }

    @ParameterizedTest
    @CsvSource({"ecdsa-p256-signed, ES256", "ed25519-signed, ED25519"})
    void anIdentityCredentialWithClaim169IsReadAndVerifies(String name, SignatureAlgorithm algorithm)
            throws IOException, FormatException, GeneralSecurityException {
        JsonNode example = json("claim169/valid/" + name);
        CoseSign1 message = claim169(example);
        byte[] key = HexFormat.of()
                .parseHex(example.at("/signing_key/public_key_hex").stringValue());
        assertThat(algorithm.verify(
                        algorithm == SignatureAlgorithm.ES256 ? p256(key) : ed25519(key),
                        message.toBeSigned(),
                        message.signature()))
                .isTrue();
        CBORObject claims = StrictCbor.read(message.payload(), StrictCbor.Keys.IN_ANY_ORDER, "X-1", "X-1");
        CBORObject person = claims.get(Forged.key(169));
        assertThat(person.get(Forged.key(1)).AsString())
                .isEqualTo(example.at("/expected_claim169/id").stringValue());
        assertThat(person.get(Forged.key(4)).AsString())
                .isEqualTo(example.at("/expected_claim169/fullName").stringValue());
        assertThat(claims.get(Forged.key(1)).AsString())
                .isEqualTo(example.at("/expected_cwt_meta/issuer").stringValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid/claim169-example",
                "valid/demographics-full",
                "valid/minimal",
                "valid/with-face",
                "edge/expired",
                "edge/unknown-fields",
                "invalid/bad-base45",
                "invalid/missing-169"
            })
    void anIdentityCredentialOfAnotherIssuerIsNotAPermit(String name) throws IOException {
        String text = json("claim169/" + name).at("/qr_data").stringValue();
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> CredentialDecoder.decode(text))
                .matches(e -> e.kind() == FormatException.Kind.NOT_A_PERMIT);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> CredentialDecoder.decode("RP1:" + text))
                .matches(e -> e.kind() == FormatException.Kind.WRONG_FORMAT);
    }

    private static CoseSign1 claim169(JsonNode example) throws FormatException {
        byte[] stream = Base45.decode(example.at("/qr_data").stringValue(), "X-1");
        byte[] bytes = BoundedInflate.inflate(stream, 65_536, 100, "X-1");
        return CoseSign1.read(bytes, StrictCbor.Keys.IN_ANY_ORDER, RULES);
    }

    private static boolean verifies(JsonNode example, String before) throws FormatException {
        byte[] bytes =
                HexFormat.of().parseHex(before + example.at("/output/cbor").stringValue());
        CoseSign1 message = CoseSign1.read(bytes, StrictCbor.Keys.IN_ORDER, RULES);
        byte[] external =
                HexFormat.of().parseHex(example.at("/input/sign0/external").stringValue(""));
        byte[] protectedBytes = CBORObject.DecodeFromBytes(bytes).Untag().get(0).GetByteString();
        CBORObject alg = message.protectedHeader().get(Forged.key(1));
        boolean known = alg == null || alg.equals(CBORObject.FromObject(-7));
        return known
                && SignatureAlgorithm.ES256.verify(
                        key(example.at("/input/sign0/key")),
                        CoseSign1.toBeSigned(protectedBytes, external, message.payload()),
                        message.signature());
    }

    private static PublicKey key(JsonNode jwk) {
        String hex = jwk.path("d_hex").stringValue("");
        byte[] d = hex.isEmpty()
                ? Base64.getUrlDecoder().decode(jwk.path("d").stringValue())
                : HexFormat.of().parseHex(hex);
        return TestKeys.of("secp256r1", new BigInteger(1, d)).getPublic();
    }

    private static PublicKey p256(byte[] point) throws GeneralSecurityException {
        var spec = ECNamedCurveTable.getParameterSpec("secp256r1");
        return KeyFactory.getInstance("EC", Crypto.provider())
                .generatePublic(new ECPublicKeySpec(spec.getCurve().decodePoint(point), spec));
    }

    private static PublicKey ed25519(byte[] key) throws GeneralSecurityException, FormatException {
        byte[] info = Hex.decode("302a300506032b6570032100" + Hex.encode(key), "X-1");
        return KeyFactory.getInstance("Ed25519", Crypto.provider()).generatePublic(new X509EncodedKeySpec(info));
    }

    private static JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Conformance.path(name + ".json")));
    }
}
