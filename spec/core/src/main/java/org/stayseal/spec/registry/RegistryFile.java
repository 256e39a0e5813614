package org.stayseal.spec.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one file of {@code spec/registry}. */
public final class RegistryFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RegistryFile() {}

    /**
     * @param name path below {@code spec/registry}, such as {@code reasons.json}
     * @throws IllegalStateException if the jar does not hold it: it was not built by this project's build
     */
    public static JsonNode read(String name) {
        return JSON.readTree(bytes(name));
    }

    /** The same as it lies in the jar. */
    public static byte[] bytes(String name) {
        try (InputStream in = RegistryFile.class.getResourceAsStream("/org/stayseal/spec/registry/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the registry file " + name + " is not in this jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the registry file " + name + " cannot be read", e);
        }
    }
}
