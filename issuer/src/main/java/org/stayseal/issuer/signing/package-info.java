/**
 * The only place that holds the keys of signers: a token, given for bytes that passed every lint, is redeemed once for one signature.
 *
 * <p>It does not keep keys: those come from {@code org.stayseal.trust.authority}.
 */
@NullMarked
package org.stayseal.issuer.signing;

import org.jspecify.annotations.NullMarked;
