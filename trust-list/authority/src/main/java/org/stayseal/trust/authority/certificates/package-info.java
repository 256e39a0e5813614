/**
 * Certificates in files (TRUST-110, TRUST-111; RFC 7468, RFC 5652): one in DER, several in PEM, or a PKCS#7 message of certificates alone; each is taken or refused with its reason.
 *
 * <p>What this does not do: believe any of them, or read private keys.
 */
@NullMarked
package org.stayseal.trust.authority.certificates;

import org.jspecify.annotations.NullMarked;
