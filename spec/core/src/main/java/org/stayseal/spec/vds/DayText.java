package org.stayseal.spec.vds;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;

/**
 * Days as administrative documents write them (TR-03171; VDS-19): {@code YYYYMMDD} in digits, and periods of two such days with a zero byte between them, of which one may be missing. Shown as {@code
 * 2025-05-14} and {@code 2025-01-01/2025-12-31}, with {@code ..} for an open end (ISO 8601-2).
 */
final class DayText {

    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final String OPEN = "..";
    private static final int LENGTH = 8;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private DayText() {}

    static LocalDate day(FeatureRule rule, byte[] value) throws FormatException {
        Matcher digits = DIGITS.matcher(new String(value, StandardCharsets.ISO_8859_1));
        if (digits.matches()) {
            int year = Integer.parseInt(digits.group(1));
            try {
                if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                    return LocalDate.of(year, Integer.parseInt(digits.group(2)), Integer.parseInt(digits.group(3)));
                }
            } catch (DateTimeException e) {
                throw noDay(rule);
            }
        }
        throw noDay(rule);
    }

    static String period(FeatureRule rule, byte[] value) throws FormatException {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        int zero = text.indexOf('\0');
        if (zero < 0 || value.length == 1) {
            throw FeatureValue.wrong(rule, "is not two days, or one, with a zero byte after the first");
        }
        Optional<LocalDate> from = part(rule, text.substring(0, zero));
        Optional<LocalDate> until = part(rule, text.substring(zero + 1));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw FeatureValue.wrong(rule, "ends before it begins");
        }
        return from.map(LocalDate::toString).orElse(OPEN) + "/"
                + until.map(LocalDate::toString).orElse(OPEN);
    }

    /** The end of a period as {@link #period} shows it. */
    static Optional<LocalDate> lastDay(String period) {
        String until = period.substring(period.indexOf('/') + 1);
        return until.equals(OPEN) ? Optional.empty() : Optional.of(LocalDate.parse(until));
    }

    /** @throws IllegalArgumentException if the text is not of the form in which it is shown */
    static byte[] write(FeatureRule rule, String text) {
        try {
            if (rule.coding() == FeatureCoding.DAY) {
                return digits(text).getBytes(StandardCharsets.US_ASCII);
            }
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw new IllegalArgumentException(rule.name() + " is two days with / between them");
            }
            return (digits(text.substring(0, slash)) + '\0' + digits(text.substring(slash + 1)))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(rule.name() + " is a day such as 2025-05-14", e);
        }
    }

    private static String digits(String day) {
        return day.equals(OPEN)
                ? ""
                : LocalDate.parse(day).format(DateTimeFormatter.BASIC_ISO_DATE.withLocale(Locale.ROOT));
    }

    private static Optional<LocalDate> part(FeatureRule rule, String digits) throws FormatException {
        return digits.isEmpty()
                ? Optional.empty()
                : Optional.of(day(rule, digits.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static FormatException noDay(FeatureRule rule) {
        return FeatureValue.wrong(
                rule, "has no day of " + LENGTH + " digits, of the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
}
