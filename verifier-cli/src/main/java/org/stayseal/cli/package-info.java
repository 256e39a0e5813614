/**
 * The command line verifier: {@code verify}, {@code sync}, {@code inspect}, {@code status}.
 *
 * <p>It reads files, asks the verification and prints. What this does not do: judge anything by itself (that is {@code org.stayseal.spec.verify}), keep lists
 * (that is {@code org.stayseal.trust.reader}), or make anything: no certificate authority is on its class path.
 */
@NullMarked
package org.stayseal.cli;

import org.jspecify.annotations.NullMarked;
