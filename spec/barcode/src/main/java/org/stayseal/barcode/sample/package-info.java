/**
 * Drawn faces for the invented people of samples and demonstrations, so that no real person's photo is ever needed.
 *
 * <p>What this does not do: it makes no picture for a real permit, and nothing that reads or judges one uses it.
 */
@NullMarked
package org.stayseal.barcode.sample;

import org.jspecify.annotations.NullMarked;
