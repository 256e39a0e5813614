/**
 * Holds the shape of the house: arrows between modules point down only, the specification knows no outside, and what a
 * module offers to others is what {@code docs/architecture.md} says it offers.
 *
 * <p>What this does not do: it reads compiled classes, so what is only on a class path and never used is not seen here; the
 * build rules in the modules' own {@code pom.xml} files keep that out.
 */
@NullMarked
package org.stayseal.architecture;

import org.jspecify.annotations.NullMarked;
