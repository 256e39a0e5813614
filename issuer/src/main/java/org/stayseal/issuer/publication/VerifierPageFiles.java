package org.stayseal.issuer.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;

/** The built verifier page on disk: only files inside its folder, never through a link, each of a type that a page has. */
@Component
class VerifierPageFiles {

    private static final long LARGEST = 32L << 20;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=UTF-8"));

    private final Path folder;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    VerifierPageFiles(IssuerSettings settings) {
        this.folder = settings.verifierPage();
    }

    private record Known(long changed, long size, PublishedFile file) {}

    /** The file of that name below {@code /verify/}; an empty name is the page itself. */
    Optional<PublishedFile> find(String name) throws IOException {
        String wanted = name.isEmpty() ? "index.html" : name;
        String ending = wanted.substring(wanted.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Path file = folder.resolve(wanted).normalize();
        if (!TYPES.containsKey(ending)
                || !file.startsWith(folder)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        long changed = Files.getLastModifiedTime(file).toMillis();
        long size = Files.size(file);
        Known before = known.get(wanted);
        if (before == null || before.changed() != changed || before.size() != size) {
            before = new Known(changed, size, PublishedFile.of(wanted, TYPES.get(ending), Files.readAllBytes(file)));
            known.put(wanted, before);
        }
        return Optional.of(before.file());
    }
}
