/**
 * The receipt of a check (docs 70): what was checked, when, for what purpose, by which lists and with what answer, read and written strictly; and checking it again.
 *
 * <p>What this package does not do: it signs nothing, so that a receipt proves nothing to others; it reads no PDF, asks no service and writes no file.
 */
@NullMarked
package org.stayseal.spec.receipt;

import org.jspecify.annotations.NullMarked;
