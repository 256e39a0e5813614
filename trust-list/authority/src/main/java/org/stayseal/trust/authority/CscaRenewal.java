package org.stayseal.trust.authority;

import java.security.cert.X509Certificate;

/**
 * A CSCA's new key (TRUST-97). Who holds the old certificate follows the link to the new one; whoever comes later is given the new one alone.
 *
 * @param old the certificate that is followed
 * @param renewed the new key's own, self-signed
 * @param link the new key, signed by the old one
 */
public record CscaRenewal(X509Certificate old, X509Certificate renewed, X509Certificate link) {}
