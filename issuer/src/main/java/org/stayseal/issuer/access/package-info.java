/**
 * Who may call which address, by which sign-in, and under which security headers.
 */
@NullMarked
package org.stayseal.issuer.access;

import org.jspecify.annotations.NullMarked;
