/**
 * Other countries' trust lists (TRUST-220 to TRUST-229): a person pins a neighbour's root and says what is taken from it; its snapshot is verified by a reader of its own, and each service is taken
 * or left out with one reason.
 *
 * <p>What this does not do: sign or publish. What is adopted is a value that the publisher of the country's own list is given.
 */
@NullMarked
package org.stayseal.trust.authority.neighbours;

import org.jspecify.annotations.NullMarked;
