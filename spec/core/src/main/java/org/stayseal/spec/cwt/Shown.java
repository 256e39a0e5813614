package org.stayseal.spec.cwt;

import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Disclosure;

/** Holds a credential to what its purpose shows (CRED-60), both ways. */
final class Shown {
    private Shown() {}

    static void require(boolean present, Disclosure.Showing showing, String name) throws FormatException {
        if (showing == Disclosure.Showing.ALWAYS && !present) {
            throw FormatException.wrongFormat("CRED-60a", name + " is missing, which this purpose always shows");
        }
        if (showing == Disclosure.Showing.NEVER && present) {
            throw FormatException.wrongFormat("CRED-60b", name + " is there, which this purpose never shows");
        }
    }
}
