package org.stayseal.spec.trust;

import org.stayseal.spec.FormatException;

/** Whether a hierarchy is for trying out or for real permits (TRUST-21). */
public enum Environment {
    /** Samples and trials; every verdict says so. */
    DEMO("demo"),
    /** Real permits. */
    PRODUCTION("production");

    private final String word;

    Environment(String word) {
        this.word = word;
    }

    /** The word in documents. */
    public String word() {
        return word;
    }

    /**
     * The environment of this word.
     *
     * @throws FormatException if there is none
     */
    public static Environment of(String word) throws FormatException {
        for (Environment environment : values()) {
            if (environment.word.equals(word)) {
                return environment;
            }
        }
        throw FormatException.wrongFormat("TRUST-20", "environment is neither demo nor production");
    }
}
