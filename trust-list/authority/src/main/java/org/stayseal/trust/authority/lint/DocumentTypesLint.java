package org.stayseal.trust.authority.lint;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.stayseal.spec.verify.CertificateProfile;

/** Where document types are named, they are codes of a machine readable zone: one or two letters. */
public final class DocumentTypesLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-91 (Doc 9303-12)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        byte[] value = certificate.getExtensionValue(CertificateProfile.DOCUMENT_TYPES);
        if (value == null) {
            return Optional.empty();
        }
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(JcaX509ExtensionUtils.parseExtensionValue(value));
            ASN1Set types = ASN1Set.getInstance(sequence.getObjectAt(1));
            for (ASN1Encodable type : types) {
                if (!ASN1PrintableString.getInstance(type).getString().matches("[A-Z]{1,2}")) {
                    return Optional.of("a document type that is no code of one or two letters");
                }
            }
            return CertificateLint.unless(
                    sequence.size() == 2
                            && ASN1Integer.getInstance(sequence.getObjectAt(0)).hasValue(0)
                            && types.size() > 0,
                    "the document types have another form");
        } catch (IOException | RuntimeException e) {
            return Optional.of("the document types cannot be read");
        }
    }
}
