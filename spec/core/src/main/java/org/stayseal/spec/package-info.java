/**
 * The executable form of the documents in {@code spec/docs}.
 *
 * <p>This package holds only what every part shares: the exception that says which rule the received bytes break. It opens no file, no picture and no
 * connection, and neither does any package below it.
 */
@NullMarked
package org.stayseal.spec;

import org.jspecify.annotations.NullMarked;
