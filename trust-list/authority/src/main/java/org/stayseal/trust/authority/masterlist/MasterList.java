package org.stayseal.trust.authority.masterlist;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.stayseal.spec.FormatException;

/**
 * A master list whose signature holds (TRUST-100, TRUST-101).
 *
 * @param signer the certificate that signed the list
 * @param signerAuthority the CSCA certificate of the list that issued the signer's; whoever imports the list compares its fingerprint by hand
 * @param taken certificates that keep every rule of TRUST-102, in the order of the list
 * @param refused the others
 */
public record MasterList(
        X509Certificate signer, X509Certificate signerAuthority, List<X509Certificate> taken, List<Refused> refused) {

    /** Keeps its own lists. */
    public MasterList {
        taken = List.copyOf(taken);
        refused = List.copyOf(refused);
    }

    /**
     * A certificate that is not taken.
     *
     * @param position in the list, from 0
     * @param subject its subject, or what can be said of one that cannot be read
     * @param reason in words
     */
    public record Refused(int position, String subject, String reason) {}

    /**
     * Reads a list.
     *
     * @param cms the file, in DER or BER
     * @param now by which certificates are over
     * @throws FormatException if it is no master list, or its signature does not hold: then nothing of it is worth a look
     */
    public static MasterList read(byte[] cms, Instant now) throws FormatException {
        SignedMasterList signed = SignedMasterList.read(cms);
        SortedCertificates sorted = SortedCertificates.of(signed.certificates(), now);
        return new MasterList(signed.signer(), signed.authority(sorted.issuers()), sorted.taken(), sorted.refused());
    }
}
