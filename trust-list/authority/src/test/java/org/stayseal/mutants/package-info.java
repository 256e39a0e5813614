/**
 * The differential test of two engines: seeded changes of the codes in {@code spec/vectors}, of what is asked about them and of the lines given beside them, each judged by the Java engine
 * and written down, one JSON object a line, for the verifier page's engine to judge again. A mutant is made of its seed and number alone, so any one of them can be made again.
 *
 * <p>Some mutants are signed again with the published test keys: without that, a change would hardly ever get past the signature. This folder says nothing about which verdict is right;
 * that is what the vectors do. It says where two implementations of one specification differ.
 */
@NullMarked
package org.stayseal.mutants;

import org.jspecify.annotations.NullMarked;
