/**
 * Where the keys of an authority are, and how they are asked to sign: a PKCS#12 file, an encrypted PEM file for a second key (TRUST-16), or a PKCS#11 token
 * named by an RFC 7512 URI. Whatever the place is, what comes out is a {@link org.stayseal.spec.signing.Signer} for documents and a content signer for
 * certificates and CRLs.
 *
 * <p>What this does not do: decide what is signed. A password or PIN is never part of a text that names a place, never logged, and wiped after use. A key
 * that is made in a token never leaves it.
 */
@NullMarked
package org.stayseal.trust.authority.keys;

import org.jspecify.annotations.NullMarked;
