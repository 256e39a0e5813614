package org.stayseal.trust.authority.lint;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;

/** The list has a number, not negative and of 20 octets at most, so that an older one is known as older. */
public final class CrlNumberLint implements CrlLint {

    private static final int MOST_BITS = 20 * 8 - 1;

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        return CertificateLint.unless(number(crl).isPresent(), "the number is missing, negative, or too long");
    }

    /** The number, if it is one. */
    public static Optional<BigInteger> number(X509CRL crl) {
        return Extensions.value(crl, Extension.cRLNumber)
                .filter(ASN1Integer.class::isInstance)
                .map(CrlNumberLint::value)
                .filter(number -> number.signum() >= 0 && number.bitLength() <= MOST_BITS);
    }

    private static BigInteger value(ASN1Primitive number) {
        return ((ASN1Integer) number).getValue();
    }
}
