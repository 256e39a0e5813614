package org.stayseal.spec.trust;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;

/** Days of trust documents: {@code YYYY-MM-DD}, ten characters, of the years 2000 to 2199 (TRUST-141). */
final class Days {

    private static final String RULE = "TRUST-141";
    private static final Pattern FORM = Pattern.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    static LocalDate parse(String text, String where) throws FormatException {
        if (!FORM.matcher(text).matches()) {
            throw FormatException.wrongFormat(RULE, where + " is not a day of the form YYYY-MM-DD");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw FormatException.wrongFormat(RULE, where + " is a day that does not exist");
        }
    }

    /** Refuses a day that has no form here. */
    static LocalDate check(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a day of a trust document lies from 2000 to 2199");
        }
        return day;
    }
}
