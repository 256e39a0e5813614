package org.stayseal.trust.authority.pkd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes entries as LDIF (RFC 2849, TRUST-118): the same entries always give the same bytes, and {@link LdifReader} reads the same entries. */
public final class LdifWriter {

    /** Of a line, without its end. */
    private static final int WIDTH = 78;

    private LdifWriter() {}

    /** The file, in ASCII, its lines ended by a line feed. */
    public static byte[] write(List<LdifEntry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, "version: 1");
        for (LdifEntry entry : entries) {
            out.write('\n');
            attribute(out, LdifAttribute.of("dn", entry.dn()));
            entry.attributes().forEach(attribute -> attribute(out, attribute));
        }
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, LdifAttribute attribute) {
        byte[] value = attribute.value();
        boolean plain = !isBinary(attribute) && isSafe(value);
        line(
                out,
                attribute.description()
                        + (plain
                                ? ": " + new String(value, StandardCharsets.US_ASCII)
                                : ":: " + Base64.getEncoder().encodeToString(value)));
    }

    private static boolean isBinary(LdifAttribute attribute) {
        return attribute.description().endsWith(";binary");
    }

    /** A text that needs no base64: printable ASCII that begins with no space, colon or angle and ends with no space. */
    private static boolean isSafe(byte[] value) {
        if (value.length == 0) {
            return true;
        }
        for (byte octet : value) {
            if (octet < 0x20 || octet > 0x7E) {
                return false;
            }
        }
        return value[0] != ' ' && value[0] != ':' && value[0] != '<' && value[value.length - 1] != ' ';
    }

    private static void line(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int at = Math.min(WIDTH, bytes.length);
        out.write(bytes, 0, at);
        while (at < bytes.length) {
            int length = Math.min(WIDTH - 1, bytes.length - at);
            out.write('\n');
            out.write(' ');
            out.write(bytes, at, length);
            at += length;
        }
        out.write('\n');
    }
}
