/**
 * Status lists: whether a credential that was good when it was signed has been revoked, suspended or superseded since.
 *
 * <p>Follows spec/docs/50-status part 1 and draft-ietf-oauth-status-list, draft 21, which is pinned; as CWT and as JWT, read strictly and
 * within bounds.
 *
 * <p>What this package does not do: it fetches nothing, keeps nothing and judges nothing. Reading a list says nothing about its signature,
 * its age, or whether the trust list names its key; a {@code SignedStatusList} keeps what is needed to ask. Seals have a list of another
 * kind, in the documents of trust.
 */
@NullMarked
package org.stayseal.spec.status;

import org.jspecify.annotations.NullMarked;
