package org.stayseal.trust.authority.keys;

/** A key that cannot be named, made, opened or used, with what to do next. The message names places, never a password or PIN. */
public final class KeyFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param fault what is wrong, and where
     * @param hint what to do next
     */
    public KeyFault(String fault, String hint) {
        super(fault);
        this.hint = hint;
    }

    /** What to do next. */
    public String hint() {
        return hint;
    }
}
