package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private Map<Path, String> seen = Map.of();
    private KeyRing ring = KeyRing.of(List.of());

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The keys that are there now. Opened again only when a file came, went or was changed. What does not open is left aside and named (TRUST-265): a stray or half-copied file stops nothing
     * that does not need it, and a wrong PIN is tried once.
     *
     * @throws IOException if the folder cannot be read
     */
    synchronized KeyRing ring() throws IOException {
        Map<Path, String> there = files();
        if (!there.equals(seen)) {
            List<HeldKey> keys = new ArrayList<>();
            List<String> aside = new ArrayList<>();
            for (Path file : there.keySet()) {
                if (file.endsWith(TOKENS)) {
                    tokens(file, keys, aside);
                } else if (!file.endsWith(PASSWORD)) {
                    open(
                            file.getFileName().toString(),
                            () -> HeldKey.open(new KeyPlace.InFile(file), Secrets.in(folder.resolve(PASSWORD))),
                            keys,
                            aside);
                }
            }
            ring = KeyRing.of(keys, aside);
            seen = there;
        }
        return ring;
    }

    /** Path to what tells a changed file from an unchanged one. */
    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".p12") || name.endsWith(".pem") || name.equals(PASSWORD) || name.equals(TOKENS)) {
                    files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            }
        }
        return files;
    }

    private static void tokens(Path file, List<HeldKey> keys, List<String> aside) throws IOException {
        if (Files.size(file) > MAX_TOKENS) {
            aside.add(TOKENS + ": too long, a PKCS#11 URI a line");
            return;
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            aside.add(TOKENS + ": not UTF-8, a PKCS#11 URI a line");
            return;
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                open(TOKENS + ", line " + number, () -> token(line.strip()), keys, aside);
            }
        }
    }

    private static HeldKey token(String uri) throws KeyFault {
        return HeldKey.open(KeyPlace.of(uri), Secrets.ofPlaceOr(place -> {
            throw new KeyFault(
                    "the place " + place + " names no pin-source",
                    "a service asks nobody: add ?pin-source=FILE to the URI");
        }));
    }

    private interface Opening {
        HeldKey key() throws KeyFault;
    }

    private static void open(String what, Opening opening, List<HeldKey> keys, List<String> aside) {
        try {
            keys.add(opening.key());
        } catch (KeyFault e) {
            aside.add(what + ": " + e.getMessage() + "; " + e.hint());
        } catch (RuntimeException e) {
            aside.add(what + ": no key, " + e.getClass().getSimpleName());
        }
    }
}
