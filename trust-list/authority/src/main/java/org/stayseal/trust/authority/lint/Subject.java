package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The subject of a certificate, name by name. */
final class Subject {

    private Subject() {}

    /** Such as {@code C=UT}, {@code CN=RP}; other types by their number. */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        for (RDN rdn : X500Name.getInstance(
                        certificate.getSubjectX500Principal().getEncoded())
                .getRDNs()) {
            String type = rdn.getFirst().getType().equals(BCStyle.C)
                    ? "C"
                    : rdn.getFirst().getType().equals(BCStyle.CN)
                            ? "CN"
                            : rdn.getFirst().getType().getId();
            names.add(
                    rdn.isMultiValued()
                            ? "several at once"
                            : type + "="
                                    + IETFUtils.valueToString(rdn.getFirst().getValue()));
        }
        return names;
    }

    static Optional<String> country(X509Certificate certificate) {
        return names(certificate).stream().filter(name -> name.startsWith("C=")).findFirst();
    }
}
