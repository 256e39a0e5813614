/**
 * Rules of signer certificates (TRUST-90 to TRUST-92; Doc 9303-12, 9303-13 3.2), one class a rule, asked before the CSCA signs.
 *
 * <p>What this does not do: verify a chain. That is the verifier's step, which checks the same profile from the other side.
 */
@NullMarked
package org.stayseal.trust.authority.lint;

import org.jspecify.annotations.NullMarked;
