package org.stayseal.trust.authority.neighbours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.Pin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person decided of neighbours, on the disk: {@code neighbours.json}, missing before the first. */
final class DecisionFile {

    /**
     * All of it.
     *
     * @param pins in the order in which their services are listed
     * @param withdrawn since when nothing of a neighbour is believed, by country
     */
    record Decided(List<NeighbourPin> pins, Map<String, Instant> withdrawn) {
        Decided {
            pins = List.copyOf(pins);
            withdrawn = Map.copyOf(withdrawn);
        }
    }

    private static final String RULE = "TRUST-230";
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    DecisionFile(Path folder) {
        this.file = folder.resolve("neighbours.json");
    }

    Decided read() throws IOException {
        if (!Files.exists(file)) {
            return new Decided(List.of(), Map.of());
        }
        try {
            JsonObject json = JsonObject.read(Files.readAllBytes(file), MOST_BYTES);
            List<NeighbourPin> pins = new ArrayList<>();
            Map<String, Instant> withdrawn = new HashMap<>();
            for (JsonObject one : json.objects("neighbours", 0, MOST, RULE)) {
                NeighbourPin pin = pin(one);
                pins.add(pin);
                if (one.has("withdrawn")) {
                    withdrawn.put(pin.country(), one.time("withdrawn"));
                }
            }
            return new Decided(pins, withdrawn);
        } catch (FormatException | IllegalArgumentException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    private static NeighbourPin pin(JsonObject json) throws FormatException {
        return new NeighbourPin(
                json.text("country", RULE),
                Environment.of(json.text("environment", RULE)),
                new Pin(new Fingerprint(json.text("root", RULE))),
                new HashSet<>(json.texts("countries", 1, MOST, RULE)),
                new HashSet<>(json.texts("documentTypes", 1, MOST, RULE)),
                new HashSet<>(json.texts("purposes", 0, MOST, RULE)),
                json.texts("prefixes", 0, MOST, RULE));
    }

    void write(Decided decided) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode all = json.putArray("neighbours");
        for (NeighbourPin pin : decided.pins()) {
            ObjectNode one = all.addObject();
            one.put("country", pin.country());
            one.put("environment", pin.environment().word());
            one.put("root", pin.root().fingerprint().hex());
            new TreeMap<>(Map.of(
                            "countries", new TreeSet<>(pin.countries()),
                            "documentTypes", new TreeSet<>(pin.documentTypes()),
                            "purposes", new TreeSet<>(pin.purposes())))
                    .forEach((name, texts) -> {
                        ArrayNode array = one.putArray(name);
                        texts.forEach(array::add);
                    });
            ArrayNode prefixes = one.putArray("prefixes");
            pin.prefixes().forEach(prefixes::add);
            Instant withdrawn = decided.withdrawn().get(pin.country());
            if (withdrawn != null) {
                one.put("withdrawn", withdrawn.toString());
            }
        }
        DurableFiles.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }
}
