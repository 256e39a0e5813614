package org.stayseal.trust.authority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.trust.reader.SnapshotArchive;

/** A snapshot taken apart and put together again by somebody with more or less knowledge of keys. */
final class Forgery {

    private final SortedMap<String, byte[]> files;

    Forgery(Publication publication) throws FormatException {
        this.files = SnapshotArchive.read(publication.snapshot());
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    Forgery put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Forgery remove(String name) {
        files.remove(name);
        return this;
    }

    Forgery flip(String name, int position) {
        byte[] content = files.get(name).clone();
        content[position] ^= 1;
        files.put(name, content);
        return this;
    }

    Manifest manifest() throws FormatException {
        return Manifest.read(SignedDocument.read(files.get(Manifest.NAME), DocumentKind.SNAPSHOT));
    }

    /** Lists the files as they now are, under the true snapshot key: what only its thief could do. */
    Forgery manifestAnew(Hierarchy hierarchy) throws FormatException {
        Manifest old = manifest();
        return manifest(hierarchy, old.head(), old.root(), old.trustList());
    }

    Forgery manifest(Hierarchy hierarchy, Head head, long root, long trustList) throws FormatException {
        Manifest old = manifest();
        List<Manifest.File> listed = new ArrayList<>();
        files.forEach((name, content) -> {
            if (name.startsWith("status/")) {
                String uri = old.files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .statusUri()
                        .orElseThrow();
                listed.add(Manifest.File.ofStatusList(uri, content));
            } else if (name.equals(SealRevocations.NAME)) {
                listed.add(Manifest.File.ofSealRevocations(head.sequence(), content));
            } else if (!name.equals(Manifest.NAME)) {
                listed.add(Manifest.File.of(name, content));
            }
        });
        listed.sort(Comparator.comparing(Manifest.File::name));
        byte[] payload = new Manifest(head, root, trustList, listed).payload();
        files.put(
                Manifest.NAME,
                SignedDocument.write(DocumentKind.SNAPSHOT, payload, List.of(hierarchy.signer(KeyName.SNAPSHOT))));
        return this;
    }

    byte[] zip() {
        return SnapshotArchive.write(files);
    }
}
