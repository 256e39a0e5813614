package org.stayseal.spec.trust;

import java.util.Locale;
import java.util.regex.Pattern;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;

/**
 * SHA-256 of the decoded payload of a document (TRUST-32).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Refuses another form. */
    public Fingerprint {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a fingerprint has 64 lower-case hexadecimal digits");
        }
    }

    /** The fingerprint of these payload bytes. */
    public static Fingerprint ofPayload(byte[] payload) {
        return new Fingerprint(Hex.encode(Sha256.of(payload)));
    }

    /**
     * As a person types it: any case, with spaces, colons or line ends between digits, with or without {@code sha256:}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Fingerprint parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("sha256:")) {
            text = text.substring("sha256:".length());
        }
        return new Fingerprint(text.replaceAll("[\\s:]", ""));
    }

    /** In groups of four, for reading aloud. */
    public String spoken() {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return hex;
    }
}
