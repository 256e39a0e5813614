package org.stayseal.issuer.continuation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A continuation as recorded here.
 *
 * @param permit the number of the permit that goes on
 * @param countsFrom its first day (CONT-17)
 * @param countsUntil its last day
 * @param legalGround on which the right goes on
 * @param refusedBecause why it could not be made, in words for an operator
 * @param renewal what became of the renewal
 */
public record GivenContinuation(
        UUID id,
        String permit,
        ContinuationState state,
        LocalDate countsFrom,
        LocalDate countsUntil,
        String legalGround,
        String requestedBy,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<String> decisionReason,
        Optional<String> refusedBecause,
        Optional<Instant> releasedAt,
        Renewal renewal) {

    /** Whether it can be shown beside the permit, on that day or later. */
    public boolean isShownOn(LocalDate day) {
        return state == ContinuationState.RELEASED && renewal == Renewal.PENDING && !day.isAfter(countsUntil);
    }
}
