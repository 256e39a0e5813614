/**
 * Continuations of permits whose renewal is pending (docs 32): written down by one officer, decided by another, signed one for each code of the permit, printed, read back, and ended when the renewal is
 * decided. How one is judged beside its permit is not here but in every verifier (docs 60, part 10).
 */
@NullMarked
package org.stayseal.issuer.continuation;

import org.jspecify.annotations.NullMarked;
