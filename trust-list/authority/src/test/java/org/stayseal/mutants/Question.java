package org.stayseal.mutants;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.verify.Asked;
import tools.jackson.databind.JsonNode;

/**
 * What is asked, by which clock, and beside which lines; written as in the vectors.
 *
 * @param mrz the lines printed on the document
 * @param passportMrz those of the passport
 * @param continuations the texts of codes given as continuations of it
 */
record Question(
        Instant clock,
        Optional<Instant> at,
        Optional<Purpose> purpose,
        Optional<String> mrz,
        Optional<String> passportMrz,
        List<String> continuations) {

    static Question of(JsonNode json) {
        return new Question(
                Instant.parse(json.get("clock").asString()),
                Optional.ofNullable(json.get("at")).map(at -> Instant.parse(at.asString())),
                Optional.ofNullable(json.get("purpose"))
                        .map(purpose -> List.of(Purpose.values()).stream()
                                .filter(p -> p.key().equals(purpose.asString()))
                                .findFirst()
                                .orElseThrow()),
                Optional.ofNullable(json.get("mrz")).map(JsonNode::asString),
                Optional.ofNullable(json.get("passportMrz")).map(JsonNode::asString),
                Optional.ofNullable(json.get("continuations")).stream()
                        .flatMap(JsonNode::valueStream)
                        .map(JsonNode::asString)
                        .toList());
    }

    /** Another purpose or time. */
    Question changed(Map<String, Object> document, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> new Question(clock, at, Optional.empty(), mrz, passportMrz, continuations);
            case 1 ->
                new Question(
                        clock, at, Optional.of(dice.of(List.of(Purpose.values()))), mrz, passportMrz, continuations);
            case 2 ->
                new Question(clock, Optional.of(Moments.one(document, dice)), purpose, mrz, passportMrz, continuations);
            default -> new Question(Moments.one(document, dice), at, purpose, mrz, passportMrz, continuations);
        };
    }

    /** Other lines beside the code, of the document, of the passport or of both. */
    Question beside(Map<String, Object> document, List<String> given, Dice dice) {
        int which = dice.below(5);
        Optional<String> printed = which < 3
                ? Optional.of(ZoneEdits.lines(document, given, dice))
                : dice.oneIn(4) ? Optional.empty() : mrz;
        Optional<String> passport = which > 1
                ? Optional.of(ZoneEdits.lines(document, given, dice))
                : dice.oneIn(4) ? Optional.empty() : passportMrz;
        return new Question(clock, at, purpose, printed, passport, continuations);
    }

    Asked asked() {
        return new Asked(
                purpose,
                at,
                Optional.empty(),
                mrz,
                passportMrz,
                continuations.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("clock", clock.toString());
        at.ifPresent(moment -> json.put("at", moment.toString()));
        purpose.ifPresent(p -> json.put("purpose", p.key()));
        mrz.ifPresent(text -> json.put("mrz", text));
        passportMrz.ifPresent(text -> json.put("passportMrz", text));
        if (!continuations.isEmpty()) {
            json.put("continuations", continuations);
        }
        return json;
    }
}
