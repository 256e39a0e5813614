/**
 * Certificate revocation lists of CSCAs (TRUST-99, TRUST-120; RFC 5280, Doc 9303-12 section 7): reads one, finds the authority that signed it, and takes or refuses it with its reason.
 *
 * <p>What this does not do: revoke anything. A verifier uses the lists that are in its snapshot.
 */
@NullMarked
package org.stayseal.trust.authority.crl;

import org.jspecify.annotations.NullMarked;
