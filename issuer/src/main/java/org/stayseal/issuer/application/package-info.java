/**
 * What an applicant brings, written down by one officer and decided by another.
 *
 * <p>The form as received, the strict reading of it (every wrong field named by its JSON pointer and rule) and the two-person decision. It
 * does not give numbers, sign or print: that is {@code org.stayseal.issuer.issuance}.
 */
@NullMarked
package org.stayseal.issuer.application;

import org.jspecify.annotations.NullMarked;
