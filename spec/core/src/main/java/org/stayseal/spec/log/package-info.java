/**
 * The log of what was signed: leaves, their Merkle tree (RFC 9162 section 2.1), and the identities that are kept for a key that was stolen.
 *
 * <p>Section 17 of {@code spec/docs/40-trust.md}. Hashes and bytes only: the signed documents around them, tree head and kept log, are in {@code org.stayseal.spec.trust}, and what a
 * kept log means for a verdict is in {@code org.stayseal.spec.verify}. It does not keep a log anywhere.
 */
@NullMarked
package org.stayseal.spec.log;

import org.jspecify.annotations.NullMarked;
