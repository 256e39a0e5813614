package org.stayseal.spec.trust;

/** URIs of the trust list (TRUST-40 to TRUST-47). Names only: nothing is ever fetched from them. */
final class Names {

    static final String LIST_TYPE = "urn:stayseal:list:residence-permits";

    static final String CSCA = "urn:stayseal:service:csca";
    static final String SEAL_SIGNER = "urn:stayseal:service:seal-signer";
    static final String CREDENTIAL_SIGNER = "urn:stayseal:service:credential-signer";
    static final String VDS_NC_SIGNER = "urn:stayseal:service:vds-nc-signer";
    static final String STATUS_SERVICE = "urn:stayseal:service:status";

    static final String SCHEME = "urn:stayseal:scheme:1";

    /** What a list with a suspension in force requires of its readers (TRUST-145). */
    static final String CLASS_SUSPENSION = "class-suspension";

    /** What a seal revocation list requires whose entries are in files of their own (STATUS-55). */
    static final String SEAL_SHARDS = "seal-shards";

    static final String SCOPE = "urn:stayseal:scope:1";
    static final String TERM = "urn:stayseal:term:1";
    static final String STATUS = "urn:stayseal:status:1";
    static final String LEGAL_EFFECT = "urn:stayseal:legal-effect:1";
    /** Whose a service is, in a list with neighbours (TRUST-222). */
    static final String ORIGIN = "urn:stayseal:origin:1";

    static final String REVOCATION = "urn:stayseal:revocation:1";

    private Names() {}

    static String typeOf(Service service) {
        if (service instanceof Service.Csca) {
            return CSCA;
        }
        if (service instanceof Service.PermitSigner signer) {
            return switch (signer.kind()) {
                case SEAL -> SEAL_SIGNER;
                case CREDENTIAL -> CREDENTIAL_SIGNER;
                case VDS_NC -> VDS_NC_SIGNER;
            };
        }
        return STATUS_SERVICE;
    }
}
