package org.stayseal.spec.bytes;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;

/**
 * zlib (RFC 1950) with the bound given before the first byte is read, and its writing counterpart.
 *
 * <p>Security guarantees: never holds more than {@code maxOutput} bytes of output plus one buffer; never accepts a stream that is cut short, that has
 * bytes after its end, that asks for a preset dictionary, or whose checksum is wrong.
 */
public final class BoundedInflate {

    private static final int BUFFER = 4096;

    private BoundedInflate() {}

    /**
     * @param maxOutput most bytes that may come out
     * @param maxRatio most bytes that may come out for each byte that goes in; deflate itself ends near 1032
     * @param rule the rule of {@code spec/docs} that a fault breaks
     * @throws FormatException if the stream is not exactly one complete zlib stream within both bounds
     */
    public static byte[] inflate(byte[] stream, int maxOutput, int maxRatio, String rule) throws FormatException {
        return inflate(stream, maxOutput, maxRatio, Rule.of(rule));
    }

    /**
     * The same with a rule that may tell its faults apart: a no stream or a damaged one, b cut short, c dictionary, d bytes after its end, e more than
     * {@code maxOutput}, f more than {@code maxRatio} (as CRED-4 does).
     */
    public static byte[] inflate(byte[] stream, int maxOutput, int maxRatio, Rule rule) throws FormatException {
        if (maxOutput < 1 || maxRatio < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
        long limit = Math.min(maxOutput, (long) stream.length * maxRatio);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(limit, 4L * BUFFER));
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw inflater.needsDictionary()
                            ? FormatException.wrongFormat(rule.broken('c'), "zlib stream asks for a preset dictionary")
                            : FormatException.wrongFormat(rule.broken('b'), "zlib stream is cut short");
                }
                if (out.size() + count > limit) {
                    throw FormatException.wrongFormat(
                            rule.broken(limit == maxOutput ? 'e' : 'f'),
                            "zlib stream inflates to more than " + limit + " bytes");
                }
                out.write(buffer, 0, count);
            }
            if (inflater.getRemaining() > 0) {
                throw FormatException.wrongFormat(
                        rule.broken('d'), inflater.getRemaining() + " bytes after the end of the zlib stream");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw FormatException.wrongFormat(rule.broken('a'), "not a zlib stream, or a damaged one");
        } finally {
            inflater.end();
        }
    }

    /** One zlib stream at the highest level. Its bytes may differ between versions of zlib: sameness is never defined on them. */
    public static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 16);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
