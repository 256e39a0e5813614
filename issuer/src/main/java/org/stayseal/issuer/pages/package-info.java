/**
 * The pages that people see: officers at their desks (applications, permits) and a holder on a phone (the codes, large). Made on the server
 * with Thymeleaf; every page works without a script.
 *
 * <p>Nothing here decides: each button calls a service, and a service's refusal becomes a sentence on the page. All that comes from an
 * applicant is text to a template, never markup. What this does not do: it checks no code (that is the verifier page's work) and speaks no
 * JSON (that is {@code org.stayseal.issuer.api}).
 */
@NullMarked
package org.stayseal.issuer.pages;

import org.jspecify.annotations.NullMarked;
