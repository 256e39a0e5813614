package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.trust.Service;

/**
 * A signer that a vector authority lists beside its own two.
 *
 * @param kind what it signs
 * @param key the published key, as its file is called without {@code utopia-} and {@code .pem}
 * @param commonName of its certificate: two characters, but for a credential signer's
 * @param serial of its certificate; used once in a hierarchy
 * @param documentTypes what it may sign (TRUST-43)
 * @param purposes of credentials; else empty
 * @param documentCodes those of machine readable zones that its certificate names (TRUST-91); empty for none named
 * @param ends when its certificate ends; empty for the usual term (TRUST-83)
 */
public record FurtherSigner(
        Service.SignerKind kind,
        String key,
        String commonName,
        BigInteger serial,
        Set<String> documentTypes,
        Set<String> purposes,
        Set<String> documentCodes,
        Optional<Instant> ends) {

    /** Keeps sets of its own. */
    public FurtherSigner {
        documentTypes = Set.copyOf(documentTypes);
        purposes = Set.copyOf(purposes);
        documentCodes = Set.copyOf(documentCodes);
    }

    /** The same, with a certificate that names these codes of machine readable zones, and so allows no others. */
    public FurtherSigner namingDocumentCodes(Set<String> codes) {
        return new FurtherSigner(kind, key, commonName, serial, documentTypes, purposes, codes, ends);
    }

    /** The same, with a certificate that ends at that moment, however early. */
    public FurtherSigner ending(Instant moment) {
        return new FurtherSigner(
                kind, key, commonName, serial, documentTypes, purposes, documentCodes, Optional.of(moment));
    }

    /** A signer of seals and datastructures for barcodes. */
    public static FurtherSigner ofSeals(String key, String commonName, long serial, Set<String> documentTypes) {
        return new FurtherSigner(
                Service.SignerKind.SEAL,
                key,
                commonName,
                BigInteger.valueOf(serial),
                documentTypes,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    /** A signer of VDS-NCs. */
    public static FurtherSigner ofVdsNcs(String key, String commonName, long serial, Set<String> types) {
        return new FurtherSigner(
                Service.SignerKind.VDS_NC,
                key,
                commonName,
                BigInteger.valueOf(serial),
                types,
                Set.of(),
                Set.of(),
                Optional.empty());
    }

    /** A signer of continuations of codes for all purposes, and of seals. */
    public static FurtherSigner ofContinuations(String key, String commonName, long serial) {
        return new FurtherSigner(
                Service.SignerKind.CREDENTIAL,
                key,
                commonName,
                BigInteger.valueOf(serial),
                Set.of(org.stayseal.spec.trust.Scope.CONTINUATION),
                Set.of("full", "work", "bank", "stay"),
                Set.of(),
                Optional.empty());
    }

    /** A signer of credentials for all purposes. */
    public static FurtherSigner ofCredentials(String key, String commonName, long serial) {
        return new FurtherSigner(
                Service.SignerKind.CREDENTIAL,
                key,
                commonName,
                BigInteger.valueOf(serial),
                Set.of(org.stayseal.spec.trust.Scope.CREDENTIAL),
                Set.of("full", "work", "bank", "stay"),
                Set.of(),
                Optional.empty());
    }
}
