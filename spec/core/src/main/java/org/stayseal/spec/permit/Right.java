package org.stayseal.spec.permit;

import java.util.Optional;

/**
 * Whether the holder may be self-employed, or study (PERMIT-8).
 *
 * @param conditions the conditions in words, at most 200 bytes; only where it is granted
 */
public record Right(boolean granted, Optional<String> conditions) {
    public static Right no() {
        return new Right(false, Optional.empty());
    }

    public static Right yes() {
        return new Right(true, Optional.empty());
    }

    public static Right underConditions(String conditions) {
        return new Right(true, Optional.of(conditions));
    }

    /** This right, refused where {@code conditionsField} may not hold these conditions. */
    Right checked(Field conditionsField) {
        if (!granted && conditions.isPresent()) {
            throw new InvalidPermitException(
                    conditionsField,
                    Rules.TOGETHER,
                    conditionsField.key() + " is given, but the right is not granted.");
        }
        conditions.ifPresent(text -> Rules.text(conditionsField, text, WorkRight.CONDITIONS_MAX_BYTES));
        return this;
    }
}
