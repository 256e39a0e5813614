package org.stayseal.trust.authority.keys;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of keys that an authority's documents are signed with (TRUST-13, TRUST-16). */
public enum KeyKind {
    /** ECDSA on P-256: the usual one. */
    P_256("P-256", "secp256r1"),
    /** ECDSA on P-384: for CSCAs and roots. */
    P_384("P-384", "secp384r1"),
    /** ML-DSA-65: a second key; in a file only. */
    ML_DSA_65("ML-DSA-65", "");

    private final String text;
    private final String curve;

    KeyKind(String text, String curve) {
        this.text = text;
        this.curve = curve;
    }

    /** Its name as people write it, such as {@code P-256}. */
    public String text() {
        return text;
    }

    /** The curve; empty for a second key. */
    String curve() {
        return curve;
    }

    /** The kind with this name. */
    public static Optional<KeyKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equalsIgnoreCase(text))
                .findFirst();
    }
}
