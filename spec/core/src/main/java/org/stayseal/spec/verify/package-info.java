/**
 * From received bytes to a verdict: {@code spec/docs/60-verification}, one small class a step.
 *
 * <p>Start at {@link org.stayseal.spec.verify.Verifier}. What is needed from outside comes as data through {@link org.stayseal.spec.verify.TrustSource},
 * {@link org.stayseal.spec.verify.StatusSource} and a {@code Clock}; every judgement is made here. What this does not do: reading pictures, files or the
 * network, keeping lists, checking the signatures of lists (whoever implements the sources has done that before it answers).
 */
@NullMarked
package org.stayseal.spec.verify;

import org.jspecify.annotations.NullMarked;
