package org.stayseal.issuer.officer;

import java.util.Objects;
import java.util.Set;

/**
 * One officer as the rest of the service sees her: never a password.
 *
 * @param name the sign-in name, lower case, which records and the audit trail carry
 * @param displayName the name shown on pages
 * @param roles at least one
 */
public record Officer(String name, String displayName, Set<Role> roles) {

    /** Refuses an officer without name or role. */
    public Officer {
        if (!name.matches("[a-z][a-z0-9._-]{1,31}")) {
            throw new IllegalArgumentException("An officer's name is 2 to 32 of a-z, 0-9, dot, dash, underscore.");
        }
        Objects.requireNonNull(displayName);
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("An officer has at least one role.");
        }
    }

    /** Whether this officer holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
