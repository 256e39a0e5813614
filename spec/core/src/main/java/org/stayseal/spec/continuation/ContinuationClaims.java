package org.stayseal.spec.continuation;

import java.util.Optional;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.permit.Purpose;

/**
 * The content of a continuation (CONT-4).
 *
 * @param common issuer, times, its own identity and its own status entry
 * @param named the code that it is for
 * @param permitNumber the permit's number, where the named code itself states it
 * @param legalGround on which the right goes on: a reference, not prose
 * @param purpose of the named credential; empty for a seal, an IDB or a VDS-NC
 */
public record ContinuationClaims(
        CommonClaims common,
        NamedPermit named,
        Optional<String> permitNumber,
        Optional<String> legalGround,
        Optional<Purpose> purpose) {

    /** The longest that one lasts (CONT-6). It begins with the permit's end at the latest, so nothing goes on for longer after it. */
    public static final int MAX_DAYS = 731;
}
