package org.stayseal.barcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Test data made by others, beside the repository; may be missing. */
final class ConformanceData {
    private ConformanceData() {}

    /** The folder beside the repository. */
    static Path folder() throws IOException {
        return repository().orElseThrow().resolveSibling("shared").resolve("conformance");
    }

    /** The nearest folder upwards that holds {@code spec} and the parent pom. */
    static Optional<Path> repository() throws IOException {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path pom = here.resolve("pom.xml");
            if (Files.isDirectory(here.resolve("spec"))
                    && Files.isRegularFile(pom)
                    && Files.readString(pom).contains("<artifactId>stayseal</artifactId>")) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }
}
