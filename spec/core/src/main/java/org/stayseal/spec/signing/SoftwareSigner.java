package org.stayseal.spec.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.function.Predicate;

/**
 * A signer whose key is in this process: for trying out, for demos and for vectors. Real keys belong into a token.
 *
 * <p>Security guarantees: the key fits the certificate (tried when the signer is made), and it is of an algorithm that may sign new permits.
 */
public final class SoftwareSigner implements Signer {

    private static final byte[] TRIAL =
            "stayseal: does this key fit this certificate".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final SignatureAlgorithm algorithm;
    private final boolean deterministic;

    private SoftwareSigner(
            PrivateKey key, X509Certificate certificate, boolean deterministic, Predicate<SignatureAlgorithm> allowed) {
        this.key = key;
        this.certificate = certificate;
        this.deterministic = deterministic;
        this.algorithm = SignatureAlgorithm.ofKey(certificate.getPublicKey())
                .filter(allowed)
                .orElseThrow(() ->
                        new IllegalArgumentException("the certificate's key is of no kind that signs new permits"));
        if (!algorithm.verify(certificate.getPublicKey(), TRIAL, sign(TRIAL))) {
            throw new IllegalArgumentException("the private key is not the one of the certificate");
        }
    }

    /**
     * A signer with random nonces.
     *
     * @throws IllegalArgumentException if the key does not fit the certificate, or is of a kind that may not sign
     */
    public static SoftwareSigner of(PrivateKey key, X509Certificate certificate) {
        return new SoftwareSigner(key, certificate, false, SignatureAlgorithm::mayWrite);
    }

    /**
     * A signer whose signature of one message is always the same: ECDSA after RFC 6979, Ed25519 as it is, PS256 with a salt made from the key and the
     * message. For vectors, which must be made again byte for byte; so it signs with what credentials are only read with, too.
     *
     * @throws IllegalArgumentException if the key does not fit the certificate, or is of a kind that may not sign
     */
    public static SoftwareSigner deterministic(PrivateKey key, X509Certificate certificate) {
        return new SoftwareSigner(
                key, certificate, true, algorithm -> algorithm.mayWrite() || algorithm.inCredentials());
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            if (certificate.getPublicKey() instanceof ECPublicKey ec) {
                String scheme = RawSignatures.jcaName(algorithm.hash(), deterministic ? "ECDDSA" : "ECDSA");
                return RawSignatures.fromDer(ec.getParams().getOrder(), sign(scheme, message));
            }
            return key instanceof RSAPrivateKey rsa
                    ? RsaPssSignatures.sign(rsa, message)
                    : sign(algorithm.curve(), message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private byte[] sign(String name, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(name, Crypto.provider());
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }
}
