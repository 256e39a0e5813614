package org.stayseal.spec.verify;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.LegalEffect;

/**
 * One listed certificate that may have signed the code, as the trust list describes it.
 *
 * @param certificate the signer's certificate
 * @param authorities the CSCA certificates that the list names for the same country and that are not revoked there
 * @param revokedAuthorities those that are revoked
 * @param crls the revocation lists at hand for that country; their signatures are checked in the step {@code revocation}
 * @param state where the key is in its life
 * @param scope what it may sign
 * @param signsFrom the moment from which it signs (planned, while only announced)
 * @param signsUntil the moment after which it signs no more
 * @param legalEffect what the law gives to what it signs; shown, not judged
 * @param kept what stays good although the key is revoked, if a log is kept for it
 */
public record SignerCandidate(
        X509Certificate certificate,
        List<X509Certificate> authorities,
        List<X509Certificate> revokedAuthorities,
        List<X509CRL> crls,
        State state,
        Scope scope,
        Optional<Instant> signsFrom,
        Optional<Instant> signsUntil,
        Optional<LegalEffect> legalEffect,
        Optional<Kept> kept) {

    /** One of whose legal effect nothing is known, and for which no log is kept. */
    public SignerCandidate(
            X509Certificate certificate,
            List<X509Certificate> authorities,
            List<X509Certificate> revokedAuthorities,
            List<X509CRL> crls,
            State state,
            Scope scope,
            Optional<Instant> signsFrom,
            Optional<Instant> signsUntil) {
        this(
                certificate,
                authorities,
                revokedAuthorities,
                crls,
                state,
                scope,
                signsFrom,
                signsUntil,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What the key had signed before it was stolen (TRUST-184).
     *
     * @param before the moment from which nothing that it signed counts
     * @param headMade when the head of the log was made from which the identities are
     * @param identities of what it had signed by then
     */
    public record Kept(Instant before, Instant headMade, KeptIdentities identities) {}

    /** Where a listed key is in its life (40). */
    public enum State {
        ANNOUNCED,
        ACTIVE,
        RETIRING,
        RETIRED,
        REVOKED
    }

    /**
     * What a key may sign.
     *
     * @param countries issuing countries that it speaks for, letters as in the MRZ
     * @param documentTypes reference and category of a seal in four upper-case hex digits, such as {@code FB06}; {@code RP1} for credentials; the
     *     names of TRUST-43 for others
     * @param purposes names of the purposes a credential may be for; of no meaning for seals
     */
    public record Scope(Set<String> countries, Set<String> documentTypes, Set<String> purposes) {
        public Scope {
            countries = Set.copyOf(countries);
            documentTypes = Set.copyOf(documentTypes);
            purposes = Set.copyOf(purposes);
        }
    }

    public SignerCandidate {
        authorities = List.copyOf(authorities);
        revokedAuthorities = List.copyOf(revokedAuthorities);
        crls = List.copyOf(crls);
    }

    /** The subject alone: a provider's own words for a certificate may be an error. */
    @Override
    public String toString() {
        return "candidate " + DistinguishedName.subject(certificate);
    }
}
