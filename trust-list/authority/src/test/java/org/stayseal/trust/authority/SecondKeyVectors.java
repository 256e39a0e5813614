package org.stayseal.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.SecondKeys;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.trust.reader.SnapshotArchive;

/** Snapshots whose second root names second keys for three of its roles (TRUST-34): one that is signed twice, and what somebody makes who has only the keys of one kind. */
final class SecondKeyVectors {

    private static final MlDsa65Signer ROOT_1 = key("root-1");
    private static final MlDsa65Signer ROOT_2 = key("root-2");
    private static final MlDsa65Signer ROOT_3 = key("root-3");
    private static final MlDsa65Signer LIST = key("trust-list");
    private static final MlDsa65Signer SNAPSHOT = key("snapshot");

    private final SortedMap<String, byte[]> snapshots = new TreeMap<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final Publication publication;
    private final Hierarchy hierarchy;
    private final Root first;
    private final Root second;

    SecondKeyVectors(Publication publication, Hierarchy hierarchy) throws FormatException {
        this.publication = publication;
        this.hierarchy = hierarchy;
        this.first = Root.read(SignedDocument.read(hierarchy.rootDocument(), DocumentKind.ROOT));
        this.second = following(first, 2, true);
        root();
        list();
        manifest();
        laterRoots();
    }

    SortedMap<String, byte[]> snapshots() {
        return snapshots;
    }

    String expected(String name) {
        return Optional.ofNullable(expected.get(name)).orElseThrow();
    }

    private void root() throws FormatException {
        add("signed-twice", "TAKEN", twice(), LIST, SNAPSHOT);
        add("second-keys-of-a-root-that-they-did-not-sign", "CORRUPT", root(second), LIST, SNAPSHOT);
        add("root-below-its-second-threshold", "CORRUPT", root(second, ROOT_3), LIST, SNAPSHOT);
        add(
                "root-with-a-second-signature-of-a-key-of-another-role",
                "CORRUPT",
                root(second, ROOT_3, LIST),
                LIST,
                SNAPSHOT);
        add("root-with-a-second-signature-changed", "CORRUPT", changed(twice()), LIST, SNAPSHOT);
        String json = new String(second.payload(), StandardCharsets.UTF_8);
        odd("second-key-of-another-size", json.replace("\"ML-DSA-65\"", "\"ML-DSA-87\""));
        odd("second-key-one-byte-short", json.replaceFirst("(\"pub\":\"[^\"]*)....\"", "$1\""));
        odd("second-key-under-another-name", json.replaceFirst("(\"second\":\\{\"keys\":\\{\")....", "$1AAAA"));
        odd("second-part-with-a-further-member", json.replace("\"second\":{", "\"second\":{\"more\":1,"));
    }

    private void list() throws FormatException {
        add("list-signed-once-where-twice-is-asked", "CORRUPT", twice(), null, SNAPSHOT);
        add("list-with-the-second-signature-of-the-snapshot-key", "CORRUPT", twice(), SNAPSHOT, SNAPSHOT);
    }

    private void manifest() throws FormatException {
        add("manifest-signed-once-where-twice-is-asked", "CORRUPT", twice(), LIST, null);
    }

    private void laterRoots() throws FormatException {
        Root plain = following(second, 3, false);
        Map<String, byte[]> dropped = files(twice());
        dropped.put("root/3.json", root(plain));
        put("second-keys-dropped-without-them", "CORRUPT", sealed(dropped, 3, null, null));
        Map<String, byte[]> released = files(twice());
        released.put("root/3.json", root(plain, ROOT_1, ROOT_3));
        put("second-keys-dropped-by-them", "TAKEN", sealed(released, 3, null, null));
    }

    private byte[] twice() {
        return root(second, ROOT_1, ROOT_2);
    }

    private void odd(String name, String payload) throws FormatException {
        byte[] document = SignedDocument.write(
                DocumentKind.ROOT,
                payload.getBytes(StandardCharsets.UTF_8),
                List.of(hierarchy.signer(KeyName.ROOT_1), hierarchy.signer(KeyName.ROOT_2)),
                List.of(ROOT_1, ROOT_2));
        add(name, "CORRUPT", document, LIST, SNAPSHOT);
    }

    private byte[] root(Root root, MlDsa65Signer... signers) {
        return SignedDocument.write(
                DocumentKind.ROOT,
                root.payload(),
                List.of(hierarchy.signer(KeyName.ROOT_1), hierarchy.signer(KeyName.ROOT_2)),
                List.of(signers));
    }

    private static Root following(Root before, long sequence, boolean withSecondKeys) {
        Head head = before.head();
        Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
        before.roles().forEach((role, keys) -> roles.put(role, new RoleKeys(keys.threshold(), keys.keys())));
        if (withSecondKeys) {
            Map.of(
                            Role.ROOT,
                            set(2, ROOT_1, ROOT_2, ROOT_3),
                            Role.TRUST_LIST,
                            set(1, LIST),
                            Role.SNAPSHOT,
                            set(1, SNAPSHOT))
                    .forEach((role, keys) -> roles.computeIfPresent(role, (same, plain) -> plain.with(keys)));
        }
        Instant issued = head.issued().plusSeconds(sequence);
        return new Root(new Head(head.country(), head.environment(), sequence, issued, head.nextUpdate()), roles);
    }

    private static SecondKeys set(int threshold, MlDsa65Signer... keys) {
        return new SecondKeys(
                threshold,
                Arrays.stream(keys).map(key -> SecondKey.of(key.publicKey())).toList());
    }

    private Map<String, byte[]> files(byte[] secondRoot) throws FormatException {
        Map<String, byte[]> files = new TreeMap<>(new Forgery(publication).files());
        files.put("root/2.json", secondRoot);
        return files;
    }

    private void add(
            String name,
            String outcome,
            byte[] secondRoot,
            @Nullable MlDsa65Signer list,
            @Nullable MlDsa65Signer manifest)
            throws FormatException {
        put(name, outcome, sealed(files(secondRoot), 2, list, manifest));
    }

    private void put(String name, String outcome, byte[] zip) {
        snapshots.put(name + ".zip", zip);
        expected.put(name + ".zip", outcome);
    }

    /** The list and a manifest of the files as they are, each signed once or twice. */
    private byte[] sealed(
            Map<String, byte[]> files, long root, @Nullable MlDsa65Signer list, @Nullable MlDsa65Signer manifest)
            throws FormatException {
        byte[] payload = SignedDocument.read(publication.trustList(), DocumentKind.TRUST_LIST)
                .payload();
        files.put("trust-list.json", signed(DocumentKind.TRUST_LIST, payload, KeyName.TRUST_LIST, list));
        Manifest old = new Forgery(publication).manifest();
        List<Manifest.File> listed = new ArrayList<>();
        for (Manifest.File file : old.files()) {
            if (!file.name().startsWith("root/") && !file.name().equals("trust-list.json")) {
                listed.add(file);
            }
        }
        files.forEach((name, content) -> {
            if (name.startsWith("root/") || name.equals("trust-list.json")) {
                listed.add(Manifest.File.of(name, content));
            }
        });
        listed.sort(Comparator.comparing(Manifest.File::name));
        byte[] made = new Manifest(old.head(), root, old.trustList(), listed).payload();
        files.put(Manifest.NAME, signed(DocumentKind.SNAPSHOT, made, KeyName.SNAPSHOT, manifest));
        return SnapshotArchive.write(new TreeMap<>(files));
    }

    private byte[] signed(DocumentKind kind, byte[] payload, KeyName key, @Nullable MlDsa65Signer twice) {
        return SignedDocument.write(
                kind, payload, List.of(hierarchy.signer(key)), twice == null ? List.of() : List.of(twice));
    }

    /** One bit in the middle of the last signature. */
    private static byte[] changed(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        int at = text.lastIndexOf("\"}]}") - 2_000;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
    }

    private static MlDsa65Signer key(String name) {
        try {
            String pem = Files.readString(Utopia.keys().resolve("utopia-" + name + "-ml-dsa-65.pem"));
            return MlDsa65Signer.deterministic(Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")));
        } catch (IOException e) {
            throw new UncheckedIOException("a test key is missing: " + name, e);
        }
    }
}
