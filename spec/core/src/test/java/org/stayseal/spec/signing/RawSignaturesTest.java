package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RawSignaturesTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    private final SoftwareSigner signer = TestKeys.signer("secp256r1", 1);
    private final ECPublicKey key = (ECPublicKey) signer.certificate().getPublicKey();
    private final BigInteger order = key.getParams().getOrder();
    private final byte[] good = signer.sign(MESSAGE);

    @Test
    void aSignatureIsRawAndVerifies() {
        assertThat(good).hasSize(64);
        assertThat(verify(good)).isTrue();
    }

    @Test
    void aSignatureOfAnotherLengthNeverVerifies() {
        assertThat(verify(Arrays.copyOf(good, 63))).isFalse();
        assertThat(verify(Arrays.copyOf(good, 65))).isFalse();
        assertThat(verify(new byte[0])).isFalse();
        // Both halves one byte longer, with the same numbers: JDK 17 takes this one.
        byte[] padded = new byte[66];
        System.arraycopy(good, 0, padded, 1, 32);
        System.arraycopy(good, 32, padded, 34, 32);
        assertThat(verify(padded)).isFalse();
    }

    @Test
    void zeroAndNumbersFromTheOrderOnAreRefused() {
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        assertThat(verify(raw(BigInteger.ZERO, s))).isFalse();
        assertThat(verify(raw(r, BigInteger.ZERO))).isFalse();
        assertThat(verify(raw(order, s))).isFalse();
        assertThat(verify(raw(r, order))).isFalse();
        assertThat(verify(raw(r, s))).isTrue();
    }

    @Test
    void theMirroredSignatureVerifiesToo_whichIsWhyNothingIsKeyedOnIt() {
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        assertThat(verify(raw(r, order.subtract(s)))).isTrue();
    }

    @Test
    void aKeyOnAnUnlistedCurveVerifiesNothing() {
        PublicKey unlisted = TestKeys.generate("secp256k1").getPublic();
        assertThat(RawSignatures.verify(unlisted, "SHA-256", MESSAGE, good)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secp256r1_sha256",
                "secp384r1_sha384",
                "secp521r1_sha512",
                "brainpoolP256r1_sha256",
                "brainpoolP384r1_sha384",
                "brainpoolP512r1_sha512"
            })
    void everyWycheproofCaseIsAnsweredAsItsResultSays(String name) throws Exception {
        Path file = Conformance.path("wycheproof/ecdsa_" + name + "_p1363_test.json");
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (JsonNode group :
                JsonMapper.shared().readTree(Files.readString(file)).get("testGroups")) {
            PublicKey publicKey = KeyFactory.getInstance("EC", Crypto.provider())
                    .generatePublic(new X509EncodedKeySpec(hex(group, "publicKeyDer")));
            for (JsonNode test : group.get("tests")) {
                count++;
                boolean valid = RawSignatures.verify(
                        publicKey, group.get("sha").asString(), hex(test, "msg"), hex(test, "sig"));
                if (valid != test.get("result").asString().equals("valid")) {
                    wrong.add(test.get("tcId").asString() + " "
                            + test.get("comment").asString());
                }
            }
        }
        assertThat(count).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    private boolean verify(byte[] rs) {
        return RawSignatures.verify(key, "SHA-256", MESSAGE, rs);
    }

    private static byte[] raw(BigInteger r, BigInteger s) {
        byte[] out = new byte[64];
        byte[] a = r.toByteArray();
        byte[] b = s.toByteArray();
        System.arraycopy(a, Math.max(0, a.length - 32), out, Math.max(0, 32 - a.length), Math.min(32, a.length));
        System.arraycopy(b, Math.max(0, b.length - 32), out, 32 + Math.max(0, 32 - b.length), Math.min(32, b.length));
        return out;
    }

    private static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.get(field).asString());
    }
}
