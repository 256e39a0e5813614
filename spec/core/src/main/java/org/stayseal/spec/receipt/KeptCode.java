package org.stayseal.spec.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;

/** The bytes of a code as a receipt keeps them (RCPT-13): as text where all are printable ASCII, else in base64. */
public final class KeptCode {

    private final byte[] bytes;

    /** @throws IllegalArgumentException for fewer or more bytes than a permit's code has */
    public KeptCode(byte[] bytes) {
        if (!isCode(bytes)) {
            throw new IllegalArgumentException("no code of a permit");
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    static KeptCode read(Members object) throws FormatException {
        String rule = "RCPT-13";
        boolean text = object.has("text");
        object.exactly(rule, text ? "text" : "base64");
        byte[] bytes = text
                ? object.text("text", rule).getBytes(StandardCharsets.UTF_8)
                : base64(object.text("base64", rule)).orElse(new byte[0]);
        if (!isCode(bytes) || isText(bytes) != text) {
            throw FormatException.wrongFormat(rule, "an embedded code of a wrong length or form");
        }
        return new KeptCode(bytes);
    }

    Map<String, Object> json() {
        return isText(bytes)
                ? Map.of("text", new String(bytes, StandardCharsets.US_ASCII))
                : Map.of("base64", Base64.getEncoder().encodeToString(bytes));
    }

    /** Bytes of padded base64 in its only form (TRUST-4). */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isCode(byte[] bytes) {
        return bytes.length >= Limits.MIN_PERMIT_BYTES && bytes.length <= Limits.MAX_CODE_BYTES;
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0x20 || b > 0x7E) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof KeptCode that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Not what is in it: that is a person's. */
    @Override
    public String toString() {
        return "a code of " + bytes.length + " bytes";
    }
}
