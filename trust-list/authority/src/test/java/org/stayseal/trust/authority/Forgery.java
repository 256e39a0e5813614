package org.stayseal.trust.authority;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;
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
        return manifest(List.of(hierarchy.signer(KeyName.SNAPSHOT)), head, root, trustList);
    }

    /** Reads a document's payload, changes its text, and has it signed by whoever. */
    Forgery edit(String name, DocumentKind kind, UnaryOperator<String> change, List<Signer> signers)
            throws FormatException {
        String payload = payload(name, kind);
        String changed = change.apply(payload);
        return put(name, SignedDocument.write(kind, changed.getBytes(StandardCharsets.UTF_8), signers));
    }

    /** Lists the files as they now are: their newest root, and the number of their trust list. */
    Forgery manifest(List<Signer> signers, Head head) throws FormatException {
        long root = files.keySet().stream()
                .filter(name -> name.matches("root/[1-9][0-9]*\\.json"))
                .mapToLong(name -> Long.parseLong(name.replaceAll("[^0-9]", "")))
                .max()
                .orElse(1);
        return manifest(signers, head, root, number("LoTESequenceNumber", "trust-list.json"));
    }

    /** A number in a payload, whatever else is wrong with the document. */
    private long number(String member, String name) {
        Matcher payload = Pattern.compile("\"payload\":\"([A-Za-z0-9_-]+)\"")
                .matcher(new String(files.get(name), StandardCharsets.UTF_8));
        String text = payload.find()
                ? new String(Base64.getUrlDecoder().decode(payload.group(1)), StandardCharsets.UTF_8)
                : "";
        Matcher number = Pattern.compile("\"" + member + "\":([0-9]+)").matcher(text);
        return number.find() ? Long.parseLong(number.group(1)) : 1;
    }

    private String payload(String name, DocumentKind kind) throws FormatException {
        return new String(SignedDocument.read(files.get(name), kind).payload(), StandardCharsets.UTF_8);
    }

    Forgery manifest(List<Signer> signers, Head head, long root, long trustList) throws FormatException {
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
                listed.add(Manifest.File.ofSealRevocations(number("sequence", name), content));
            } else if (SealRevocations.countryOf(name).isPresent()) {
                String country = SealRevocations.countryOf(name).get();
                listed.add(Manifest.File.ofSealRevocations(country, number("sequence", name), content));
            } else if (!name.equals(Manifest.NAME)) {
                listed.add(Manifest.File.of(name, content));
            }
        });
        listed.sort(Comparator.comparing(Manifest.File::name));
        byte[] payload = new Manifest(head, root, trustList, listed).payload();
        files.put(Manifest.NAME, SignedDocument.write(DocumentKind.SNAPSHOT, payload, signers));
        return this;
    }

    byte[] zip() {
        return SnapshotArchive.write(files);
    }
}
