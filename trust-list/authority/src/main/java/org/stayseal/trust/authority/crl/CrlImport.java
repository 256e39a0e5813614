package org.stayseal.trust.authority.crl;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.trust.authority.lint.CrlLints;
import org.stayseal.trust.authority.lint.CrlNumberLint;

/** Takes a CRL or refuses it with its reason (TRUST-120). */
public final class CrlImport {

    /** Signatures that are computed for one list. */
    private static final int MOST_TRIES = 16;

    private final List<X509Certificate> authorities;
    private final Instant now;

    /**
     * @param authorities the CSCA certificates that are listed, or about to be
     * @param now by which lists are over, or from the future
     */
    public CrlImport(Collection<X509Certificate> authorities, Instant now) {
        this.authorities = List.copyOf(authorities);
        this.now = now;
    }

    /** What became of a list. */
    public sealed interface Result {

        /**
         * It is good.
         *
         * @param authority the CSCA certificate whose key signed it
         * @param number of the list; never smaller than that of the one before it
         */
        record Taken(X509CRL crl, X509Certificate authority, BigInteger number) implements Result {}

        /** It is not used. */
        record Refused(String reason) implements Result {}
    }

    /**
     * @param der the file
     * @param newest for the key that signed it, the number of the newest list of that key that was taken before; empty if there was none
     */
    public Result take(byte[] der, Function<PublicKey, Optional<BigInteger>> newest) {
        X509CRL crl;
        try {
            crl = CrlFile.read(der);
        } catch (FormatException e) {
            return new Result.Refused(e.rule() + ": " + e.getMessage());
        }
        if (!CertificateSignature.isOfKnownAlgorithm(crl)) {
            return new Result.Refused("it is not signed with ECDSA or RSA and SHA-2");
        }
        List<X509Certificate> named = authorities.stream()
                .filter(authority -> DistinguishedName.subject(authority).equalsExactly(DistinguishedName.issuer(crl)))
                .toList();
        if (named.isEmpty()) {
            return new Result.Refused("no CSCA that is known has the name of its issuer");
        }
        Optional<X509Certificate> authority = named.stream()
                .filter(CrlImport::signsLists)
                .limit(MOST_TRIES)
                .filter(candidate -> CertificateSignature.fits(crl, candidate))
                .findFirst();
        if (authority.isEmpty()) {
            return new Result.Refused("no CSCA of that name signed it");
        }
        return judged(crl, authority.get(), newest.apply(authority.get().getPublicKey()));
    }

    private Result judged(X509CRL crl, X509Certificate authority, Optional<BigInteger> newest) {
        List<String> faults = CrlLints.faults(crl, authority);
        if (!faults.isEmpty()) {
            return new Result.Refused(String.join("; ", faults));
        }
        if (crl.getThisUpdate().toInstant().isAfter(now)) {
            return new Result.Refused("it is from the future");
        }
        if (crl.getNextUpdate().toInstant().isBefore(now)) {
            return new Result.Refused(
                    "it ended on " + crl.getNextUpdate().toInstant().toString().substring(0, 10));
        }
        BigInteger number = CrlNumberLint.number(crl).orElseThrow();
        if (newest.filter(last -> number.compareTo(last) < 0).isPresent()) {
            return new Result.Refused("it is older than one that was taken before");
        }
        return new Result.Taken(crl, authority, number);
    }

    private static boolean signsLists(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return authority.getBasicConstraints() >= 0 && usage != null && usage[6];
    }
}
