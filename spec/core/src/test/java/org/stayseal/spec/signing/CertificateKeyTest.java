package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TRUST-95: the key as the certificate writes it. */
class CertificateKeyTest {

    private static final KeyPair EC = TestKeys.generate("secp256r1");
    private static final KeyPair RSA = TestKeys.generate("RSA");

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1", "brainpoolP320r1", "Ed25519", "RSA"})
    void aPlainKeyIsTaken(String curve) {
        X509Certificate certificate = TestKeys.certificate(TestKeys.generate(curve), 1);
        assertThat(CertificateKey.algorithm(certificate))
                .isPresent()
                .isEqualTo(SignatureAlgorithm.ofKey(certificate.getPublicKey()));
        assertThat(CertificateKey.canonical(certificate.getPublicKey()))
                .isEqualTo(certificate.getPublicKey().getEncoded());
    }

    @Test
    void aCurveThatIsSpelledOutIsTakenAndIsTheSameKey() {
        X509Certificate spelled = with(EC, EncodedKeys.spelledOut(EC.getPublic(), "secp256r1", false));
        assertThat(CertificateKey.algorithm(spelled)).contains(SignatureAlgorithm.ES256);
        assertThat(CertificateKey.same(spelled, TestKeys.certificate(EC, 2))).isTrue();
        assertThat(CertificateKey.canonical(spelled.getPublicKey()))
                .isEqualTo(EC.getPublic().getEncoded());
    }

    @Test
    void aShortGeneratorIsNotTaken() {
        X509Certificate spelled = with(EC, EncodedKeys.spelledOut(EC.getPublic(), "secp256r1", true));
        assertThat(SignatureAlgorithm.ofKey(spelled.getPublicKey())).contains(SignatureAlgorithm.ES256);
        assertThat(CertificateKey.algorithm(spelled)).isEmpty();
    }

    @Test
    void aCompressedPointIsNotTakenThoughTheProviderReadsIt() {
        X509Certificate compressed = with(EC, EncodedKeys.compressed(EC.getPublic()));
        assertThat(SignatureAlgorithm.ofKey(compressed.getPublicKey())).contains(SignatureAlgorithm.ES256);
        assertThat(CertificateKey.algorithm(compressed)).isEmpty();
    }

    @Test
    void aPointWithUnusedBitsIsNotTakenThoughTheProviderReadsIt() {
        KeyPair even = Stream.iterate(1, i -> i + 1)
                .map(i -> TestKeys.of("secp256r1", BigInteger.valueOf(i)))
                .filter(keys -> keys.getPublic().getEncoded()[90] % 2 == 0)
                .findFirst()
                .orElseThrow();
        X509Certificate unused = with(even, EncodedKeys.withAnUnusedBit(even.getPublic()));
        assertThat(SignatureAlgorithm.ofKey(unused.getPublicKey())).contains(SignatureAlgorithm.ES256);
        assertThat(CertificateKey.algorithm(unused)).isEmpty();
    }

    /** rsaEncryption without NULL, id-RSAES-OAEP, and the RSA of X.500. */
    @ParameterizedTest
    @CsvSource({
        "1.2.840.113549.1.1.1, true, true",
        "1.2.840.113549.1.1.1, false, false",
        "1.2.840.113549.1.1.7, true, false",
        "2.5.8.1.1, true, false"
    })
    void anRsaKeyIsTakenUnderItsOneNameOnly(String kind, boolean withNull, boolean taken) {
        X509Certificate certificate = with(RSA, EncodedKeys.rsa(RSA.getPublic(), kind, withNull));
        assertThat(SignatureAlgorithm.ofKey(certificate.getPublicKey())).contains(SignatureAlgorithm.PS256);
        assertThat(CertificateKey.algorithm(certificate).isPresent()).isEqualTo(taken);
        assertThat(CertificateKey.same(certificate, TestKeys.certificate(RSA, 2)))
                .isTrue();
    }

    private static X509Certificate with(KeyPair keys, PublicKey form) {
        return TestKeys.certificate(new KeyPair(form, keys.getPrivate()), 1);
    }
}
