/**
 * The rules that the exact bytes to be signed must pass, one class a rule. Nothing is signed before every rule has passed.
 *
 * <p>Rules read the bytes as a verifier would, through the decoders of {@code org.stayseal.spec}; they do not look at the record the bytes were
 * made from, except to compare with it.
 */
@NullMarked
package org.stayseal.issuer.lint;

import org.jspecify.annotations.NullMarked;
