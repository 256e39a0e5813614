package org.stayseal.mutants;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.verify.Asked;
import tools.jackson.databind.JsonNode;

/** What is asked, and by which clock; written as in the vectors. */
record Question(Instant clock, Optional<Instant> at, Optional<Purpose> purpose) {

    /** Seconds around which something begins or ends in the vectors, and some far away. */
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-10-31T23:59:59Z"),
            Instant.parse("2026-11-09T23:59:59Z"),
            Instant.parse("2026-11-10T00:00:00Z"),
            Instant.parse("2026-11-22T05:49:59Z"),
            Instant.parse("2026-11-22T05:50:00Z"),
            Instant.parse("2026-11-25T06:00:00Z"),
            Instant.parse("2026-11-25T06:00:01Z"),
            Instant.parse("2026-11-29T06:00:00Z"),
            Instant.parse("2026-11-29T06:00:00.001Z"),
            Instant.parse("2028-03-04T23:59:59Z"),
            Instant.parse("2028-03-05T00:00:00Z"),
            Instant.parse("2038-01-02T00:00:00Z"),
            Instant.parse("2038-01-02T00:00:01Z"),
            Instant.parse("1970-01-01T00:00:00Z"),
            Instant.parse("2999-12-31T23:59:59Z"));

    static Question of(JsonNode json) {
        return new Question(
                Instant.parse(json.get("clock").asString()),
                Optional.ofNullable(json.get("at")).map(at -> Instant.parse(at.asString())),
                Optional.ofNullable(json.get("purpose"))
                        .map(purpose -> List.of(Purpose.values()).stream()
                                .filter(p -> p.key().equals(purpose.asString()))
                                .findFirst()
                                .orElseThrow()));
    }

    Question changed(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> new Question(clock, at, Optional.empty());
            case 1 -> new Question(clock, at, Optional.of(dice.of(List.of(Purpose.values()))));
            case 2 -> new Question(clock, Optional.of(moment(dice)), purpose);
            default -> new Question(moment(dice), at, purpose);
        };
    }

    private static Instant moment(Dice dice) {
        return dice.oneIn(3)
                ? dice.of(MOMENTS)
                : Instant.parse("2026-11-10T00:00:00Z").plusSeconds(dice.between(-30 * 86_400L, 600 * 86_400L));
    }

    Asked asked() {
        return new Asked(purpose, at, Optional.empty());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("clock", clock.toString());
        at.ifPresent(moment -> json.put("at", moment.toString()));
        purpose.ifPresent(p -> json.put("purpose", p.key()));
        return json;
    }
}
