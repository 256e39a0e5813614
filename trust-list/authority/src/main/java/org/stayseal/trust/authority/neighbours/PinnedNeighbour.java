package org.stayseal.trust.authority.neighbours;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotFetch;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A neighbour as ceremonies decided about it (TRUST-280, TRUST-282).
 *
 * @param pin whose root, and what is taken
 * @param address where its snapshot is fetched, if it is: trusted for nothing
 * @param withdrawn since when nothing of it is believed
 */
public record PinnedNeighbour(NeighbourPin pin, Optional<URI> address, Optional<Instant> withdrawn) {

    private static final int MOST = 1_000;
    private static final int MOST_ADDRESS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    /** Refuses an address that nothing is fetched from. */
    public PinnedNeighbour {
        address.ifPresent(PinnedNeighbour::requireAddress);
    }

    private static void requireAddress(URI address) {
        String text = address.toString();
        if (text.length() > MOST_ADDRESS
                || !text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)
                || !SnapshotFetch.address(text).equals(address)) {
            throw new IllegalArgumentException(
                    "a snapshot is fetched from an address with http or https, a host and a path, of at most "
                            + MOST_ADDRESS + " characters");
        }
    }

    /** One that is believed. */
    public static PinnedNeighbour of(NeighbourPin pin, Optional<URI> address) {
        return new PinnedNeighbour(pin, address, Optional.empty());
    }

    /**
     * Reads the value of the member {@code neighbour} of a ceremony's step, written as {@link #json} writes it.
     *
     * @throws FormatException for any other form
     */
    public static PinnedNeighbour read(JsonObject json, String rule) throws FormatException {
        try {
            PinnedNeighbour read = of(
                    new NeighbourPin(
                            json.text("country", rule),
                            Environment.of(json.text("environment", rule)),
                            new Pin(new Fingerprint(json.text("root", rule))),
                            new HashSet<>(json.texts("countries", 1, MOST, rule)),
                            new HashSet<>(json.texts("documentTypes", 1, MOST, rule)),
                            new HashSet<>(json.texts("purposes", 0, MOST, rule)),
                            json.texts("prefixes", 0, MOST, rule)),
                    json.has("address") ? Optional.of(URI.create(json.text("address", rule))) : Optional.empty());
            if (!read.json().equals(json.node())) {
                throw FormatException.wrongFormat(rule, "a neighbour with other members, or out of order");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw FormatException.wrongFormat(rule, "a neighbour of another form: " + e.getMessage());
        }
    }

    /** With everything that was decided, arrays sorted. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("country", pin.country());
        json.put("environment", pin.environment().word());
        json.put("root", pin.root().fingerprint().hex());
        put(json, "countries", pin.countries());
        put(json, "documentTypes", pin.documentTypes());
        put(json, "purposes", pin.purposes());
        put(json, "prefixes", pin.prefixes());
        address.ifPresent(uri -> json.put("address", uri.toString()));
        withdrawn.ifPresent(since -> json.put("withdrawn", since.toString()));
        return json;
    }

    private static void put(ObjectNode json, String name, Collection<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    /** The same, believed no more from then on. */
    public PinnedNeighbour withdrawnAt(Instant moment) {
        return new PinnedNeighbour(pin, address, Optional.of(moment));
    }
}
