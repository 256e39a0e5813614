package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Subject and issuer have one country in capitals and one common name each; texts are PrintableString or UTF8String, the country is PrintableString. */
public final class NamesLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                isPlain(certificate.getSubjectX500Principal()) && isPlain(certificate.getIssuerX500Principal()),
                "subject or issuer has not exactly one country of two capital letters and one common name, or a text of another kind");
    }

    private static boolean isPlain(X500Principal principal) {
        List<AttributeTypeAndValue> all = Arrays.stream(
                        X500Name.getInstance(principal.getEncoded()).getRDNs())
                .map(RDN::getTypesAndValues)
                .flatMap(Arrays::stream)
                .toList();
        List<ASN1Encodable> countries = values(all, true);
        return all.stream().filter(name -> name.getType().equals(BCStyle.CN)).count() == 1
                && countries.size() == 1
                && countries.get(0) instanceof DERPrintableString country
                && country.getString().matches("[A-Z]{2}")
                && values(all, false).stream()
                        .allMatch(value -> value instanceof DERPrintableString || value instanceof DERUTF8String);
    }

    private static List<ASN1Encodable> values(List<AttributeTypeAndValue> names, boolean countries) {
        return names.stream()
                .filter(name -> name.getType().equals(BCStyle.C) == countries)
                .<ASN1Encodable>map(name -> name.getValue().toASN1Primitive())
                .toList();
    }
}
