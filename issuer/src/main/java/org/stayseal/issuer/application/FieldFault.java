package org.stayseal.issuer.application;

import java.util.Objects;

/**
 * One wrong or missing field of a form.
 *
 * @param pointer JSON pointer (RFC 6901) of the field, such as {@code /birthDate}
 * @param rule the rule's short, stable name, such as {@code date-form}
 * @param message what is wrong and what is expected, in plain English; never repeats the value
 */
public record FieldFault(String pointer, String rule, String message) {

    /** Refuses a pointer that is none. */
    public FieldFault {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("A JSON pointer is empty or starts with a slash.");
        }
        Objects.requireNonNull(rule);
        Objects.requireNonNull(message);
    }
}
