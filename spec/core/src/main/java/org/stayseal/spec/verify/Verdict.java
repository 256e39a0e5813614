package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.LegalEffect;

/**
 * The answer on one code, with every check that led to it.
 *
 * @param format {@code vds}, {@code idb}, {@code credential}, {@code vds-nc}, {@code continuation} or {@code unknown}
 * @param outcome the one answer
 * @param reason the leading reason (VER-5); none for a plain VALID
 * @param authentic PASSED, FAILED or INDETERMINATE
 * @param right PASSED, FAILED or INDETERMINATE
 * @param holder LIVE, MATCHED, COMPARE or MISMATCH
 * @param checks every check, in the order of docs 60 section 4
 * @param document the decoded content by stable names; empty when the code could not be decoded
 * @param icao ICAO's words; seals only
 * @param notices those of the trust list that decided something here (VER-66)
 * @param continuations those beside it, and what they are worth (VER-95)
 * @param legalEffect what the law gives to what this signer signs, where its signature fits (VER-67)
 * @param bulletins what the list tells of incidents that concern its signer (VER-87); judged by nobody
 * @param trust what it was judged by
 * @param at the instant it was judged at
 */
public record Verdict(
        String format,
        Outcome outcome,
        Optional<Reason> reason,
        Result authentic,
        Result right,
        Result holder,
        List<Check> checks,
        Map<String, Object> document,
        Optional<Icao> icao,
        List<AppliedNotice> notices,
        List<PresentedBeside> continuations,
        Optional<LegalEffect> legalEffect,
        List<Bulletin> bulletins,
        TrustKnowledge trust,
        Instant at) {

    /**
     * ICAO's result for a seal (VER-40, VER-41).
     *
     * @param status VALID, INVALID or READ_ERROR; none where ICAO has no word for what is missing
     * @param subIndications gravest first
     */
    public record Icao(
            Optional<String> status,
            List<String> subIndications,
            Optional<String> trustLevel,
            boolean documentCompared) {
        public Icao {
            subIndications = List.copyOf(subIndications);
        }
    }

    public Verdict {
        checks = List.copyOf(checks);
        notices = List.copyOf(notices);
        continuations = List.copyOf(continuations);
        bulletins = List.copyOf(bulletins);
    }
}
