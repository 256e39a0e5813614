/**
 * Fuzz targets: each hands any bytes to one decoder and holds what it answers to more than "no other exception".
 *
 * <p>In the tests they run over some of the vectors and some mutants of them; {@code bench/fuzz} runs them for as long as one likes. A target never
 * catches anything but {@link org.stayseal.spec.FormatException}, which is what a decoder may throw.
 */
@NullMarked
package org.stayseal.spec.fuzz;

import org.jspecify.annotations.NullMarked;
