package org.stayseal.trust.authority.ceremony;

import java.util.List;
import org.stayseal.trust.authority.register.Register;

/**
 * What a ceremony would do, for the people who review it.
 *
 * @param changes of the register, a line each
 * @param warnings what may be done and should be looked at, a line each
 */
public record DryRun(CeremonyFile file, Register before, Register after, List<String> changes, List<String> warnings) {

    /** Keeps its own lists. */
    public DryRun {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }
}
