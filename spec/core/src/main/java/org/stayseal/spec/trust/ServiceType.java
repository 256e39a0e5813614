package org.stayseal.spec.trust;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;

/** What a service of a trust list is, and which of the known extensions it may have (TRUST-42, TRUST-45, TRUST-47). */
enum ServiceType {
    CSCA(Names.CSCA, Names.SCOPE),
    SEAL_SIGNER(Names.SEAL_SIGNER, Names.SCOPE, Names.TERM, Names.LEGAL_EFFECT),
    CREDENTIAL_SIGNER(Names.CREDENTIAL_SIGNER, Names.SCOPE, Names.TERM, Names.LEGAL_EFFECT),
    VDS_NC_SIGNER(Names.VDS_NC_SIGNER, Names.SCOPE, Names.TERM, Names.LEGAL_EFFECT),
    STATUS(Names.STATUS_SERVICE, Names.STATUS);

    /** Those that this version reads; another is used by nobody here. */
    static final Set<String> KNOWN_EXTENSIONS =
            Set.of(Names.SCOPE, Names.TERM, Names.STATUS, Names.LEGAL_EFFECT, Names.REVOCATION, Names.ORIGIN);

    /** Which every service may have; whether a revocation is explained where there is none is the state's question. */
    private static final Set<String> EVERYWHERE = Set.of(Names.REVOCATION, Names.ORIGIN);

    private final String identifier;
    private final Set<String> extensions;

    ServiceType(String identifier, String... extensions) {
        this.identifier = identifier;
        this.extensions = Set.of(extensions);
    }

    /** @param identifier value of {@code ServiceTypeIdentifier} */
    static Optional<ServiceType> of(String identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier.equals(identifier))
                .findFirst();
    }

    void refuseOtherExtensions(Set<String> types) throws FormatException {
        for (String type : types) {
            if (KNOWN_EXTENSIONS.contains(type) && !extensions.contains(type) && !EVERYWHERE.contains(type)) {
                throw FormatException.wrongFormat("TRUST-47", "an extension that this kind of service does not have");
            }
        }
    }
}
