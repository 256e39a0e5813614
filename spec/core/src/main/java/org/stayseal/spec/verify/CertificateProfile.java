package org.stayseal.spec.verify;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** What a signer's certificate must look like (docs 40 section 10; Doc 9303-12 for seals). */
public final class CertificateProfile {

    /** Key purpose of a seal signer (Doc 9303-13 3.2). */
    public static final String SEAL_SIGNING = "2.23.136.1.1.11.1";
    /** Key purpose of a VDS-NC signer (TRUST-94; Doc 9303-12). */
    public static final String VDS_NC_SIGNING = "2.23.136.1.1.14.2";
    /** Key purpose of a credential signer (TRUST-92). */
    public static final String CREDENTIAL_SIGNING = "2.25.2627722287845535999766179156331708575";
    /** The extension that names document types (Doc 9303-12). */
    public static final String DOCUMENT_TYPES = "2.23.136.1.1.6.2";

    private static final Set<String> SEAL_EXTENSIONS =
            Set.of(Extension.authorityKeyIdentifier.getId(), Extension.extendedKeyUsage.getId(), DOCUMENT_TYPES);
    private static final Set<String> CREDENTIAL_CRITICAL =
            Set.of(Extension.extendedKeyUsage.getId(), Extension.keyUsage.getId());
    private static final Set<SignatureAlgorithm> VDS_NC_KEYS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384, SignatureAlgorithm.ES512);

    private CertificateProfile() {}

    /** The first rule of TRUST-90 and TRUST-91 that a seal signer's certificate breaks, in words. */
    public static Optional<String> brokenSealSignerRule(X509Certificate certificate) {
        return brokenCommonRule(certificate, SEAL_SIGNING, key -> key.inSeals() && key.mayWrite())
                .or(() -> brokenIcaoSignerRule(certificate, "TRUST-91"));
    }

    /** The first rule of TRUST-90 and TRUST-94 that a VDS-NC signer's certificate breaks, in words. */
    public static Optional<String> brokenVdsNcSignerRule(X509Certificate certificate) {
        return brokenCommonRule(certificate, VDS_NC_SIGNING, VDS_NC_KEYS::contains)
                .or(() -> brokenIcaoSignerRule(certificate, "TRUST-94"));
    }

    private static Optional<String> brokenIcaoSignerRule(X509Certificate certificate, String rule) {
        List<String> subject = subject(certificate);
        if (subject.size() != 2
                || !subject.get(0).matches("C=[A-Z]{2}")
                || !subject.get(1).matches("CN=[A-Z0-9]{2}")) {
            return Optional.of(rule + ": the subject is not C and CN of two characters each");
        }
        return SEAL_EXTENSIONS.containsAll(extensions(certificate))
                ? Optional.empty()
                : Optional.of(rule + ": it has an extension that the profile does not name");
    }

    /** The first rule of TRUST-90 and TRUST-92 that a credential signer's certificate breaks, in words. */
    public static Optional<String> brokenCredentialSignerRule(X509Certificate certificate) {
        return brokenCommonRule(certificate, CREDENTIAL_SIGNING, SignatureAlgorithm::inCredentials)
                .or(() -> {
                    List<String> subject = subject(certificate);
                    if (subject.stream()
                                            .filter(name -> name.matches("C=[A-Z]{2}"))
                                            .count()
                                    != 1
                            || subject.stream()
                                            .filter(name -> name.startsWith("CN="))
                                            .count()
                                    != 1) {
                        return Optional.of("TRUST-92: the subject has not exactly one C and one CN");
                    }
                    boolean[] usage = certificate.getKeyUsage();
                    if (usage != null && !usage[0]) {
                        return Optional.of("TRUST-92: its key usage is not digitalSignature");
                    }
                    Set<String> critical = certificate.getCriticalExtensionOIDs();
                    return critical != null && !CREDENTIAL_CRITICAL.containsAll(critical)
                            ? Optional.of("TRUST-90: it has a critical extension that the profile does not name")
                            : Optional.empty();
                });
    }

    private static Optional<String> brokenCommonRule(
            X509Certificate certificate, String purpose, Predicate<SignatureAlgorithm> allowed) {
        if (certificate.getVersion() != 3) {
            return Optional.of("TRUST-90: it is not of version 3");
        }
        if (certificate.getBasicConstraints() >= 0) {
            return Optional.of("TRUST-90: it is an authority's certificate");
        }
        if (CertificateKey.algorithm(certificate).filter(allowed).isEmpty()) {
            return Optional.of("TRUST-95: its key is of no kind that may sign");
        }
        if (certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId()) == null) {
            return Optional.of("TRUST-90: it does not identify its authority's key");
        }
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            Set<String> critical = certificate.getCriticalExtensionOIDs();
            if (purposes == null
                    || critical == null
                    || !critical.contains(Extension.extendedKeyUsage.getId())
                    || !purposes.equals(List.of(purpose))) {
                return Optional.of(
                        "TRUST-91, TRUST-92, TRUST-94: its extended key usage is not " + purpose + ", critical");
            }
        } catch (CertificateParsingException e) {
            return Optional.of("TRUST-90: its extended key usage cannot be read");
        }
        return Optional.empty();
    }

    /**
     * Whether the document types that the certificate names, if it names any, allow a document with this code in its MRZ (TRUST-91).
     *
     * @param mrzCode one or two characters; empty for a document without a code, which no type allows
     */
    static boolean allowsDocumentCode(X509Certificate certificate, String mrzCode) {
        byte[] value = certificate.getExtensionValue(DOCUMENT_TYPES);
        if (value == null) {
            return true;
        }
        if (mrzCode.isEmpty()) {
            return false;
        }
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(JcaX509ExtensionUtils.parseExtensionValue(value));
            Set<String> types = new HashSet<>();
            for (ASN1Encodable type : ASN1Set.getInstance(sequence.getObjectAt(1))) {
                types.add(((ASN1PrintableString) type.toASN1Primitive()).getString());
            }
            return types.contains(mrzCode) || types.contains(mrzCode.substring(0, 1));
        } catch (IOException | RuntimeException e) {
            // An extension that cannot be read, or that has a type in another form, allows nothing.
            return false;
        }
    }

    /** Such as {@code C=UT}, {@code CN=RP}; other types by their number. */
    private static List<String> subject(X509Certificate certificate) {
        return DistinguishedName.subject(certificate).parts().stream()
                .map(part -> switch (part.type()) {
                    case DistinguishedName.COUNTRY -> "C=" + part.text();
                    case DistinguishedName.COMMON_NAME -> "CN=" + part.text();
                    default -> part.type() + "=" + part.text();
                })
                .toList();
    }

    private static Set<String> extensions(X509Certificate certificate) {
        Set<String> all = new HashSet<>();
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        Set<String> other = certificate.getNonCriticalExtensionOIDs();
        if (critical != null) {
            all.addAll(critical);
        }
        if (other != null) {
            all.addAll(other);
        }
        return all;
    }
}
