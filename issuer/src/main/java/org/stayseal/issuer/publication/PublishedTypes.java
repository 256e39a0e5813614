package org.stayseal.issuer.publication;

/** Media types of what is published. */
final class PublishedTypes {

    static final String ZIP = "application/zip";
    static final String JOSE = "application/jose+json";
    static final String JSON = "application/json";
    static final String BYTES = "application/octet-stream";
    static final String CRL = "application/pkix-crl";
    static final String STATUS_CWT = "application/statuslist+cwt";
    static final String STATUS_JWT = "application/statuslist+jwt";

    private PublishedTypes() {}
}
