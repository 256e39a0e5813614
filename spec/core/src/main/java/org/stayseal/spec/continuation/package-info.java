/**
 * The continuation: one person's right goes on while a renewal is pending. A signed CBOR Web Token, {@code RPC1:…}, that names one code of one permit and says until when.
 *
 * <p>Follows spec/docs/32-continuation; what is around the claims is that of the residence credential (docs 30, {@link org.stayseal.spec.cwt.Envelope}).
 *
 * <p>What this package does not do: it knows no permit and judges nothing. Whether a continuation counts beside a permit, and what it then moves, is the verification's (docs 60,
 * part 10).
 */
@NullMarked
package org.stayseal.spec.continuation;

import org.jspecify.annotations.NullMarked;
