package org.stayseal.spec.bytes;

import java.util.Arrays;
import org.stayseal.spec.FormatException;

/** Reads bytes from front to back and never past the end: what is missing is a {@link FormatException}, not an array's complaint. */
public final class ByteReader {

    private final byte[] bytes;
    private final String truncatedRule;
    private int position;

    /**
     * @param bytes read in place: the caller keeps them unchanged while reading
     * @param truncatedRule the rule of {@code spec/docs} that bytes broken off break
     */
    public ByteReader(byte[] bytes, String truncatedRule) {
        this.bytes = bytes;
        this.truncatedRule = truncatedRule;
    }

    /** Offset of the next byte. */
    public int position() {
        return position;
    }

    /** How many bytes are left. */
    public int remaining() {
        return bytes.length - position;
    }

    /** The next byte, 0 to 255. */
    public int next() throws FormatException {
        return take(1)[0] & 0xFF;
    }

    /** The next byte without moving on, or -1 at the end. */
    public int peek() {
        return remaining() == 0 ? -1 : bytes[position] & 0xFF;
    }

    /** The next {@code count} bytes. */
    public byte[] take(int count) throws FormatException {
        if (count < 0 || count > remaining()) {
            throw FormatException.wrongFormat(
                    truncatedRule,
                    "ends at byte " + bytes.length + ": " + count + " bytes expected at " + position + ", "
                            + remaining() + " there");
        }
        byte[] part = Arrays.copyOfRange(bytes, position, position + count);
        position += count;
        return part;
    }
}
