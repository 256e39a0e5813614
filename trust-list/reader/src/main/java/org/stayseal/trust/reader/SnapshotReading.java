package org.stayseal.trust.reader;

import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShards;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.spec.trust.TrustList;

/** Verifies a snapshot under a pin, step by step in the order of TRUST-76. What is kept, and the time, are the caller's questions. */
final class SnapshotReading {

    private static final String TRUST_LIST = "trust-list.json";
    private static final Pattern CRL_NAME = Pattern.compile("crl/[A-Z]{1,3}(-[1-9][0-9]?)?\\.crl");

    private final Pin pin;
    private final SortedMap<String, byte[]> files;
    private final SignedDocument manifestDocument;
    private final Manifest manifest;
    private final Map<String, Set<String>> statusSigners = new HashMap<>();

    private SnapshotReading(
            Pin pin, SortedMap<String, byte[]> files, SignedDocument manifestDocument, Manifest manifest) {
        this.pin = pin;
        this.files = files;
        this.manifestDocument = manifestDocument;
        this.manifest = manifest;
    }

    static Snapshot read(byte[] zip, Pin pin) throws RefusedException {
        SortedMap<String, byte[]> files;
        try {
            files = SnapshotArchive.read(zip);
        } catch (FormatException e) {
            throw RefusedException.of("ZIP", e);
        }
        byte[] manifestBytes = files.get(Manifest.NAME);
        if (manifestBytes == null) {
            throw new RefusedException(Refusal.CORRUPT, "no manifest: not a snapshot");
        }
        try {
            SignedDocument document = SignedDocument.read(manifestBytes, DocumentKind.SNAPSHOT);
            return new SnapshotReading(pin, files, document, Manifest.read(document)).read();
        } catch (FormatException e) {
            throw RefusedException.of(Manifest.NAME, e);
        }
    }

    private Snapshot read() throws RefusedException {
        RootChain chain = RootChain.walk(files, pin);
        Root root = chain.newest();
        accept(Manifest.NAME, () -> manifestDocument.requireAcceptedBy(root.role(Role.SNAPSHOT)));
        refuseOtherFiles();
        refuseChangedRoots();
        SignedDocument listDocument = document(TRUST_LIST, DocumentKind.TRUST_LIST);
        accept(TRUST_LIST, () -> listDocument.requireAcceptedBy(root.role(Role.TRUST_LIST)));
        refuseChanged(TRUST_LIST);
        TrustList list = get(TRUST_LIST, () -> TrustList.read(listDocument));
        Map<String, KeptStatusList> statusLists = statusLists(list);
        Optional<SignedDocument> sealsDocument = sealsDocument(list);
        Optional<SealRevocationFile> seals = SealRevocationFile.read(SealRevocations.NAME, sealsDocument, files);
        for (String name : files.keySet()) {
            if (SealShards.isName(SealRevocations.NAME, name)) {
                refuseChanged(name);
            }
        }
        SortedMap<String, NeighbourSeals.Read> neighbourSeals = NeighbourSeals.read(files, list);
        for (String name : files.keySet()) {
            if (NeighbourSeals.isName(name, list)) {
                refuseChanged(name);
            }
        }
        List<X509CRL> crls = crls(list);
        IssuedLogs logs = issuedLogs(root, list);
        refuseOtherFilesUnlessWhole();
        refuseNumbers(root, list, seals, logs);
        refuseNumbers(neighbourSeals);
        return new Snapshot(
                pin,
                chain.roots(),
                root,
                chain.newestFingerprint(),
                manifest,
                list,
                statusLists,
                seals,
                lists(neighbourSeals),
                crls,
                logs.treeHead(),
                logs.kept(),
                new Remembered(chain, list, listDocument, manifest, manifestDocument)
                        .memory(statusLists, statusSigners, seals, sealsDocument, logs, neighbourSeals));
    }

    /** TRUST-62: every listed file is there and every file is listed. */
    private void refuseOtherFiles() throws RefusedException {
        Set<String> listed = manifest.files().stream().map(Manifest.File::name).collect(Collectors.toSet());
        for (String name : listed) {
            if (!files.containsKey(name)) {
                throw new RefusedException(Refusal.MIXED, name + " is listed and missing (TRUST-62)");
            }
        }
        for (String name : files.keySet()) {
            if (!name.equals(Manifest.NAME) && !listed.contains(name)) {
                throw new RefusedException(Refusal.MIXED, name + " is there and not listed (TRUST-62)");
            }
        }
    }

    private void refuseChangedRoots() throws RefusedException {
        for (String name : files.keySet()) {
            if (RootChain.NAME.matcher(name).matches()) {
                refuseChanged(name);
            }
        }
    }

    /** A document that its role or key accepts, and that the manifest does not speak of, is of another snapshot. */
    private void refuseChanged(String name) throws RefusedException {
        if (!listed(name).fits(file(name))) {
            throw new RefusedException(Refusal.MIXED, name + " is not the one that the manifest lists (TRUST-62)");
        }
    }

    /** What is of no kind known here is only compared with its digest. */
    private void refuseOtherFilesUnlessWhole() throws RefusedException {
        for (Manifest.File entry : manifest.files()) {
            if (!entry.fits(file(entry.name()))) {
                throw new RefusedException(Refusal.CORRUPT, entry.name() + " was changed (TRUST-62)");
            }
        }
    }

    private Map<String, KeptStatusList> statusLists(TrustList list) throws RefusedException {
        Map<String, KeptStatusList> all = new HashMap<>();
        for (Manifest.File entry : manifest.files()) {
            if (entry.statusUri().isEmpty()) {
                continue;
            }
            String uri = entry.statusUri().get();
            List<TrustKey> keys = list.statusKeys(uri);
            StatusFile status = get(entry.name(), () -> StatusFile.read(file(entry.name()), uri, keys));
            statusSigners.put(uri, Set.of(status.signer()));
            all.put(uri, status);
            refuseChanged(entry.name());
        }
        return all;
    }

    private Optional<SignedDocument> sealsDocument(TrustList list) throws RefusedException {
        if (!files.containsKey(SealRevocations.NAME)) {
            return Optional.empty();
        }
        SignedDocument document = document(SealRevocations.NAME, DocumentKind.SEAL_REVOCATIONS);
        if (!SealRevocations.isAcceptedByAny(document, list.sealRevocationKeys())) {
            throw new RefusedException(
                    Refusal.CORRUPT, SealRevocations.NAME + ": no key that the trust list names signed it (STATUS-50)");
        }
        refuseChanged(SealRevocations.NAME);
        return Optional.of(document);
    }

    private List<X509CRL> crls(TrustList list) throws RefusedException {
        List<X509CRL> all = new ArrayList<>();
        for (String name : files.keySet()) {
            if (CRL_NAME.matcher(name).matches()) {
                all.add(get(name, () -> crl(file(name), list)));
                refuseChanged(name);
            }
        }
        return all;
    }

    /** TRUST-64. */
    private static X509CRL crl(byte[] der, TrustList list) throws FormatException {
        X509CRL crl = Crypto.revocationList(der);
        if (list.services(Service.Csca.class).noneMatch(csca -> signed(crl, csca))) {
            throw FormatException.wrongFormat("TRUST-64", "a CRL that no listed CSCA signed");
        }
        return crl;
    }

    static boolean signed(X509CRL crl, Service.Csca csca) {
        return DistinguishedName.subject(csca.certificate()).equalsExactly(DistinguishedName.issuer(crl))
                && CertificateSignature.fits(crl, csca.certificate());
    }

    private IssuedLogs issuedLogs(Root root, TrustList list) throws RefusedException {
        IssuedLogs logs = IssuedLogs.read(files, root.role(Role.LOG), list);
        for (String name : files.keySet()) {
            if (IssuedLogs.isName(name)) {
                refuseChanged(name);
            }
        }
        return logs;
    }

    /** TRUST-21, TRUST-60, TRUST-62: numbers, country and environment agree. */
    private void refuseNumbers(Root root, TrustList list, Optional<SealRevocationFile> seals, IssuedLogs logs)
            throws RefusedException {
        if (manifest.root() != root.head().sequence()
                || manifest.trustList() != list.head().sequence()
                || seals.isPresent()
                        && listed(SealRevocations.NAME).sequence().orElse(0)
                                != seals.get().head().sequence()) {
            throw new RefusedException(Refusal.MIXED, "the manifest names other numbers than the documents bear");
        }
        List<Head> heads = new ArrayList<>(List.of(manifest.head(), list.head()));
        seals.ifPresent(s -> heads.add(s.head()));
        heads.addAll(logs.heads());
        for (Head head : heads) {
            if (!head.country().equals(root.head().country())
                    || head.environment() != root.head().environment()) {
                throw new RefusedException(
                        Refusal.MIXED, "a document is of another country or environment than its root (TRUST-21)");
            }
        }
    }

    private void refuseNumbers(SortedMap<String, NeighbourSeals.Read> neighbourSeals) throws RefusedException {
        for (Map.Entry<String, NeighbourSeals.Read> seals : neighbourSeals.entrySet()) {
            long number = seals.getValue().list().head().sequence();
            if (listed(SealRevocations.nameOf(seals.getKey())).sequence().orElse(0) != number) {
                throw new RefusedException(Refusal.MIXED, "the manifest names other numbers than the documents bear");
            }
        }
    }

    private static Map<String, SealRevocationFile> lists(SortedMap<String, NeighbourSeals.Read> read) {
        Map<String, SealRevocationFile> lists = new HashMap<>();
        read.forEach((country, seals) -> lists.put(country, seals.list()));
        return lists;
    }

    private SignedDocument document(String name, DocumentKind kind) throws RefusedException {
        return get(name, () -> SignedDocument.read(file(name), kind));
    }

    private Manifest.File listed(String name) throws RefusedException {
        return manifest.files().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.MIXED, name + " is not listed (TRUST-62)"));
    }

    private byte[] file(String name) throws RefusedException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new RefusedException(Refusal.MIXED, name + " is missing (TRUST-62)");
        }
        return bytes;
    }

    private interface Reading<T> {
        T read() throws FormatException, RefusedException;
    }

    private interface Acceptance {
        void check() throws FormatException;
    }

    private static <T> T get(String name, Reading<T> reading) throws RefusedException {
        try {
            return reading.read();
        } catch (FormatException e) {
            throw RefusedException.of(name, e);
        }
    }

    private static void accept(String name, Acceptance acceptance) throws RefusedException {
        try {
            acceptance.check();
        } catch (FormatException e) {
            throw RefusedException.of(name, e);
        }
    }
}
