package org.stayseal.trust.authority.ceremony;

import java.util.List;

/**
 * What a new ceremony is held to beside what makes it count at all. Not asked again when it is replayed: it depends on the time and on what was published, and rules of later releases may be stricter.
 */
interface CeremonyRule {

    /**
     * @param warnings for what may be done and should be looked at; grows
     * @throws CeremonyRefusedException if the ceremony may not be held
     */
    void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException;
}
