package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;

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
            IssuedLogs logs) {
        Map<String, Instant> issued = new HashMap<>();
        statusLists.forEach((uri, status) -> issued.put(uri, status.issued()));
        Set<String> revoked = new HashSet<>();
        list.services()
                .filter(service -> service.states().now() == KeyState.REVOKED)
                .forEach(service -> revoked.add(identity(service)));
        return new Memory(
                chain.fingerprints(),
                new Memory.Numbered(list.head().sequence(), listDocument.fingerprint()),
                new Memory.Numbered(manifest.head().sequence(), manifestDocument.fingerprint()),
                seals.flatMap(
                        s -> sealsDocument.map(d -> new Memory.Numbered(s.head().sequence(), d.fingerprint()))),
                issued,
                revoked,
                logs.memory(),
                signers(statusSigners, sealsDocument, logs));
    }

    private Map<String, Set<String>> signers(
            Map<String, Set<String>> statusSigners, Optional<SignedDocument> sealsDocument, IssuedLogs logs) {
        Map<String, Set<String>> signers = new HashMap<>(statusSigners);
        signers.put(Memory.TRUST_LIST, listDocument.signersOf(chain.newest().role(Role.TRUST_LIST)));
        signers.put(Memory.MANIFEST, manifestDocument.signersOf(chain.newest().role(Role.SNAPSHOT)));
        sealsDocument.ifPresent(document -> signers.put(
                Memory.SEAL_REVOCATIONS,
                list.sealRevocationKeys().stream()
                        .map(RoleKeys::single)
                        .filter(document::isAcceptedBy)
                        .flatMap(role -> document.signersOf(role).stream())
                        .collect(Collectors.toSet())));
        logs.documents()
                .forEach((name, document) ->
                        signers.put(name, document.signersOf(chain.newest().role(Role.LOG))));
        return signers;
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
