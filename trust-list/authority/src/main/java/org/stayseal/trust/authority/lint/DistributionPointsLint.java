package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where the CRL is: addresses of the web or of a directory, for all reasons, by the issuer itself. */
public final class DistributionPointsLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                Extensions.value(certificate, Extension.cRLDistributionPoints)
                        .filter(DistributionPointsLint::arePlain)
                        .isPresent(),
                "the CRL distribution points are missing, or are not addresses that begin with http, https or ldap, for all reasons");
    }

    private static boolean arePlain(ASN1Primitive value) {
        try {
            DistributionPoint[] points = CRLDistPoint.getInstance(value).getDistributionPoints();
            return points.length > 0 && Arrays.stream(points).allMatch(DistributionPointsLint::isPlain);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPlain(DistributionPoint point) {
        DistributionPointName name = point.getDistributionPoint();
        return point.getReasons() == null
                && point.getCRLIssuer() == null
                && name != null
                && name.getType() == DistributionPointName.FULL_NAME
                && Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                        .allMatch(DistributionPointsLint::isAddress);
    }

    private static boolean isAddress(GeneralName name) {
        return name.getTagNo() == GeneralName.uniformResourceIdentifier
                && ASN1IA5String.getInstance(name.getName()).getString().matches("(https?|ldap)://.+");
    }
}
