package org.stayseal.spec.permit;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the holder may take up work (PERMIT-8).
 *
 * @param conditions the conditions in words, at most 200 bytes: there if and only if it is under conditions; with a separate permit it
 *     may name that permit
 */
public record WorkRight(Access access, Optional<String> conditions) {
    /** Most bytes of UTF-8 in conditions. */
    public static final int CONDITIONS_MAX_BYTES = 200;

    /** How far work is allowed; the number is the credential's. */
    public enum Access {
        NONE(0, "none"),
        ANY(1, "any"),
        UNDER_CONDITIONS(2, "conditions"),
        SEPARATE_PERMIT(3, "separate-permit");

        private final int code;
        private final String key;

        Access(int code, String key) {
            this.code = code;
            this.key = key;
        }

        public int code() {
            return code;
        }

        public String key() {
            return key;
        }

        /** Whether the conditions must, may or must not be there, told by whether that is so here. */
        public boolean allowsConditions(boolean present) {
            return switch (this) {
                case NONE, ANY -> !present;
                case UNDER_CONDITIONS -> present;
                case SEPARATE_PERMIT -> true;
            };
        }

        public static Optional<Access> ofCode(long code) {
            return Arrays.stream(values()).filter(access -> access.code == code).findFirst();
        }

        public static Optional<Access> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(access -> access.key.equals(key))
                    .findFirst();
        }
    }

    public WorkRight {
        if (!access.allowsConditions(conditions.isPresent())) {
            throw new InvalidPermitException(
                    Field.WORK_CONDITIONS,
                    Rules.TOGETHER,
                    access == Access.UNDER_CONDITIONS
                            ? "workConditions is missing: work is allowed under conditions."
                            : "workConditions is given, but work is not under conditions.");
        }
        conditions.ifPresent(text -> Rules.text(Field.WORK_CONDITIONS, text, CONDITIONS_MAX_BYTES));
    }

    public static WorkRight none() {
        return new WorkRight(Access.NONE, Optional.empty());
    }

    public static WorkRight any() {
        return new WorkRight(Access.ANY, Optional.empty());
    }

    public static WorkRight underConditions(String conditions) {
        return new WorkRight(Access.UNDER_CONDITIONS, Optional.of(conditions));
    }
}
