package org.stayseal.trust.authority.keys;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;

/** A signer whose key stays in its token. That it is the key of the certificate is tried when it is opened. */
record TokenSigner(PrivateKey key, X509Certificate certificate, SignatureAlgorithm algorithm, Provider provider)
        implements Signer {

    private static final byte[] TRIAL =
            "stayseal: does this key fit this certificate".getBytes(StandardCharsets.US_ASCII);

    static TokenSigner of(
            PrivateKey key, X509Certificate certificate, SignatureAlgorithm algorithm, Provider provider) {
        TokenSigner signer = new TokenSigner(key, certificate, algorithm, provider);
        if (!algorithm.verify(certificate.getPublicKey(), TRIAL, signer.sign(TRIAL))) {
            throw new IllegalArgumentException("the key in the token is not the one of the certificate");
        }
        return signer;
    }

    @Override
    public byte[] sign(byte[] message) {
        return EcdsaSigning.raw(key, certificate.getPublicKey(), provider, message);
    }
}
