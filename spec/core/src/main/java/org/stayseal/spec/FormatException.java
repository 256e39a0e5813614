package org.stayseal.spec;

import java.util.Objects;

/**
 * What was received breaks a rule of {@code spec/docs}.
 *
 * <p>The only exception that malformed input may cause. It carries the number of the broken rule, so that a verdict can point to the sentence that was
 * broken. The message is plain English and names lengths, offsets and tags, never a value that was read: it may end up in a log.
 */
public final class FormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the fault means for the verdict; each is the reason of the same name in {@code spec/registry/reasons.json}. */
    public enum Kind {
        /** It has our prefix or magic and breaks the format. */
        WRONG_FORMAT,
        /** It may be good, but uses a version or an algorithm that this release does not know. */
        UNSUPPORTED,
        /** It is of no kind that we know. */
        NOT_A_PERMIT
    }

    private final Kind kind;
    private final String rule;

    private FormatException(Kind kind, String rule, String message) {
        super(Objects.requireNonNull(message, "message"));
        this.kind = kind;
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    /**
     * @param rule number of the rule in {@code spec/docs}, such as {@code VDS-7}
     * @param message what is wrong, without personal data
     */
    public static FormatException wrongFormat(String rule, String message) {
        return new FormatException(Kind.WRONG_FORMAT, rule, message);
    }

    /** The same for a version or an algorithm that we do not know. */
    public static FormatException unsupported(String rule, String message) {
        return new FormatException(Kind.UNSUPPORTED, rule, message);
    }

    /** The same for something of another kind altogether. */
    public static FormatException notAPermit(String rule, String message) {
        return new FormatException(Kind.NOT_A_PERMIT, rule, message);
    }

    /** What the fault means for the verdict. */
    public Kind kind() {
        return kind;
    }

    /** Number of the broken rule in {@code spec/docs}, such as {@code CRED-10}. */
    public String rule() {
        return rule;
    }
}
