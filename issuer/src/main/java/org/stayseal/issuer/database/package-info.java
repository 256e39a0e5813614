/**
 * The database: an existing PostgreSQL, or a real one of our own in the data folder, durable and reachable from this machine alone.
 *
 * <p>What this does not do: back up, replicate, or upgrade a cluster from one major version to the next.
 */
@NullMarked
package org.stayseal.issuer.database;

import org.jspecify.annotations.NullMarked;
