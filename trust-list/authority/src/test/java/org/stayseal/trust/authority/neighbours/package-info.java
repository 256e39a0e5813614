/** Tests of what an authority takes from its neighbours. */
@NullMarked
package org.stayseal.trust.authority.neighbours;

import org.jspecify.annotations.NullMarked;
