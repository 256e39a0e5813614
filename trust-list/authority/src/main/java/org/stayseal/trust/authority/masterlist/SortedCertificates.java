package org.stayseal.trust.authority.masterlist;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Certificates of authorities from anywhere, each taken or refused by TRUST-102.
 *
 * @param taken in the order given
 * @param refused the others, with their position and the reason
 * @param issuers those that may have issued others: they keep every rule but those of time and of who signed them
 */
public record SortedCertificates(
        List<X509Certificate> taken, List<MasterList.Refused> refused, List<X509Certificate> issuers) {

    /** Keeps its own lists. */
    public SortedCertificates {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
        issuers = List.copyOf(issuers);
    }

    /**
     * Sorts them. Nothing that is wrong with one of them keeps the others from being read.
     *
     * @param certificates in DER, each whole by itself
     * @param now by which certificates are over
     */
    public static SortedCertificates of(List<byte[]> certificates, Instant now) {
        Sorting sorting = new Sorting(now);
        certificates.forEach(sorting::add);
        sorting.finish();
        return new SortedCertificates(sorting.taken(), sorting.refused(), sorting.issuers());
    }
}
