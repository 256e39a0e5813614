package org.stayseal.trust.authority.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;

/**
 * The certificate that a key signs for itself when it is made: PKCS#12 and PKCS#11 keep a key under a certificate. It holds the public key and says
 * nothing; nobody believes it.
 */
final class KeyCertificate {

    private static final Duration VALIDITY = Duration.ofDays(36_525);
    private static final int SERIAL_BITS = 64;

    private KeyCertificate() {}

    static X509Certificate of(String label, PublicKey key, ContentSigner signer, Instant now) {
        X500Name name =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, label).build();
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0);
        try {
            return Crypto.certificate(new JcaX509v3CertificateBuilder(
                            name, serial, Date.from(now), Date.from(now.plus(VALIDITY)), name, key)
                    .build(signer)
                    .getEncoded());
        } catch (IOException | FormatException e) {
            throw new IllegalStateException("a certificate that was made can be read", e);
        }
    }
}
