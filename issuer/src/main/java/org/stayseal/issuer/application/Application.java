package org.stayseal.issuer.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An application as stored.
 *
 * @param id random
 * @param state where it stands
 * @param form what was submitted, complete and free of faults
 * @param appliedBy sign-in name of the officer who wrote it down
 * @param appliedAt when
 * @param decision the second officer's, once there is one
 * @param permitNumber once the permit is recorded
 */
public record Application(
        UUID id,
        ApplicationState state,
        ApplicationForm form,
        String appliedBy,
        Instant appliedAt,
        Optional<Decision> decision,
        Optional<String> permitNumber) {

    /**
     * A second officer's decision.
     *
     * @param by sign-in name, never that of the officer who applied
     * @param at when
     * @param reason for a rejection
     */
    public record Decision(String by, Instant at, Optional<String> reason) {}
}
