package org.stayseal.trust.authority.ceremony;

/** A ceremony that may not be held so, or a transcript that does not count: which rule, what is wrong, and what to do. */
public final class CeremonyRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * @param rule number of the rule in {@code spec/docs}
     * @param message what is wrong and what to do, for an operator
     */
    public CeremonyRefusedException(String rule, String message) {
        super(rule + ": " + message);
        this.rule = rule;
    }

    /** Number of the rule in {@code spec/docs}. */
    public String rule() {
        return rule;
    }
}
