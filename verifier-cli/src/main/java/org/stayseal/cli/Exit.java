package org.stayseal.cli;

import java.util.List;

/** Exit codes and which one counts when several apply (VER-50). Their meaning never changes. */
enum Exit {
    INTERNAL(70),
    USAGE(64),
    NO_INPUT(66),
    INVALID(1),
    INDETERMINATE(2),
    VALID(0);

    final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The first in the order above; {@code VALID} for none. */
    static Exit gravest(List<Exit> exits) {
        return exits.stream().min(Exit::compareTo).orElse(VALID);
    }
}
