/**
 * The REST interface under {@code /api/v1} and its problem documents (RFC 9457). It decides nothing: it hands over to the services.
 */
@NullMarked
package org.stayseal.issuer.api;

import org.jspecify.annotations.NullMarked;
