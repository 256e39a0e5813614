/**
 * What {@code docs/integrator.md} shows in Java, compiled and run; with {@code -Dstayseal.samples.write=true} it draws the seal of {@code docs/examples} anew.
 *
 * <p>What this does not do: test the libraries themselves, which is for their own modules.
 */
@org.jspecify.annotations.NullMarked
package org.stayseal.examples;
