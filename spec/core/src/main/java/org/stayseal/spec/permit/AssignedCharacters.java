package org.stayseal.spec.permit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import tools.jackson.databind.json.JsonMapper;

/** The characters that {@code spec/registry/unicode.json} lists: those of one version of Unicode, whatever version this Java knows (CRED-31). */
final class AssignedCharacters {

    /** Read here and not by {@code RegistryFile}, whose package stands on this one. */
    private static final String FILE = "/org/stayseal/spec/registry/unicode.json";

    private static final BitSet ASSIGNED = read();

    private AssignedCharacters() {}

    /** Whether Unicode 13.0 assigns this code point. */
    static boolean contains(int codePoint) {
        return ASSIGNED.get(codePoint);
    }

    private static BitSet read() {
        BitSet assigned = new BitSet(Character.MAX_CODE_POINT + 1);
        try (InputStream in = AssignedCharacters.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the registry file unicode.json is not in this jar");
            }
            JsonMapper.shared().readTree(in.readAllBytes()).get("assigned").forEach(line -> {
                for (String range : line.stringValue().split(" ")) {
                    String[] ends = range.split("-");
                    assigned.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the registry file unicode.json cannot be read", e);
        }
        return assigned;
    }
}
