/**
 * The live code: a residence credential shown with a proof, seconds old, by the key of the holder's device. A signed CBOR Web Token, {@code RPL1:…}, around the bytes of the credential.
 *
 * <p>Follows spec/docs/33-live-code.md; what is around the claims is that of the residence credential (docs 30), without compression and without a key identifier.
 *
 * <p>What this package does not do: it judges nothing. Whether a proof is fresh, and what it is worth, is the verification's (docs 60, part 11). Nor does it hold a key: the device does.
 */
@NullMarked
package org.stayseal.spec.live;

import org.jspecify.annotations.NullMarked;
