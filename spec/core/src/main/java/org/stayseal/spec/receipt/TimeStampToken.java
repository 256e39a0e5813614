package org.stayseal.spec.receipt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.registry.Limits;

/** The bytes of a TimeStampToken of RFC 3161 in DER, which a receipt carries unread (RCPT-16). */
public final class TimeStampToken {

    /** Most bytes of one. */
    public static final int MAX_BYTES = Limits.value("maxTimeStampBytes");

    private final byte[] der;

    /** @throws IllegalArgumentException for none or too many bytes */
    public TimeStampToken(byte[] der) {
        if (der.length == 0 || der.length > MAX_BYTES) {
            throw new IllegalArgumentException("a time stamp token has 1 to " + MAX_BYTES + " bytes");
        }
        this.der = der.clone();
    }

    public byte[] der() {
        return der.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeStampToken that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "a time stamp token of " + der.length + " bytes";
    }
}
