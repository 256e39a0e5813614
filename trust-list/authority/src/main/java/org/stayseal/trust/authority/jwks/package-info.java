/**
 * Keys as a JSON Web Key Set (TRUST-125, TRUST-126; RFC 7517): those of credential signers, with their certificates, and those that sign status lists; written, and taken or refused with a reason.
 *
 * <p>What this does not do: fetch a set, or believe a key for being in one.
 */
@NullMarked
package org.stayseal.trust.authority.jwks;

import org.jspecify.annotations.NullMarked;
