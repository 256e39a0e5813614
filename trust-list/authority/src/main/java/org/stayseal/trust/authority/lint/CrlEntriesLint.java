package org.stayseal.trust.authority.lint;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;

/** Entries name certificates of this issuer, once each, and are left out as a whole where there are none. */
public final class CrlEntriesLint implements CrlLint {

    private static final Set<String> HARMLESS = Set.of(Extension.reasonCode.getId(), Extension.invalidityDate.getId());

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        Set<? extends X509CRLEntry> entries = crl.getRevokedCertificates();
        try {
            if (hasEmptyList(crl)) {
                return Optional.of("a list of entries with none in it");
            }
        } catch (CRLException | java.io.IOException | RuntimeException e) {
            return Optional.of("the entries cannot be read");
        }
        return CertificateLint.unless(
                entries == null || entries.stream().allMatch(isPlain()),
                "an entry of another issuer, or one with a critical or unknown extension");
    }

    private static Predicate<X509CRLEntry> isPlain() {
        return entry -> entry.getCertificateIssuer() == null
                && !entry.hasUnsupportedCriticalExtension()
                && (entry.getCriticalExtensionOIDs() == null
                        || entry.getCriticalExtensionOIDs().isEmpty())
                && (entry.getNonCriticalExtensionOIDs() == null
                        || HARMLESS.containsAll(entry.getNonCriticalExtensionOIDs()));
    }

    /** Of version, algorithm, issuer, two times, entries and extensions, the only sequence that can be empty, besides a name, is that of entries. */
    private static boolean hasEmptyList(X509CRL crl) throws CRLException, java.io.IOException {
        ASN1Sequence list = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(crl.getTBSCertList()));
        for (ASN1Encodable part : list) {
            if (part.toASN1Primitive() instanceof ASN1Sequence sequence && sequence.size() == 0) {
                return true;
            }
        }
        return false;
    }
}
