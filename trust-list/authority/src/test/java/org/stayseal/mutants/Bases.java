package org.stayseal.mutants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.claim169.Identity;
import org.stayseal.spec.claim169.IdentityCredential.Token;
import org.stayseal.spec.claim169.IdentityEncoder;
import org.stayseal.spec.claim169.IdentityField;
import org.stayseal.spec.registry.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What mutants are made of: {@code spec/vectors}.
 *
 * @param codes those that can be decoded or are of no kind that is known, in the order of their files, and two of their like
 * @param lines every zone that a vector's question gives
 * @param snapshots files of lists, as the vectors name them
 */
record Bases(List<Base> codes, List<String> lines, List<String> snapshots) {

    static Bases of(Path vectors, Signers signers) throws IOException {
        List<Base> codes = new ArrayList<>();
        for (Path file : files(vectors, ".json")) {
            JsonNode vector = JsonMapper.shared().readTree(Files.readAllBytes(file));
            JsonNode format = vector.path("verdict").path("checks").path(0);
            if (format.path("result").asString("").equals("PASSED")
                    || format.path("reason").asString("").equals(Reason.NOT_A_PERMIT.name())) {
                codes.add(Base.of(vector));
            }
        }
        codes.addAll(identityCredentials(codes.get(0), signers));
        List<String> lines = codes.stream()
                .flatMap(
                        base -> Stream.of(base.question().mrz(), base.question().passportMrz()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        List<String> snapshots = files(vectors.resolve("trust"), ".zip").stream()
                .map(file -> "trust/" + file.getFileName())
                .toList();
        return new Bases(codes, lines, snapshots);
    }

    /** An identity credential (31), which is no permit, and one that is dressed up as a residence credential. */
    private static List<Base> identityCredentials(Base like, Signers signers) {
        String text = IdentityEncoder.encode(
                new Token(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Identity.of(Map.of(IdentityField.FULL_NAME, "Olena Vera Muster")),
                signers.credentials());
        return Stream.of(text, "RP1:" + text)
                .map(code -> new Base(
                        "identity credential",
                        code.equals(text) ? "unknown" : "credential",
                        code.getBytes(StandardCharsets.US_ASCII),
                        like.question(),
                        like.root(),
                        like.snapshot()))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }
}
