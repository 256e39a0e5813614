package org.stayseal.issuer.lint;

import java.util.Optional;

/** One rule that bytes must keep before they are signed. */
interface Lint {

    /** Short and stable: it goes into records. */
    String name();

    /** Why the candidate breaks this rule, in words for an operator and without personal data; empty: it keeps it, or is none of its kind. */
    Optional<String> fault(Read read);
}
