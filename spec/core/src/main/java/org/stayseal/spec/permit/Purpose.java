package org.stayseal.spec.permit;

import java.util.Arrays;
import java.util.Optional;

/** What a credential is shown for. Each permit has one credential per purpose, and they share no identifier. */
public enum Purpose {
    /** Border and authority: everything. */
    FULL(0, "full"),
    /** Employer. */
    WORK(1, "work"),
    /** Bank, under anti-money-laundering rules. */
    BANK(2, "bank"),
    /** Landlord, carrier, shop. */
    STAY(3, "stay");

    private final int code;
    private final String key;

    Purpose(int code, String key) {
        this.code = code;
        this.key = key;
    }

    public int code() {
        return code;
    }

    public String key() {
        return key;
    }

    public static Optional<Purpose> ofCode(long code) {
        return Arrays.stream(values()).filter(purpose -> purpose.code == code).findFirst();
    }

    public static Optional<Purpose> ofKey(String key) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.key.equals(key))
                .findFirst();
    }
}
