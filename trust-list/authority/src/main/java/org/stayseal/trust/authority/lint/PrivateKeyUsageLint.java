package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PrivateKeyUsagePeriod;

/** How long the key signs is said, from and until, and is within the validity of the certificate. */
public final class PrivateKeyUsageLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                Extensions.value(certificate, Extension.privateKeyUsagePeriod)
                        .filter(value -> isWithin(value, certificate))
                        .isPresent(),
                "the private key usage period is missing, has an open end, or is not within the validity");
    }

    private static boolean isWithin(ASN1Primitive value, X509Certificate certificate) {
        try {
            PrivateKeyUsagePeriod period = PrivateKeyUsagePeriod.getInstance(value);
            return period.getNotBefore() != null
                    && period.getNotAfter() != null
                    && period.getNotBefore()
                            .getDate()
                            .before(period.getNotAfter().getDate())
                    && !period.getNotBefore().getDate().before(certificate.getNotBefore())
                    && !period.getNotAfter().getDate().after(certificate.getNotAfter());
        } catch (ParseException | IllegalArgumentException e) {
            return false;
        }
    }
}
