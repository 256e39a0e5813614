package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureAlgorithmTest {

    @ParameterizedTest
    @CsvSource({
        "secp224r1, SEAL_P224, SHA-224, 56",
        "brainpoolP224r1, SEAL_B224, SHA-224, 56",
        "secp256r1, ES256, SHA-256, 64",
        "brainpoolP256r1, ESB256, SHA-256, 64",
        "brainpoolP320r1, ESB320, SHA-384, 80",
        "secp384r1, ES384, SHA-384, 96",
        "brainpoolP384r1, ESB384, SHA-384, 96",
        "brainpoolP512r1, ESB512, SHA-512, 128"
    })
    void aSealTakesItsHashFromTheOrderOfTheCurve(String curve, SignatureAlgorithm algorithm, String hash, int length) {
        PublicKey key = TestKeys.generate(curve).getPublic();
        assertThat(SignatureAlgorithm.ofSealKey(key)).contains(algorithm);
        assertThat(algorithm.hash()).isEqualTo(hash);
        assertThat(algorithm.signatureLength()).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"secp521r1", "secp192r1", "secp256k1"})
    void aSealIsNotSignedOnOtherCurves(String curve) {
        assertThat(SignatureAlgorithm.ofSealKey(TestKeys.generate(curve).getPublic()))
                .isEmpty();
    }

    @Test
    void polymorphicAndFullySpecifiedNumbersOfCoseMeanTheSame() {
        assertThat(SignatureAlgorithm.ofCose(-7)).contains(SignatureAlgorithm.ES256);
        assertThat(SignatureAlgorithm.ofCose(-9)).contains(SignatureAlgorithm.ES256);
        assertThat(SignatureAlgorithm.ofCose(-35)).contains(SignatureAlgorithm.ES384);
        assertThat(SignatureAlgorithm.ofCose(-19)).contains(SignatureAlgorithm.ED25519);
        assertThat(SignatureAlgorithm.ofCose(-8)).contains(SignatureAlgorithm.ED25519);
        assertThat(SignatureAlgorithm.ofCose(-37)).contains(SignatureAlgorithm.PS256);
        assertThat(SignatureAlgorithm.ofCredential(-8)).isEmpty();
        assertThat(SignatureAlgorithm.ES256.coseId()).isEqualTo(-7);
    }

    @Test
    void namesThatDoNotExistAreNotInvented() {
        assertThat(SignatureAlgorithm.ofJose("ES256")).contains(SignatureAlgorithm.ES256);
        assertThat(SignatureAlgorithm.ofJose("none")).isEmpty();
        assertThatIllegalStateException().isThrownBy(SignatureAlgorithm.ESB256::joseName);
        assertThatIllegalStateException().isThrownBy(SignatureAlgorithm.SEAL_B224::coseId);
    }

    @Test
    void aHeaderCannotChooseWhatAKeyIsUsedFor() {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 1);
        byte[] signature = signer.sign(new byte[1]);
        assertThat(SignatureAlgorithm.ESB256.verify(signer.certificate().getPublicKey(), new byte[1], signature))
                .isFalse();
        assertThat(SignatureAlgorithm.ED25519.verify(signer.certificate().getPublicKey(), new byte[1], signature))
                .isFalse();
    }

    @Test
    void ed25519IsRead() throws Exception {
        KeyPair keys =
                KeyPairGenerator.getInstance("Ed25519", Crypto.provider()).generateKeyPair();
        Signature maker = Signature.getInstance("Ed25519", Crypto.provider());
        maker.initSign(keys.getPrivate());
        maker.update(new byte[] {5});
        byte[] signature = maker.sign();
        assertThat(SignatureAlgorithm.ofKey(keys.getPublic())).contains(SignatureAlgorithm.ED25519);
        assertThat(SignatureAlgorithm.ED25519.verify(keys.getPublic(), new byte[] {5}, signature))
                .isTrue();
        signature[0] ^= 1;
        assertThat(SignatureAlgorithm.ED25519.verify(keys.getPublic(), new byte[] {5}, signature))
                .isFalse();
    }
}
