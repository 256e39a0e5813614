package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;

/** A link says by an extension that the name changed, where and only where it did. */
public final class NameChangeLint implements CertificateLint {

    /** The extension {@code nameChange} of Doc 9303-12: its value is NULL. */
    public static final String NAME_CHANGE = "2.23.136.1.1.6.1";

    @Override
    public String rule() {
        return "TRUST-97 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        boolean changed = !Arrays.equals(
                certificate.getSubjectX500Principal().getEncoded(),
                certificate.getIssuerX500Principal().getEncoded());
        boolean said = Extensions.value(certificate, new ASN1ObjectIdentifier(NAME_CHANGE))
                .filter(DERNull.INSTANCE::equals)
                .isPresent();
        return CertificateLint.unless(
                changed == said
                        && (changed || !KeyPurpose.extensions(certificate).contains(NAME_CHANGE)),
                "a change of the name is not said by nameChange with NULL, or is said where there is none");
    }
}
