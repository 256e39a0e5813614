/**
 * Signatures as permits carry them: raw r and s side by side, and the keys and certificates that make and check them.
 *
 * <p>Follows ICAO Doc 9303-13 2.4 (seals), RFC 9053 2.1 (COSE) and RFC 7518 3.4 (JWS), which share the raw form. One provider serves the whole process
 * because it is the only one that knows the brainpool curves.
 *
 * <p>What this does not do: it judges no chain, no date and no scope; a signature that verifies says only that the key fits the bytes. Curves of 224 bits
 * are read (old German seals), never written.
 */
@NullMarked
package org.stayseal.spec.signing;

import org.jspecify.annotations.NullMarked;
