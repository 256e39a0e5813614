package org.stayseal.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The packages that {@code docs/architecture.md} says a module offers to the others: every name in back quotes that starts a
 * row of the table "What each module offers".
 */
final class OfferedPackages {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(org\\.stayseal\\.[a-z0-9.]+)` \\|");

    private OfferedPackages() {}

    static Set<String> read() throws IOException {
        String page = Files.readString(Module.repository().resolve("docs/architecture.md"));
        Set<String> names = new TreeSet<>();
        ROW.matcher(page).results().forEach(row -> names.add(row.group(1)));
        return names;
    }
}
