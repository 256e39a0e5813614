/**
 * Which addresses of this machine are served, and a certificate of our own for trying the service with a phone, whose camera needs a secure
 * origin ({@code --stayseal.https=true}).
 *
 * <p>What this does not do: certificates for production; there a proxy in front, or Spring's own {@code server.ssl} settings, bring one that the
 * world trusts.
 */
@NullMarked
package org.stayseal.issuer.tls;

import org.jspecify.annotations.NullMarked;
