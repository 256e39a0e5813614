/**
 * JSON as signed documents need it: read strictly (RFC 8259, I-JSON of RFC 7493), and written in its canonical form (JCS, RFC 8785).
 *
 * <p>What this package does not do: it knows no document; which members there are, and of which form, is said where a format is read. It writes no number but integers.
 */
@NullMarked
package org.stayseal.spec.json;

import org.jspecify.annotations.NullMarked;
