package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bulletins outside a trust list, in the form that they have in one: {@code {"Bulletin": [bulletin, …]}} (TRUST-235). For an authority's own record; nobody signs it. */
public final class Bulletins {

    private Bulletins() {}

    /**
     * Reads such a record.
     *
     * @throws FormatException for any other form
     */
    public static List<Bulletin> read(byte[] utf8) throws FormatException {
        return List.copyOf(Bulletin.readAll(StrictJson.object(utf8, DocumentKind.TRUST_LIST.maxBytes()), Instant.MAX));
    }

    /**
     * Reads one, written as {@link #json} writes it: nothing in it is passed over.
     *
     * @throws FormatException for any other form, and for a severity that is not known ({@code UNSUPPORTED})
     */
    public static Bulletin read(JsonObject json) throws FormatException {
        Bulletin bulletin = Bulletin.read(json, new HashSet<>(), Instant.MAX)
                .orElseThrow(() -> FormatException.unsupported(Bulletin.RULE, "a severity that is not known"));
        if (!json(bulletin).equals(json.node())) {
            throw FormatException.wrongFormat(Bulletin.RULE, "a member that is not known, or digests out of order");
        }
        return bulletin;
    }

    /** One of them. */
    public static ObjectNode json(Bulletin bulletin) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        NeighbourWriter.put(json, bulletin);
        return json;
    }

    /** Writes such a record. */
    public static byte[] write(List<Bulletin> bulletins) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("Bulletin");
        bulletins.forEach(bulletin -> NeighbourWriter.put(array.addObject(), bulletin));
        return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }
}
