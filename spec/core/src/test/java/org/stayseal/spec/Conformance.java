package org.stayseal.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the test data made by others, which lies beside the repository and is not part of it. */
public final class Conformance {

    private Conformance() {}

    /** A file or folder below {@code ../shared/conformance}; the test is skipped, visibly, where it is not there. */
    public static Path path(String relative) {
        Path path = root().resolveSibling("shared").resolve("conformance").resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "skipped: no conformance data at ../shared/conformance/" + relative);
        return path;
    }

    /** The root of the repository, searched upward from the working directory. */
    public static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("pom.xml")) && Files.isDirectory(at.resolve("spec"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
