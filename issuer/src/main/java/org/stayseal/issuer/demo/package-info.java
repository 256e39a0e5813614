/**
 * What the first start makes, so that there is something to see: two officers, three permits of people who do not exist, and words on the
 * terminal about where to look.
 *
 * <p>What this does not do: anything on later starts but the words. A server of one's own gets samples only when asked ({@code stayseal.samples=true}).
 */
@NullMarked
package org.stayseal.issuer.demo;

import org.jspecify.annotations.NullMarked;
