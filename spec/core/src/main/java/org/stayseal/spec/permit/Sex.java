package org.stayseal.spec.permit;

import java.util.Arrays;
import java.util.Optional;

/** Sex as a travel document shows it (Doc 9303-3 4.1); the number is claim 169's. */
public enum Sex {
    M(1),
    F(2),
    /** Unspecified. */
    X(3);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /** 1 male, 2 female, 3 other or unspecified. */
    public int code() {
        return code;
    }

    /** The sex of this number. */
    public static Optional<Sex> ofCode(long code) {
        return Arrays.stream(values()).filter(sex -> sex.code == code).findFirst();
    }
}
