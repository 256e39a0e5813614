/**
 * Identity credentials with CWT claim 169 (MOSIP 1.0 to 1.2.1): {@code spec/docs/31-claim-169.md} as code, read in all its variants and written in one.
 *
 * <p>What this package does not do: it judges nobody's identity and no right to stay. Such a credential is no permit; verdicts only name it.
 */
@NullMarked
package org.stayseal.spec.claim169;

import org.jspecify.annotations.NullMarked;
