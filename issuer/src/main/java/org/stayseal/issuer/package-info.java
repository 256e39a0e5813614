/**
 * The issuing service: one application from the counter to a released permit, and everything published about it.
 *
 * <p>This package holds the program's start, its settings and the refusals that every part shares. It does not judge permits: that is
 * verification, in {@code org.stayseal.spec.verify}.
 */
@NullMarked
package org.stayseal.issuer;

import org.jspecify.annotations.NullMarked;
