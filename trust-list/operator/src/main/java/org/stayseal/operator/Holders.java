package org.stayseal.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What people here call the holders of root keys: {@code anna.jwk} is Anna's. Names stand in nothing that is signed; they are this machine's, and the thumbprint stays beside them.
 *
 * @param names by thumbprint
 */
record Holders(Map<String, String> names) {

    /** Nobody is known by name. */
    static final Holders NONE = new Holders(Map.of());

    /** The folder in an authority's directory that has public keys of people, each under its holder's name. */
    static final String FOLDER = "people";

    private static final int SHOWN = 8;
    private static final int MOST_FILES = 256;

    /** Keeps its own. */
    Holders {
        names = Map.copyOf(names);
    }

    /** The people whose public keys lie in a folder, {@code .jwk} or {@code .pem}; none where there is no folder. */
    static Holders in(Path folder) throws CommandFailed {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.filter(file -> file.getFileName().toString().matches(".*\\.(jwk|pem)"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailed(Exit.NO_INPUT, folder + " cannot be read", "check its permissions");
        }
    }

    /** The holders of these public keys, by the names of the files. */
    static Holders of(List<Path> files) throws CommandFailed {
        Map<String, String> names = new LinkedHashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            String earlier = names.put(PublicKeyFile.thumbprint(file), name);
            if (earlier != null) {
                throw new CommandFailed(
                        Exit.REFUSED,
                        name + " and " + earlier + " have one key",
                        "each person makes a key of their own: trust key new");
            }
        }
        return new Holders(names);
    }

    /** A thumbprint as it is, and whose it is where that is known. */
    String whole(String kid) {
        String name = names.get(kid);
        return name == null ? kid : kid + "  " + name;
    }

    /** A name and the beginning of a thumbprint; where nobody is known by it, the beginning alone. */
    String shortly(String kid) {
        return names.containsKey(kid) ? named(kid) : kid.substring(0, SHOWN) + "…";
    }

    /** A line with names instead of thumbprints, each with the beginning of its thumbprint. */
    String named(String line) {
        String said = line;
        for (Map.Entry<String, String> holder : names.entrySet()) {
            said = said.replace(
                    holder.getKey(), holder.getValue() + " (" + holder.getKey().substring(0, SHOWN) + "…)");
        }
        return said;
    }
}
