package org.stayseal.spec.trust;

import java.time.Instant;
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

    /** Writes such a record. */
    public static byte[] write(List<Bulletin> bulletins) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        ArrayNode array = json.putArray("Bulletin");
        bulletins.forEach(bulletin -> NeighbourWriter.put(array.addObject(), bulletin));
        return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }
}
