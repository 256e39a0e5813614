/**
 * Makes the folder {@code samples}: permits of invented Utopians on paper and as pictures, with the lists to judge them by.
 *
 * <p>Everything is signed with the published test keys of {@code spec/vectors/keys}, and the lists say that they are a demo. What this does not do: judge the
 * samples, which is for the command's own tests.
 */
@org.jspecify.annotations.NullMarked
package org.stayseal.samples;
