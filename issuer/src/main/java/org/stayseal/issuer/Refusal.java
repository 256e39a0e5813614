package org.stayseal.issuer;

import java.util.Objects;

/**
 * A request that this service understood and will not carry out, with the rule that forbids it.
 *
 * <p>The message is plain English for an officer and carries no personal data. The REST interface turns it into a problem document, the
 * pages into a sentence.
 */
public final class Refusal extends RuntimeException {

    /** Which kind of answer a caller gets. */
    public enum Kind {
        /** There is no such thing, or not for this caller: HTTP 404. */
        NOT_FOUND,
        /** This officer may not do that: HTTP 403. */
        NOT_ALLOWED,
        /** Not in this state: HTTP 409. */
        CONFLICT,
        /** Understood, but against a rule: HTTP 422. */
        UNPROCESSABLE
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String rule;

    private Refusal(Kind kind, String rule, String message) {
        super(Objects.requireNonNull(message));
        this.kind = Objects.requireNonNull(kind);
        this.rule = Objects.requireNonNull(rule);
    }

    /** Nothing is there under that name. */
    public static Refusal notFound(String rule, String message) {
        return new Refusal(Kind.NOT_FOUND, rule, message);
    }

    /** The officer may not do it, for example decide on an own application. */
    public static Refusal notAllowed(String rule, String message) {
        return new Refusal(Kind.NOT_ALLOWED, rule, message);
    }

    /** It is too late or too early for it. */
    public static Refusal conflict(String rule, String message) {
        return new Refusal(Kind.CONFLICT, rule, message);
    }

    /** The request is well formed and breaks a rule. */
    public static Refusal unprocessable(String rule, String message) {
        return new Refusal(Kind.UNPROCESSABLE, rule, message);
    }

    /** Which kind of answer a caller gets. */
    public Kind kind() {
        return kind;
    }

    /** The rule's short, stable name, such as {@code four-eyes}. */
    public String rule() {
        return rule;
    }
}
