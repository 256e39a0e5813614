package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What root, manifest and seal revocation list begin with (TRUST-20).
 *
 * @param country MRZ code of the issuing country, 1 to 3 letters
 * @param sequence from 1
 * @param issued whole seconds
 * @param nextUpdate after {@code issued}; past it the document is stale
 */
public record Head(String country, Environment environment, long sequence, Instant issued, Instant nextUpdate) {

    static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}");

    /** Refuses what no document may say. */
    public Head {
        Times.check(issued);
        Times.check(nextUpdate);
        if (!COUNTRY.matcher(country).matches() || sequence < 1 || !nextUpdate.isAfter(issued)) {
            throw new IllegalArgumentException(
                    "a head has a country, a sequence from 1 and an end after its beginning");
        }
    }

    /** Whether the document is over at {@code now} (TRUST-70). */
    public boolean staleAt(Instant now) {
        return now.isAfter(nextUpdate);
    }

    static Head read(JsonObject json, String type) throws FormatException {
        return read(json, type, Set.of());
    }

    /** @param known what {@code requires} may name in a document of this type (TRUST-6) */
    static Head read(JsonObject json, String type, Set<String> known) throws FormatException {
        if (!json.text("type", "TRUST-20").equals(type)) {
            throw FormatException.wrongFormat("TRUST-20", "type is not " + type);
        }
        if (json.number("version") != 1) {
            throw FormatException.unsupported("TRUST-20", "a version of " + type + " that is not known");
        }
        json.refuseRequirementsBut(known);
        String country = json.text("country", "TRUST-20");
        Environment environment = Environment.of(json.text("environment", "TRUST-20"));
        long sequence = json.sequence("sequence");
        Instant issued = json.time("issued");
        Instant nextUpdate = json.time("nextUpdate");
        if (!COUNTRY.matcher(country).matches() || !nextUpdate.isAfter(issued)) {
            throw FormatException.wrongFormat(
                    "TRUST-20", "country has another form, or nextUpdate is not after issued");
        }
        return new Head(country, environment, sequence, issued, nextUpdate);
    }

    ObjectNode write(String type) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("type", type);
        json.put("version", 1);
        json.put("country", country);
        json.put("environment", environment.word());
        json.put("sequence", sequence);
        json.put("issued", Times.text(issued));
        json.put("nextUpdate", Times.text(nextUpdate));
        return json;
    }
}
