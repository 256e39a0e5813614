package org.stayseal.spec.idb;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.Hex;

/**
 * One message as it was received: a tag and bytes whose meaning only the table of its country knows (IDB-12).
 *
 * @param tag 0 to 255; {@code 01} to {@code 7F} are ICAO's, {@code 80} to {@code FE} the country's own
 * @param value as received
 */
public record IdbMessage(int tag, byte[] value) {

    public IdbMessage {
        if (tag < 0 || tag > 0xFF) {
            throw new IllegalArgumentException("a message's tag is one byte");
        }
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    /** Two upper-case hexadecimal digits, as the table writes it. */
    public String tagHex() {
        return hex(tag);
    }

    /** The value in hexadecimal. */
    public String valueHex() {
        return Hex.encode(value);
    }

    static String hex(int tag) {
        return String.format(Locale.ROOT, "%02X", tag);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdbMessage that && tag == that.tag && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(value);
    }

    /** Tag and length only: the value is about a person. */
    @Override
    public String toString() {
        return "message " + tagHex() + " of " + value.length + " bytes";
    }
}
