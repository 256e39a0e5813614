/** Breaks the rules of the specification on purpose: a rule that nothing can break holds nothing. */
@NullMarked
package org.stayseal.spec.wrong;

import org.jspecify.annotations.NullMarked;
