package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyFault;
import org.stayseal.trust.authority.keys.KeyPlace;
import org.stayseal.trust.authority.keys.Secrets;

/**
 * The keys of a service that publishes: every {@code .p12} and {@code .pem} in {@code keys/}, opened with the password beside them, and the tokens that {@code keys/tokens} names, a PKCS#11
 * URI with a {@code pin-source} a line (TRUST-257). What a file is called does not matter.
 */
final class KeyFolder {

    private static final String PASSWORD = "password";
    private static final String TOKENS = "tokens";
    private static final int MAX_TOKENS = 65_536;

    private final Path folder;
    private Map<Path, FileTime> seen = Map.of();
    private KeyRing ring = KeyRing.of(List.of());

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The keys that are there now. Opened again only when a file came, went or was changed.
     *
     * @throws IOException if one does not open; the message says which, and what to do
     */
    synchronized KeyRing ring() throws IOException {
        Map<Path, FileTime> there = files();
        if (!there.equals(seen)) {
            List<HeldKey> keys = new ArrayList<>();
            for (Path file : there.keySet()) {
                if (file.endsWith(TOKENS)) {
                    tokens(file, keys);
                } else if (!file.endsWith(PASSWORD)) {
                    keys.add(open(new KeyPlace.InFile(file), Secrets.in(folder.resolve(PASSWORD))));
                }
            }
            ring = KeyRing.of(keys);
            seen = there;
        }
        return ring;
    }

    private Map<Path, FileTime> files() throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".p12") || name.endsWith(".pem") || name.equals(PASSWORD) || name.equals(TOKENS)) {
                    files.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }

    private static void tokens(Path file, List<HeldKey> keys) throws IOException {
        if (Files.size(file) > MAX_TOKENS) {
            throw new IOException(file + " is too long: a PKCS#11 URI a line");
        }
        for (String line :
                Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
            if (!line.isBlank()) {
                try {
                    keys.add(open(KeyPlace.of(line.strip()), Secrets.ofPlaceOr(place -> {
                        throw new KeyFault(
                                "the place " + place + " names no pin-source",
                                "a service asks nobody: add ?pin-source=FILE to the URI");
                    })));
                } catch (KeyFault e) {
                    throw new IOException(e.getMessage() + "; " + e.hint(), e);
                }
            }
        }
    }

    private static HeldKey open(KeyPlace place, Secrets secrets) throws IOException {
        try {
            return HeldKey.open(place, secrets);
        } catch (KeyFault e) {
            throw new IOException(e.getMessage() + "; " + e.hint(), e);
        }
    }
}
