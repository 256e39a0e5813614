package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;

/** What is to be remembered of the documents of one snapshot, once all of them were accepted (TRUST-72, TRUST-210). */
record Remembered(
        RootChain chain,
        TrustList list,
        SignedDocument listDocument,
        Manifest manifest,
        SignedDocument manifestDocument) {

    /** @param statusSigners thumbprint of the key that verified a status list, by URI */
    Memory memory(
            Map<String, KeptStatusList> statusLists,
            Map<String, Set<String>> statusSigners,
            Optional<SealRevocationFile> seals,
            Optional<SignedDocument> sealsDocument,
            IssuedLogs logs,
            Map<String, NeighbourSeals.Read> neighbourSeals) {
        Map<String, Instant> issued = new HashMap<>();
        statusLists.forEach((uri, status) -> issued.put(uri, status.issued()));
        Set<String> revoked = new HashSet<>();
        for (TrustedEntity entity : list.entities()) {
            entity.services().stream()
                    .filter(service -> service.states().now() == KeyState.REVOKED)
                    .forEach(service -> revoked.add(identity(service, entity, list)));
        }
        Map<String, Memory.Numbered> theirs = new HashMap<>();
        neighbourSeals.forEach((country, read) -> theirs.put(
                country,
                new Memory.Numbered(
                        read.list().head().sequence(), read.document().fingerprint())));
        return new Memory(
                chain.fingerprints(),
                new Memory.Numbered(list.head().sequence(), listDocument.fingerprint()),
                new Memory.Numbered(manifest.head().sequence(), manifestDocument.fingerprint()),
                seals.flatMap(
                        s -> sealsDocument.map(d -> new Memory.Numbered(s.head().sequence(), d.fingerprint()))),
                theirs,
                issued,
                revoked,
                logs.memory(),
                signers(statusSigners, sealsDocument, logs, neighbourSeals),
                Map.of());
    }

    private Map<String, Set<String>> signers(
            Map<String, Set<String>> statusSigners,
            Optional<SignedDocument> sealsDocument,
            IssuedLogs logs,
            Map<String, NeighbourSeals.Read> neighbourSeals) {
        Map<String, Set<String>> signers = new HashMap<>(statusSigners);
        signers.replaceAll((uri, kids) -> atRoot(kids, list.neighbourAt(uri)));
        signers.put(Memory.TRUST_LIST, listDocument.signersOf(chain.newest().role(Role.TRUST_LIST)));
        signers.put(Memory.MANIFEST, manifestDocument.signersOf(chain.newest().role(Role.SNAPSHOT)));
        sealsDocument.ifPresent(
                document -> signers.put(Memory.SEAL_REVOCATIONS, accepting(document, list.sealRevocationKeys())));
        neighbourSeals.forEach((country, read) -> list.neighbour(country)
                .ifPresent(neighbour -> signers.put(
                        Memory.sealsOf(country),
                        atRoot(
                                accepting(read.document(), list.sealRevocationKeys(neighbour)),
                                Optional.of(neighbour)))));
        logs.documents()
                .forEach((name, document) ->
                        signers.put(name, document.signersOf(chain.newest().role(Role.LOG))));
        return signers;
    }

    /** What is remembered of a neighbour is remembered with its root. */
    static String atRoot(Neighbour neighbour) {
        return "@" + neighbour.rootFingerprint();
    }

    private static Set<String> atRoot(Set<String> kids, Optional<Neighbour> neighbour) {
        return neighbour.isEmpty()
                ? kids
                : kids.stream().map(kid -> kid + atRoot(neighbour.get())).collect(Collectors.toSet());
    }

    private static Set<String> accepting(SignedDocument document, List<TrustKey> keys) {
        return keys.stream()
                .map(RoleKeys::single)
                .filter(document::isAcceptedBy)
                .flatMap(role -> document.signersOf(role).stream())
                .collect(Collectors.toSet());
    }

    /** Of a neighbour's service together with its root: what a thief called revoked there is void with the root that replaces him (TRUST-229). */
    static String identity(Service service, TrustedEntity entity, TrustList list) {
        return entity.origin()
                .flatMap(list::neighbour)
                .map(neighbour -> identity(service) + atRoot(neighbour))
                .orElseGet(() -> identity(service));
    }

    private static String identity(Service service) {
        if (service instanceof Service.StatusKey status) {
            return status.key().kid();
        }
        if (service instanceof Service.Csca csca) {
            return Hex.encode(CertificateDigest.sha256(csca.certificate()));
        }
        return Hex.encode(CertificateDigest.sha256(((Service.PermitSigner) service).certificate()));
    }
}
