/**
 * The carriers of a permit: the two-page bilingual PDF, each code as picture and text (Doc 9303-13 section 2.5 for the seal's symbol,
 * {@code spec/docs/30-residence-credential.md} for the codes of the credentials).
 *
 * <p>Every code is read back from the finished PDF, rendered at 150 dpi, and from its picture, and compared with the exact content that was
 * recorded; one difference refuses the whole set. What this does not do: it signs nothing, stores nothing and judges no code; it knows no
 * page of the web.
 */
@NullMarked
package org.stayseal.issuer.carrier;

import org.jspecify.annotations.NullMarked;
