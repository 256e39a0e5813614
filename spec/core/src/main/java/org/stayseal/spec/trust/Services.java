package org.stayseal.spec.trust;

import java.time.Instant;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.node.ObjectNode;

/** Services outside a trust list, in the form that they have in one (TRUST-41): for the ceremony that announces one, and for an authority's register. */
public final class Services {

    private Services() {}

    /**
     * Reads one service alone, which must be written to the letter as this version writes it: no member that is not known, sets in their order.
     *
     * @param rule the rule that asks for it
     * @param issued no state begins after it (TRUST-46)
     * @throws FormatException for any other form, and for a service that this version would not use
     */
    public static Service read(JsonObject json, String rule, Instant issued) throws FormatException {
        Service service = ServiceReader.read(json, issued)
                .orElseThrow(() -> FormatException.unsupported(rule, "a service that is not known"));
        if (!json(service).equals(json.node())) {
            throw FormatException.wrongFormat(rule, "a service that is not written as a list has it");
        }
        return service;
    }

    /** One service as a list has it. */
    public static ObjectNode json(Service service) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        TrustListWriter.putService(json, service);
        return json;
    }
}
