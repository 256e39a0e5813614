/**
 * The codings below the formats: hexadecimal, Base45 (RFC 9285), C40 (ICAO Doc 9303-13, 2.2), DER lengths, zlib within bounds (RFC 1950).
 *
 * <p>Every decoder is strict: for each value there is one coding that it accepts, and anything else is a {@link org.stayseal.spec.FormatException} with
 * the rule that the caller names. Every decoder knows its limit before it starts.
 *
 * <p>What this does not do: it knows nothing of permits, keys or dates, and repairs nothing.
 */
@NullMarked
package org.stayseal.spec.bytes;

import org.jspecify.annotations.NullMarked;
