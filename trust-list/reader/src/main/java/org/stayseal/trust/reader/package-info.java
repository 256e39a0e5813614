/**
 * Whom to believe, read and kept ({@code spec/docs/40-trust.md} 7 and 8): snapshots imported under a pinned root, never older than what is there, kept so
 * that a crash leaves the old or the new, and answered as data to the verification.
 *
 * <p>What this does not do: judge a permit, sign anything, or learn a first root. It fetches only the address that it is told.
 */
@NullMarked
package org.stayseal.trust.reader;

import org.jspecify.annotations.NullMarked;
