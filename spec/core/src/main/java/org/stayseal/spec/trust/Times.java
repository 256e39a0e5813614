package org.stayseal.spec.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;

/** Times of trust documents: {@code YYYY-MM-DDTHH:MM:SSZ}, twenty characters (TRUST-3). */
final class Times {

    private static final String RULE = "TRUST-3";
    private static final Pattern FORM =
            Pattern.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    private Times() {}

    static Instant parse(String text, String where) throws FormatException {
        if (!FORM.matcher(text).matches()) {
            throw FormatException.wrongFormat(RULE, where + " is not a time of the form YYYY-MM-DDTHH:MM:SSZ");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw FormatException.wrongFormat(RULE, where + " is a date that does not exist");
        }
    }

    static String text(Instant time) {
        return check(time).toString();
    }

    /** Refuses a time that has no form here. */
    static Instant check(Instant time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS)) || time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "a time of a trust document has whole seconds and lies from 2000 to 2199");
        }
        return time;
    }
}
