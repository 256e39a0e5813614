/**
 * An authority's register ({@code spec/docs/45-ceremonies.md}, section 2): its roots, its services in their states, its notices and the CRLs that were made elsewhere, as data; its digest, and the
 * difference between two of them in words.
 *
 * <p>What this does not do: decide who may change it (ceremonies do), keep a private key, or publish.
 */
@NullMarked
package org.stayseal.trust.authority.register;

import org.jspecify.annotations.NullMarked;
