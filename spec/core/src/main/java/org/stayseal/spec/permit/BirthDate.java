package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A date of birth of which the day, the month and the day, or all of it may be unknown (0), as Doc 9303-3 4.8 allows.
 *
 * @param year 1850 to 2999, or 0
 * @param month 1 to 12, or 0; 0 where the year is
 * @param day 1 to the month's last, or 0; 0 where the month is
 */
public record BirthDate(int year, int month, int day) {
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2999;

    public BirthDate {
        if (!isPossible(year, month, day)) {
            throw new InvalidPermitException(
                    Field.BIRTH_DATE,
                    Rules.CALENDAR_DATE,
                    "birthDate is no day of the calendar. Unknown parts are 00, from the day upwards: 1985-03-00, 1985-00-00, 0000-00-00.");
        }
    }

    /** Reads {@code YYYYMMDD} (CRED-43). */
    public static Optional<BirthDate> parse(String digits) {
        if (!digits.matches("[0-9]{8}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6));
        return isPossible(year, month, day) ? Optional.of(new BirthDate(year, month, day)) : Optional.empty();
    }

    /** A date of birth of which everything is known. */
    public static BirthDate of(LocalDate date) {
        return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** The earliest day it can have been, or nothing where not even the year is known. */
    public Optional<LocalDate> earliest() {
        return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, Math.max(month, 1), Math.max(day, 1)));
    }

    /** {@code YYYYMMDD} with 00 for what is unknown. */
    public String digits() {
        return String.format(Locale.ROOT, "%04d%02d%02d", year, month, day);
    }

    /** {@code YYYY-MM-DD} with 00 for what is unknown. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    private static boolean isPossible(int year, int month, int day) {
        if (year == 0) {
            return month == 0 && day == 0;
        }
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 12) {
            return false;
        }
        if (month == 0) {
            return day == 0;
        }
        return day >= 0 && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
