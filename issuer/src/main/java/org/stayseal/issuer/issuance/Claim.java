package org.stayseal.issuer.issuance;

import java.util.UUID;

/**
 * The right to work on a permit for a while. Every step is written with it; once another issuer has a newer one, this one writes nothing.
 *
 * @param number the permit's
 * @param token random, in the permit's row as long as the claim is the newest
 */
record Claim(String number, UUID token) {

    /** Somebody else is at work on the permit, or has brought it further: whoever finds this stops. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost(Claim claim) {
            super("The claim on permit " + claim.number() + " was lost.");
        }
    }
}
