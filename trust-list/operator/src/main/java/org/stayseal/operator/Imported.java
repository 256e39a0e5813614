package org.stayseal.operator;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.trust.authority.masterlist.MasterList;

/**
 * What became of a file that others made: each thing in it taken, or refused with its reason.
 *
 * @param form what the file is
 * @param authority the CSCA certificate behind a master list, to be compared (TRUST-101)
 * @param certificates those that were taken
 * @param others what else was taken, one line each: CRLs, status keys
 * @param refused everything else
 */
record Imported(
        String form,
        Optional<X509Certificate> authority,
        List<X509Certificate> certificates,
        List<String> others,
        List<Refused> refused) {

    /** @param what the position or the place, and what can be said of it */
    record Refused(String what, String reason) {}

    Imported {
        certificates = List.copyOf(certificates);
        others = List.copyOf(others);
        refused = List.copyOf(refused);
    }

    static Imported certificates(String form, List<X509Certificate> taken, List<MasterList.Refused> refused) {
        return new Imported(form, Optional.empty(), taken, List.of(), of(refused));
    }

    static List<Refused> of(List<MasterList.Refused> refused) {
        return refused.stream()
                .map(one -> new Refused("no. " + (one.position() + 1) + ", " + one.subject(), one.reason()))
                .toList();
    }

    int taken() {
        return certificates.size() + others.size();
    }

    static String sha256(X509Certificate certificate) {
        try {
            return Hex.encode(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    static String subject(X509Certificate certificate) {
        return DistinguishedName.subject(certificate).toString();
    }
}
