package org.stayseal.issuer.signing;

import java.util.List;
import org.stayseal.issuer.lint.Finding;

/** What became of bytes that were handed in for signing. */
public sealed interface Preparation {

    /**
     * Every lint passed.
     *
     * @param token to be redeemed once
     */
    record Cleared(SigningToken token) implements Preparation {}

    /**
     * Not to be signed.
     *
     * @param findings at least one
     */
    record Refused(List<Finding> findings) implements Preparation {

        /** Refuses a refusal without a reason. */
        public Refused {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a finding.");
            }
        }
    }
}
