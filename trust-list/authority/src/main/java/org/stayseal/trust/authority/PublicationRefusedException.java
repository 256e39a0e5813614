package org.stayseal.trust.authority;

/** The authority's own reader refuses what was about to be published (TRUST-81), or it takes back a revocation (TRUST-84). Nothing was released. */
public final class PublicationRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    PublicationRefusedException(String message) {
        super(message);
    }
}
