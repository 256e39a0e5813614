package org.stayseal.issuer.lint;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.continuation.UnsignedContinuation;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.Term;

/** What must hold of a continuation before a key touches it (CONT-13): it decodes by the reader's rules, says what is on record, names its signer, that may sign it on that day, and ends before that one's certificate does. */
public final class ContinuationLinter {

    /** The payload in the Sig_structure of RFC 9052 section 4.4. */
    private static final int PAYLOAD = 3;

    private ContinuationLinter() {}

    /**
     * Empty when every rule passed.
     *
     * @param listed what the authority lists of its signer; empty where it lists none
     */
    public static List<Finding> findings(ContinuationCandidate candidate, Optional<Service.PermitSigner> listed) {
        UnsignedContinuation read;
        try {
            byte[] payload =
                    CBORObject.DecodeFromBytes(candidate.toSign()).get(PAYLOAD).GetByteString();
            read = UnsignedContinuation.of(payload, candidate.signer());
        } catch (CBORException | IllegalArgumentException | IllegalStateException e) {
            return List.of(new Finding("decodes", "no reader would take it"));
        }
        if (!Arrays.equals(read.toBeSigned(), candidate.toSign())) {
            return List.of(new Finding("signer-named", "its header names another signer than the active one"));
        }
        ContinuationClaims claims = read.claims();
        if (!claims.equals(candidate.recorded())) {
            return List.of(new Finding("content-of-the-record", "it says something else than the record"));
        }
        Instant ends = Instant.ofEpochSecond(claims.common().expires());
        if (candidate.signer().getNotAfter().toInstant().isBefore(ends)) {
            return List.of(new Finding(
                    "signer-outlives-the-document",
                    "its signer's certificate ends before it does; activate a newer one"));
        }
        if (listed.filter(signer -> speaks(signer, claims)).isEmpty()) {
            return List.of(new Finding(
                    "signer-may-sign-it",
                    "its signer is not listed for such a continuation, or not on that day; activate another one"));
        }
        return List.of();
    }

    /** As a verifier asks it (VER-27, TRUST-51). */
    private static boolean speaks(Service.PermitSigner signer, ContinuationClaims claims) {
        CommonClaims common = claims.common();
        ZoneId zone = Countries.timeZone(common.issuer());
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(common.issuedAt()), ZoneOffset.UTC);
        return signer.scope().countries().contains(common.issuer())
                && signer.scope().documentTypes().contains(Scope.CONTINUATION)
                && claims.purpose()
                        .map(purpose -> signer.scope().purposes().contains(purpose.key()))
                        .orElse(true)
                && isInTerm(signer.term(), day, zone);
    }

    /**
     * Whether what is signed on that day is inside a signer's term for every verifier (VER-27): days of signing are of UTC, those of a term of the country. Ahead of UTC a term begins some hours before the
     * first day on which it can be used.
     */
    public static boolean isInTerm(Term term, LocalDate day, ZoneId zone) {
        return !day.isBefore(LocalDate.ofInstant(term.signsFrom(), zone))
                && !day.isAfter(LocalDate.ofInstant(term.signsUntil(), zone));
    }
}
