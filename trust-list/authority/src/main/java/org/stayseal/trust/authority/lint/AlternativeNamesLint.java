package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The alternative names of subject and issuer say the country as the MRZ writes it, as a locality, and where to ask. */
public final class AlternativeNamesLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                isContact(certificate, Extension.subjectAlternativeName)
                        && isContact(certificate, Extension.issuerAlternativeName),
                "the alternative name of subject or issuer has no country code of the MRZ, or no address");
    }

    private static boolean isContact(
            X509Certificate certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier extension) {
        return Extensions.value(certificate, extension)
                .filter(AlternativeNamesLint::isContact)
                .isPresent();
    }

    private static boolean isContact(ASN1Primitive value) {
        try {
            GeneralName[] names = GeneralNames.getInstance(value).getNames();
            return Arrays.stream(names).anyMatch(AlternativeNamesLint::isCountry)
                    && Arrays.stream(names)
                            .map(GeneralName::getTagNo)
                            .anyMatch(tag -> tag == GeneralName.uniformResourceIdentifier
                                    || tag == GeneralName.rfc822Name
                                    || tag == GeneralName.dNSName);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCountry(GeneralName name) {
        return name.getTagNo() == GeneralName.directoryName
                && Arrays.stream(X500Name.getInstance(name.getName()).getRDNs(BCStyle.L))
                        .anyMatch(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue())
                                .matches("[A-Z]{1,3}"));
    }
}
