package org.stayseal.issuer.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.vds.ProfileFileException;
import org.stayseal.spec.vds.Profiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The types of seals that this authority knows: the standard's and those of its own files (VDS-27, VDS-28), read once at the start so that issuing and the verifier page
 * never go by different ones.
 *
 * @param profiles all of them
 * @param files the files as they are, for the page
 */
record SealTypes(Profiles profiles, List<JsonNode> files) {

    SealTypes {
        files = List.copyOf(files);
    }

    /** Reads the files. A wrong one stops the start with its line, since an authority that misreads its own documents must not sign any. */
    static SealTypes of(List<Path> paths, JsonMapper json) {
        Profiles profiles = Profiles.standard();
        List<JsonNode> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                byte[] file = Files.readAllBytes(path);
                profiles = profiles.with(file, path.toString());
                files.add(json.readTree(file));
            } catch (IOException e) {
                throw new IllegalStateException("stayseal.profiles: " + path + " cannot be read.", e);
            } catch (ProfileFileException e) {
                throw new IllegalStateException("stayseal.profiles: " + e.getMessage() + ".", e);
            }
        }
        return new SealTypes(profiles, files);
    }
}
