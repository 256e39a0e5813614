package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stayseal.trust.reader.DurableFiles;

/**
 * What the newest publication lacks, for the people who run an authority: {@code publications/lacks.txt} in its directory, a line each, missing when it lacks nothing (TRUST-261). Read while a
 * service publishes, too.
 */
public final class Shortcomings {

    private static final int MAX_BYTES = 1 << 20;

    private final Path file;

    /** @param directory the authority's */
    public Shortcomings(Path directory) {
        this.file = directory.resolve("publications").resolve("lacks.txt");
    }

    /**
     * What is lacking, and what to do, a line each.
     *
     * @throws IOException if the disk fails
     */
    public List<String> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is too long");
        }
        return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    }

    void write(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.replaceAll("\\p{Cntrl}", " ")).append('\n'));
        DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
