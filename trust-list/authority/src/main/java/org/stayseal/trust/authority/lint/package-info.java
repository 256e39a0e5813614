/**
 * Rules of certificates and revocation lists (TRUST-90 to TRUST-99; Doc 9303-12 section 7, 9303-13 3.2), one class a rule, asked before the CSCA signs.
 *
 * <p>What this does not do: verify a chain. That is the verifier's step, which checks the same profile from the other side.
 */
@NullMarked
package org.stayseal.trust.authority.lint;

import org.jspecify.annotations.NullMarked;
