/**
 * The authority's side of the trust list ({@code spec/docs/40-trust.md} 9): a hierarchy of keys, the certificates of signers and their linter, and the
 * publication of root, trust list, status lists, seal revocation list, CRL and snapshot.
 *
 * <p>What this does not do: decide who is revoked, sign permits (it hands out the {@link org.stayseal.spec.signing.Signer}s that do), or serve what it
 * publishes. The demo keeps all keys on one disk; a production authority keeps root and CSCA offline and signers in tokens.
 */
@NullMarked
package org.stayseal.trust.authority;

import org.jspecify.annotations.NullMarked;
