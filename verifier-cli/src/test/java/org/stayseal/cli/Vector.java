package org.stayseal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The codes and lists of {@code spec/vectors}, by the names of their files. */
final class Vector {

    static final String ROOT = "4fccd5d72009d85032bf0c8d554acae985c73df11c63be70ba61dd9cbac09cce";
    static final Path LISTS = Session.vectors().resolve("trust/utopia.zip");
    /** The next one under the same root. */
    static final Path NEWER_LISTS = Session.vectors().resolve("trust/signers-revoked.zip");
    /** Complete, and under a root of its own. */
    static final Path FOREIGN_LISTS = Session.vectors().resolve("snapshot/first.zip");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Vector() {}

    static String text(String name) throws IOException {
        return code(name).required("text").stringValue();
    }

    static String hex(String name) throws IOException {
        return code(name).required("hex").stringValue();
    }

    private static JsonNode code(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(Session.vectors().resolve(name + ".json")))
                .required("code");
    }
}
