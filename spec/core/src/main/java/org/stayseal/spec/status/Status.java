package org.stayseal.spec.status;

import java.util.Arrays;
import java.util.Optional;

/** What an entry of a status list says (STATUS-1). */
public enum Status {
    VALID(0),
    REVOKED(1),
    SUSPENDED(2),
    /** A corrected or renewed permit replaces it. */
    SUPERSEDED(3);

    private final int value;

    Status(int value) {
        this.value = value;
    }

    /** The number in the list. */
    public int value() {
        return value;
    }

    /** The status of this number; empty for a number that we give no meaning. */
    public static Optional<Status> of(int value) {
        return Arrays.stream(values()).filter(status -> status.value == value).findFirst();
    }
}
