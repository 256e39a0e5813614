package org.stayseal.spec.vds;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.stayseal.spec.FormatException;

/** A date in a seal's header: the decimal number MMDDYYYY in three bytes (Doc 9303-13 2.2; VDS-7). */
final class SealDate {

    static final int LENGTH = 3;
    private static final String RULE = "VDS-7";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private SealDate() {}

    static byte[] encode(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a seal's dates are of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        int number = date.getMonthValue() * 1_000_000 + date.getDayOfMonth() * 10_000 + date.getYear();
        return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    static LocalDate decode(byte[] bytes) throws FormatException {
        int number = (bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | bytes[2] & 0xFF;
        int year = number % 10_000;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw FormatException.wrongFormat(
                    RULE, "date in the header is of no year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        try {
            return LocalDate.of(year, number / 1_000_000, number / 10_000 % 100);
        } catch (DateTimeException e) {
            throw FormatException.wrongFormat(RULE, "date in the header is no day of the calendar");
        }
    }
}
