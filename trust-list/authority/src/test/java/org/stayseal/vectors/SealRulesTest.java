package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.vds.Profile;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed vectors of seals: each is refused by the very rule that its description names, every rule that a decoder can see broken is broken once, and every type is there. */
class SealRulesTest {

    private static final Set<String> BREAKABLE = new TreeSet<>(Set.of(
            "VDS-2", "VDS-3", "VDS-4", "VDS-5", "VDS-6", "VDS-7", "VDS-9", "VDS-10", "VDS-11", "VDS-12", "VDS-13",
            "VDS-19", "VDS-20", "VDS-21"));

    /** Read by a tolerant decoder only. */
    private static final Set<String> NO_VECTOR = Set.of("uto-general-purpose");

    @Test
    void everyVectorOfTheFormatIsRefusedByTheRuleThatItNames() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> broken = new TreeSet<>();
        for (JsonNode vector : vectors("seal-format")) {
            String why = vector.required("why").stringValue();
            Optional<String> rule = refusal(vector);
            rule.ifPresent(broken::add);
            if (rule.isPresent() && !List.of(why.split("[^A-Z0-9-]+")).contains(rule.get())) {

                wrong.add(vector.required("name").stringValue() + ": " + rule.get() + ", not as in " + why);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(broken).isEqualTo(BREAKABLE);
    }

    @Test
    void everyTypeOfTheRegistryHasAVector() throws Exception {
        Set<String> seen = new TreeSet<>(NO_VECTOR);
        for (String folder : new String[] {"seal", "seal-profile", "neighbour"}) {
            for (JsonNode vector : vectors(folder)) {
                vector.path("verdict")
                        .path("document")
                        .path("profile")
                        .asStringOpt()
                        .ifPresent(seen::add);
            }
        }
        assertThat(seen)
                .containsAll(Profiles.standard().all().stream().map(Profile::id).toList());
    }

    private static Optional<String> refusal(JsonNode vector) throws FormatException {
        byte[] code = Hex.decode(vector.required("code").required("hex").stringValue(), "X-1");
        try {
            Seal seal = SealDecoder.decode(code);
            Profiles.standard().read(seal);
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(e.rule());
        }
    }

    private static List<JsonNode> vectors(String folder) throws Exception {
        List<JsonNode> vectors = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(repository().resolve("spec/vectors").resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                vectors.add(JsonMapper.shared().readTree(Files.readString(file)));
            }
        }
        return vectors;
    }

    private static Path repository() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
