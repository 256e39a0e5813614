package org.stayseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seals that others made, beside the repository; a test that needs them is skipped, visibly, where they are not. */
final class Conformance {

    private Conformance() {}

    static Path path(String relative) {
        Path path =
                Session.root().resolveSibling("shared").resolve("conformance").resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), "skipped: no conformance data at ../shared/conformance/" + relative);
        return path;
    }

    static String hex(String name) throws IOException {
        return row(name).required("hex").stringValue();
    }

    static Path certificate(String name) throws IOException {
        return path("vds/" + row(name).required("signerCertificate").stringValue());
    }

    private static JsonNode row(String name) throws IOException {
        for (JsonNode row : JsonMapper.shared().readTree(Files.readAllBytes(path("vds/seals.json")))) {
            if (row.required("name").stringValue().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row " + name);
    }
}
