/**
 * Ceremonies ({@code spec/docs/45-ceremonies.md}): one reviewed file in, one signed transcript out, and the register as the replay of all transcripts. Which change is refused, and in which words.
 *
 * <p>What this does not do: hold a private key, make certificates or CRLs (a ceremony carries them finished), publish, or know the time.
 */
@NullMarked
package org.stayseal.trust.authority.ceremony;

import org.jspecify.annotations.NullMarked;
