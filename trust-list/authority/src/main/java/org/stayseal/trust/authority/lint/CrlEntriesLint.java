package org.stayseal.trust.authority.lint;

import java.math.BigInteger;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList;

/** Entries name certificates of this issuer, once each, and are left out as a whole where there are none. */
public final class CrlEntriesLint implements CrlLint {

    private static final Set<String> HARMLESS = Set.of(Extension.reasonCode.getId(), Extension.invalidityDate.getId());

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        try {
            ASN1Sequence list = ASN1Sequence.getInstance(crl.getTBSCertList());
            if (hasEmptyList(list)) {
                return Optional.of("a list of entries with none in it");
            }
            if (hasEntryTwice(list)) {
                return Optional.of("an entry twice");
            }
            Set<? extends X509CRLEntry> entries = crl.getRevokedCertificates();
            return CertificateLint.unless(
                    entries == null || entries.stream().allMatch(isPlain()),
                    "an entry of another issuer, or one with a critical or unknown extension");
        } catch (CRLException | RuntimeException e) {
            return Optional.of("the entries cannot be read");
        }
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
    private static boolean hasEmptyList(ASN1Sequence list) {
        for (ASN1Encodable part : list) {
            if (part.toASN1Primitive() instanceof ASN1Sequence sequence && sequence.size() == 0) {
                return true;
            }
        }
        return false;
    }

    /** The platform's own view is a set, in which a second entry may be gone. */
    private static boolean hasEntryTwice(ASN1Sequence list) {
        Set<BigInteger> serials = new HashSet<>();
        for (TBSCertList.CRLEntry entry : TBSCertList.getInstance(list).getRevokedCertificates()) {
            if (!serials.add(entry.getUserCertificate().getPositiveValue())) {
                return true;
            }
        }
        return false;
    }
}
