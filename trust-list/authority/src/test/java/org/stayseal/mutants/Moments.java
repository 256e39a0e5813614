package org.stayseal.mutants;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Moments to judge at: where something begins or ends, for the lists of the vectors and for the document itself, and some far away. */
final class Moments {

    private static final List<Instant> LISTS = List.of(
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
    /** A country east of Greenwich, and that of Utopia. */
    private static final List<ZoneId> ZONES = List.of(ZoneOffset.UTC, ZoneId.of("Europe/Berlin"));

    private static final List<Duration> AROUND = List.of(
            Duration.ofSeconds(-1), Duration.ofMillis(-1), Duration.ZERO, Duration.ofMillis(1), Duration.ofHours(1));

    private Moments() {}

    /** @param document what the code says, by the names of VER-60 */
    static Instant one(Map<String, Object> document, Dice dice) {
        List<LocalDate> days = days(document);
        if (!days.isEmpty() && !dice.oneIn(3)) {
            return dice.of(days)
                    .plusDays(dice.below(2))
                    .atStartOfDay(dice.of(ZONES))
                    .toInstant()
                    .plus(dice.of(AROUND));
        }
        return dice.oneIn(2)
                ? dice.of(LISTS)
                : Instant.parse("2026-11-10T00:00:00Z").plusSeconds(dice.between(-30 * 86_400L, 600 * 86_400L));
    }

    private static List<LocalDate> days(Map<String, Object> document) {
        List<LocalDate> days = new ArrayList<>();
        for (Object value : document.values()) {
            try {
                days.add(LocalDate.parse(String.valueOf(value)));
            } catch (DateTimeException e) {
                // Says something else.
            }
        }
        return days;
    }
}
