package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stayseal.spec.FormatException;

/**
 * An envelope (TRUST-10) whose payload was left where it stands: a list may have megabytes, and a reader of JSON holds a text of that size several times over.
 *
 * @param json the envelope; where its payload was taken out, with a mark in its place that no payload can be
 * @param payload the characters of the payload, base64url as received
 */
record EnvelopeText(JsonObject json, byte[] payload) {

    private static final String MARK = "~";
    /** A text that is shorter is read with the rest. */
    private static final int LONG = 4_096;

    private static final boolean[] IN_BASE64 = new boolean[256];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            IN_BASE64[c] = c <= '9' || c >= 'A' && c <= 'Z' || c == '_' || c >= 'a';
        }
        IN_BASE64['-'] = true;
    }

    /** @throws FormatException for anything but one JSON object of payload and signatures */
    static EnvelopeText read(byte[] utf8, int maxBytes) throws FormatException {
        if (utf8.length <= maxBytes) {
            int quote = longText(utf8);
            if (quote >= 0) {
                int end = end(utf8, quote + 1);
                JsonObject json = envelope(cut(utf8, quote + 1, end), maxBytes);
                if (json.text("payload", "TRUST-10").equals(MARK)) {
                    return new EnvelopeText(json, Arrays.copyOfRange(utf8, quote + 1, end));
                }
            }
        }
        JsonObject json = envelope(utf8, maxBytes);
        return new EnvelopeText(json, json.text("payload", "TRUST-10").getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject envelope(byte[] utf8, int maxBytes) throws FormatException {
        return StrictJson.object(utf8, maxBytes).exactly("TRUST-10", "payload", "signatures");
    }

    /** Where the quote before the first long text in base64url stands, one that is a whole text; -1 if there is none. */
    private static int longText(byte[] utf8) {
        for (int at = 0; at < utf8.length; at++) {
            if (utf8[at] == '"' && (at == 0 || utf8[at - 1] != '\\')) {
                int end = end(utf8, at + 1);
                if (end < utf8.length && utf8[end] == '"' && end - at > LONG) {
                    return at;
                }
                at = end - 1;
            }
        }
        return -1;
    }

    private static int end(byte[] utf8, int from) {
        int at = from;
        while (at < utf8.length && IN_BASE64[utf8[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    private static byte[] cut(byte[] utf8, int from, int to) {
        byte[] rest = new byte[from + 1 + utf8.length - to];
        System.arraycopy(utf8, 0, rest, 0, from);
        rest[from] = (byte) MARK.charAt(0);
        System.arraycopy(utf8, to, rest, from + 1, utf8.length - to);
        return rest;
    }
}
