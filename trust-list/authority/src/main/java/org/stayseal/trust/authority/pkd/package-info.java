/**
 * The ICAO Public Key Directory as files (TRUST-115 to TRUST-118; RFC 2849, Doc 9303-12): LDIF read strictly and written, the entries of its tree, and what an authority takes of them.
 *
 * <p>What this does not do: speak LDAP, or fetch anything. What is taken is offered to people, who decide what enters a trust list.
 */
@NullMarked
package org.stayseal.trust.authority.pkd;

import org.jspecify.annotations.NullMarked;
