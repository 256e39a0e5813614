package org.stayseal.spec.vds;

import org.stayseal.spec.bytes.Hex;

/**
 * One document feature as it was received: a tag and bytes whose meaning only a profile knows.
 *
 * @param tag 0 to 254
 * @param value as received
 */
public record SealFeature(int tag, byte[] value) {

    public SealFeature {
        if (tag < 0 || tag > 0xFE) {
            throw new IllegalArgumentException("a feature's tag is 00 to FE");
        }
        value = value.clone();
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    /** Two upper-case hexadecimal digits, as the profiles write it. */
    public String tagHex() {
        return String.format(java.util.Locale.ROOT, "%02X", tag);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof SealFeature that && tag == that.tag && java.util.Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * tag + java.util.Arrays.hashCode(value);
    }

    /** Tag and length only: the value is about a person. */
    @Override
    public String toString() {
        return "feature " + tagHex() + " of " + value.length + " bytes";
    }

    /** The value in hexadecimal. */
    public String valueHex() {
        return Hex.encode(value);
    }
}
