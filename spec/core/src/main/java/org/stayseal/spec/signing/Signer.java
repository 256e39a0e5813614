package org.stayseal.spec.signing;

import java.security.cert.X509Certificate;

/** A key that signs, with the certificate that says whose it is. The key itself may be in this process, in a token, or in another house. */
public interface Signer {

    /** The certificate of the key. */
    X509Certificate certificate();

    /** The algorithm that the key is for. */
    SignatureAlgorithm algorithm();

    /**
     * Signs {@code message}; hashing is part of it.
     *
     * @return the raw signature: r and s, or R and S, each padded to {@link SignatureAlgorithm#halfLength()} bytes
     * @throws IllegalStateException if the key or its token cannot sign now
     */
    byte[] sign(byte[] message);
}
