package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.bytes.Hex;

class SoftwareSignerTest {

    @Test
    void theDeterministicSignerMakesTheSignatureOfRfc6979() {
        KeyPair keys = TestKeys.of(
                "secp256r1", new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16));
        SoftwareSigner signer = SoftwareSigner.deterministic(keys.getPrivate(), TestKeys.certificate(keys, 1));
        assertThat(Hex.encode(signer.sign("sample".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                        + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    }

    @Test
    void theOrdinarySignerNeverMakesTheSameSignatureTwice() {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 1);
        assertThat(signer.sign(new byte[1])).isNotEqualTo(signer.sign(new byte[1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secp256r1",
                "secp384r1",
                "secp521r1",
                "brainpoolP256r1",
                "brainpoolP320r1",
                "brainpoolP384r1",
                "brainpoolP512r1"
            })
    void everyCurveThatMaySignMakesSignaturesOfItsLengthThatVerify(String curve) {
        SoftwareSigner signer = TestKeys.signer(curve, 1);
        byte[] signature = signer.sign(new byte[] {7});
        assertThat(signer.algorithm().curve()).isEqualTo(curve);
        assertThat(signature).hasSize(signer.algorithm().signatureLength());
        assertThat(signer.algorithm().verify(signer.certificate().getPublicKey(), new byte[] {7}, signature))
                .isTrue();
        assertThat(signer.algorithm().verify(signer.certificate().getPublicKey(), new byte[] {8}, signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp224r1", "brainpoolP224r1", "secp256k1"})
    void noOtherCurveMaySign(String curve) {
        assertThatIllegalArgumentException().isThrownBy(() -> TestKeys.signer(curve, 1));
    }

    @Test
    void aKeyThatIsNotTheCertificatesIsRefused() {
        KeyPair mine = TestKeys.generate("secp256r1");
        KeyPair other = TestKeys.generate("secp256r1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoftwareSigner.of(mine.getPrivate(), TestKeys.certificate(other, 1)));
    }
}
