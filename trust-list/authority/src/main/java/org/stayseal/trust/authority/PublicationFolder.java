package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.SnapshotArchive;

/** Publications on the disk, and the last number used (TRUST-80). A folder counts only when {@code current} names it. */
final class PublicationFolder {

    private static final String CURRENT = "current";
    private static final String SEQUENCE = "sequence";
    private static final String TRUST_LIST = "trust-list.json";
    private static final String JWTS = "jwt.zip";
    private static final String HEADS = "heads";
    private static final int KEPT = 3;

    private final Path folder;

    PublicationFolder(Path folder) {
        this.folder = folder;
    }

    /** The highest number taken so far; 0 before the first. */
    long lastSequence() throws IOException {
        Path file = folder.resolve(SEQUENCE);
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    /**
     * The next number; it is on the disk, and so used, when this returns.
     *
     * @param above it is higher than this, too
     */
    long takeSequence(long above) throws IOException {
        DurableFiles.folder(folder);
        long next = 1 + Math.max(lastSequence(), above);
        DurableFiles.replace(folder.resolve(SEQUENCE), (next + "\n").getBytes(StandardCharsets.US_ASCII));
        return next;
    }

    void write(Publication publication) throws IOException {
        Path target = folder.resolve("p-" + publication.sequence());
        DurableFiles.folder(target);
        DurableFiles.replace(target.resolve("snapshot.zip"), publication.snapshot());
        Map<String, byte[]> jwts = new TreeMap<>();
        publication.statusLists().forEach((uri, lists) -> jwts.put(jwtName(uri), lists.jwt()));
        if (!jwts.isEmpty()) {
            DurableFiles.replace(target.resolve(JWTS), SnapshotArchive.write(jwts));
        }
        Optional<byte[]> head = publication.treeHead();
        if (head.isPresent()) {
            keepHead(publication.sequence(), head.get());
        }
        DurableFiles.flushFolder(folder);
        DurableFiles.replace(
                folder.resolve(CURRENT), (target.getFileName() + "\n").getBytes(StandardCharsets.US_ASCII));
        removeOld(publication.sequence());
    }

    /** Heads of the issued log are never removed: a theft is noticed late, and only a head from before it says what stays good (TRUST-187). */
    private void keepHead(long sequence, byte[] head) throws IOException {
        Path heads = folder.resolve(HEADS);
        DurableFiles.folder(heads);
        DurableFiles.replace(heads.resolve(sequence + ".json"), head);
    }

    /** The newest head of the issued log that was made at or before that moment. */
    Optional<byte[]> newestHead(Instant moment) throws IOException {
        Path heads = folder.resolve(HEADS);
        if (!Files.isDirectory(heads)) {
            return Optional.empty();
        }
        List<Path> newestFirst;
        try (Stream<Path> all = Files.list(heads)) {
            newestFirst = all.filter(path -> path.getFileName().toString().matches("[1-9][0-9]{0,17}\\.json"))
                    .sorted(Comparator.comparingLong(PublicationFolder::number).reversed())
                    .toList();
        }
        for (Path path : newestFirst) {
            byte[] head = Files.readAllBytes(path);
            if (!LogPublishing.read(head).head().issued().isAfter(moment)) {
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }

    /** Whether the head of this publication is kept; also when it has none. */
    boolean hasHeadOf(Optional<Publication> publication) {
        return publication
                .filter(made -> made.treeHead().isPresent())
                .map(made -> Files.exists(folder.resolve(HEADS).resolve(made.sequence() + ".json")))
                .orElse(true);
    }

    private static long number(Path head) {
        String name = head.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - 5));
    }

    /** Whether something was published. */
    boolean hasCurrent() {
        return Files.exists(folder.resolve(CURRENT));
    }

    Optional<Publication> current() throws IOException {
        Path pointer = folder.resolve(CURRENT);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        Path at = folder.resolve(Files.readString(pointer).strip());
        try {
            byte[] snapshot = Files.readAllBytes(at.resolve("snapshot.zip"));
            Path jwts = at.resolve(JWTS);
            return Optional.of(publication(
                    snapshot,
                    SnapshotArchive.read(snapshot),
                    Files.exists(jwts) ? SnapshotArchive.read(Files.readAllBytes(jwts)) : new TreeMap<>()));
        } catch (FormatException e) {
            throw new IOException("the publication is damaged: " + at, e);
        }
    }

    private static Publication publication(
            byte[] snapshot, SortedMap<String, byte[]> files, SortedMap<String, byte[]> jwts)
            throws FormatException, IOException {
        Manifest manifest = Manifest.read(SignedDocument.read(file(files, Manifest.NAME), DocumentKind.SNAPSHOT));
        TrustList list = TrustList.read(SignedDocument.read(file(files, TRUST_LIST), DocumentKind.TRUST_LIST));
        SortedMap<Long, byte[]> roots = new TreeMap<>();
        Map<String, byte[]> crls = new HashMap<>();
        Map<String, Publication.StatusLists> statusLists = new HashMap<>();
        for (Manifest.File entry : manifest.files()) {
            String name = entry.name();
            byte[] content = file(files, name);
            if (name.startsWith("root/")) {
                roots.put(Long.parseLong(name.substring(5, name.length() - 5)), content);
            } else if (name.startsWith("crl/")) {
                crls.put(name.substring(4, name.length() - 4), content);
            } else if (entry.statusUri().isPresent()) {
                String uri = entry.statusUri().get();
                // A neighbour's travels in the snapshot, and is served where the neighbour serves it.
                if (list.neighbourAt(uri).isEmpty()) {
                    statusLists.put(uri, new Publication.StatusLists(content, file(jwts, jwtName(uri))));
                }
            }
        }
        return new Publication(
                manifest.head().sequence(),
                manifest.head().issued(),
                manifest.head().nextUpdate(),
                snapshot,
                roots,
                file(files, TRUST_LIST),
                file(files, SealRevocations.NAME),
                crls,
                statusLists);
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IOException("the publication lacks " + name);
        }
        return content;
    }

    private static String jwtName(String uri) {
        return Manifest.statusName(uri).replace(".cwt", ".jwt");
    }

    private void removeOld(long newest) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.list(folder)) {
            all = paths.filter(path -> path.getFileName().toString().matches("p-[0-9]{1,18}"))
                    .toList();
        }
        for (Path path : all) {
            if (Long.parseLong(path.getFileName().toString().substring(2)) <= newest - KEPT) {
                Files.deleteIfExists(path.resolve("snapshot.zip"));
                Files.deleteIfExists(path.resolve(JWTS));
                Files.deleteIfExists(path);
            }
        }
    }
}
