package org.stayseal.spec.bytes;

import org.stayseal.spec.FormatException;

/** A length as DER writes it (X.690 10.1), up to 65,535: one byte to 127, then {@code 81 xx}, then {@code 82 xx xx}; always the shortest. */
public final class DerLength {

    private static final int MAX = 0xFFFF;

    private DerLength() {}

    /** The length's bytes. */
    public static byte[] encode(int length) {
        if (length < 0 || length > MAX) {
            throw new IllegalArgumentException("length " + length + " is not 0 to " + MAX);
        }
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    /**
     * @param rule the rule of {@code spec/docs} that another form breaks
     * @throws FormatException for the indefinite form, a form longer than needed, or more than 65,535
     */
    public static int read(ByteReader in, String rule) throws FormatException {
        int first = in.next();
        if (first < 0x80) {
            return first;
        }
        int length = switch (first) {
            case 0x81 -> in.next();
            case 0x82 -> in.next() << 8 | in.next();
            default ->
                throw FormatException.wrongFormat(
                        rule, "length at byte " + (in.position() - 1) + " has no DER form that is read here");
        };
        if (length < (first == 0x81 ? 0x80 : 0x100)) {
            throw FormatException.wrongFormat(
                    rule, "length before byte " + in.position() + " is not in its shortest form");
        }
        return length;
    }
}
