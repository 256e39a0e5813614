/**
 * The documents of trust as data ({@code spec/docs/40-trust.md}, {@code 50-status.md} part 2): root, trust list, snapshot manifest and seal revocation
 * list, their signatures and thresholds, read and written to the letter.
 *
 * <p>What this does not do: fetch, keep or compare with what is kept (the reader's business), know the time, or judge a permit. A document that comes out of
 * here is well formed; whether enough keys accepted it is asked with {@link org.stayseal.spec.trust.SignedDocument#requireAcceptedBy}.
 */
@NullMarked
package org.stayseal.spec.trust;

import org.jspecify.annotations.NullMarked;
