/** Fuzz targets for snapshots, and for the whole way from a code to its verdict. {@code bench/fuzz} runs them for long. */
@NullMarked
package org.stayseal.trust.reader.fuzz;

import org.jspecify.annotations.NullMarked;
