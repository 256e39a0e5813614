/**
 * The log of every signature over a permit, in the database: appended with the record of the signature, proved consistent before its head is published (docs 40, section 17).
 *
 * <p>It holds digests and nothing of a person. What it does not do: it signs no head and keeps no log for a stolen key; both are done in {@code org.stayseal.trust.authority}.
 */
@NullMarked
package org.stayseal.issuer.issuedlog;

import org.jspecify.annotations.NullMarked;
