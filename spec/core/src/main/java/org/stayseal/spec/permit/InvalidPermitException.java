package org.stayseal.spec.permit;

/**
 * A caller's mistake: a value that no permit may have. It names the field and the rule, so that whoever asked can be told both.
 * Its message never repeats the value, which may be a person's.
 */
public final class InvalidPermitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Field field;
    private final String rule;

    /**
     * @param rule the short stable name of the rule that was broken, as {@link Rules} lists them
     * @param message one plain sentence for the person who entered the value
     */
    public InvalidPermitException(Field field, String rule, String message) {
        super(message);
        this.field = field;
        this.rule = rule;
    }

    /** The field that is wrong. */
    public Field field() {
        return field;
    }

    /** The short stable name of the rule that it breaks, such as {@code max-length}. */
    public String rule() {
        return rule;
    }

    /** This mistake as data, for a list of all of them. */
    public FieldError error() {
        return new FieldError(field, rule, String.valueOf(getMessage()));
    }
}
