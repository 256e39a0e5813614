/**
 * A residence permit as data: the person, the right of residence, the document, and what each purpose shows of them.
 *
 * <p>This is what an officer enters and what every form of the permit (credential, seal, page) is made from. Its rules are those of
 * ICAO Doc 9303-3 for names, dates and codes, and of spec/docs/30-residence-credential for what goes into a code. Values are refused
 * when they are made: a {@code Permit} that exists may be recorded and signed. {@link org.stayseal.spec.permit.PermitDraft} takes
 * what a person typed and lists everything that is wrong with it at once.
 *
 * <p>What this package does not do: it knows no bytes of any code, no key and no status, and it does not judge whether a permit is good.
 */
@NullMarked
package org.stayseal.spec.permit;

import org.jspecify.annotations.NullMarked;
