/**
 * Where a credential's status stands in the published list: shard and index, from a permuted sequence, so that neighbours in the list are
 * not neighbours in time (Token Status List, section 5 of {@code spec/docs/50-status}). It does not make the list.
 */
@NullMarked
package org.stayseal.issuer.status;

import org.jspecify.annotations.NullMarked;
