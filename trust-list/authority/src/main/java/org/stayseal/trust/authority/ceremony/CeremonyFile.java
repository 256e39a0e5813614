package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.JsonObject;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A ceremony as the file that people review and sign, byte by byte (TRUST-240). */
public final class CeremonyFile {

    /** Most bytes of a ceremony. */
    public static final int MAX_BYTES = 2_097_152;

    private static final String RULE = "TRUST-240";
    private static final String TYPE = "ceremony";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> ALWAYS = List.of(
            "type", "version", "country", "environment", "number", "root", "at", "title", "reason", "after", "steps");

    private final byte[] bytes;
    private final Ceremony ceremony;

    private CeremonyFile(byte[] bytes, Ceremony ceremony) {
        this.bytes = bytes.clone();
        this.ceremony = ceremony;
    }

    /**
     * Reads a file.
     *
     * @throws FormatException for any other form, and for a step that is not known ({@code UNSUPPORTED})
     */
    public static CeremonyFile read(byte[] utf8) throws FormatException {
        JsonObject json = JsonObject.read(utf8, MAX_BYTES);
        if (!json.text("type", RULE).equals(TYPE)) {
            throw FormatException.wrongFormat(RULE, "type is not ceremony");
        }
        if (json.number("version") != 1) {
            throw FormatException.unsupported(RULE, "a version of ceremonies that is not known");
        }
        long number = json.sequence("number");
        List<String> members = new ArrayList<>(ALWAYS);
        if (number > 1) {
            members.add("previous");
            members.add("before");
        }
        json.exactly(RULE, members.toArray(String[]::new));
        Instant at = json.time("at");
        List<Step> steps = new ArrayList<>();
        for (JsonObject step : json.objects("steps", 1, Ceremony.MAX_STEPS, RULE)) {
            steps.add(StepReader.read(step, at));
        }
        if (number > Ceremony.MAX_NUMBER || !Ceremony.hasGoodSteps(steps)) {
            throw FormatException.wrongFormat(RULE, "a number that is too high, or two roots");
        }
        return new CeremonyFile(
                utf8,
                new Ceremony(
                        country(json),
                        environment(json),
                        (int) number,
                        number > 1 ? Optional.of(digest(json, "previous")) : Optional.empty(),
                        digest(json, "root"),
                        at,
                        Words.plain(json, "title", Words.SHORT, RULE),
                        Words.plain(json, "reason", Words.LONG, RULE),
                        number > 1 ? Optional.of(digest(json, "before")) : Optional.empty(),
                        digest(json, "after"),
                        steps));
    }

    /** Writes a ceremony, a line for each member. */
    public static CeremonyFile of(Ceremony ceremony) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("type", TYPE);
        json.put("version", 1);
        json.put("country", ceremony.country());
        json.put("environment", ceremony.environment().word());
        json.put("number", ceremony.number());
        ceremony.previous().ifPresent(digest -> json.put("previous", digest.hex()));
        json.put("root", ceremony.root().hex());
        json.put("at", ceremony.at().toString());
        json.put("title", ceremony.title());
        json.put("reason", ceremony.reason());
        ceremony.before().ifPresent(digest -> json.put("before", digest.hex()));
        json.put("after", ceremony.after().hex());
        ArrayNode steps = json.putArray("steps");
        for (Step step : ceremony.steps()) {
            ObjectNode stepJson = steps.addObject();
            stepJson.put("step", step.word());
            step.write(stepJson);
        }
        try {
            return read(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        } catch (FormatException e) {
            throw new IllegalArgumentException("a ceremony that cannot be written: " + e.getMessage(), e);
        }
    }

    private static String country(JsonObject json) throws FormatException {
        String country = json.text("country", RULE);
        if (!country.matches("[A-Z]{1,3}")) {
            throw FormatException.wrongFormat(RULE, "country has another form");
        }
        return country;
    }

    private static Environment environment(JsonObject json) throws FormatException {
        String word = json.text("environment", RULE);
        for (Environment environment : Environment.values()) {
            if (environment.word().equals(word)) {
                return environment;
            }
        }
        throw FormatException.wrongFormat(RULE, "environment is neither demo nor production");
    }

    private static Fingerprint digest(JsonObject json, String name) throws FormatException {
        String text = json.text(name, RULE);
        if (!text.matches("[0-9a-f]{64}")) {
            throw FormatException.wrongFormat(RULE, name + " is not 64 lower-case hexadecimal digits");
        }
        return new Fingerprint(text);
    }

    /** What it says. */
    public Ceremony ceremony() {
        return ceremony;
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of the file, which the next ceremony names, and which people compare before they sign. */
    public Fingerprint digest() {
        return Fingerprint.ofPayload(bytes);
    }
}
