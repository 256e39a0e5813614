package org.stayseal.spec.idb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;

/**
 * A date of which digits may be unknown (IDB-18): in four bytes a mask and the number MMDDYYYY.
 *
 * @param text {@code YYYY-MM-DD}, with {@code x} for each digit that is not known; at least one day of the calendar fits
 */
public record MaskedDate(String text) {

    static final int LENGTH = 4;
    private static final String RULE = "IDB-18";
    private static final Pattern TEXT = Pattern.compile("[0-9x]{4}-[0-9x]{2}-[0-9x]{2}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int DIGITS = 8;

    public MaskedDate {
        if (!TEXT.matcher(text).matches() || first(text).isEmpty()) {
            throw new IllegalArgumentException("a masked date is YYYY-MM-DD, x for unknown digits, and fits a day");
        }
    }

    /** @throws FormatException if an unknown digit is not written as 0, or no day fits */
    static MaskedDate decode(byte[] bytes) throws FormatException {
        if (bytes.length != LENGTH) {
            throw FormatException.wrongFormat(RULE, "masked date of " + bytes.length + " bytes");
        }
        char[] digits = digits((bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF);
        for (int i = 0; i < DIGITS; i++) {
            if ((bytes[0] & 0x80 >> i) != 0) {
                if (digits[i] != '0') {
                    throw FormatException.wrongFormat(RULE, "a digit that is masked is not written as 0");
                }
                digits[i] = 'x';
            }
        }
        String text = written(digits);
        if (first(text).isEmpty()) {
            throw FormatException.wrongFormat(RULE, "masked date fits no day of the calendar");
        }
        return new MaskedDate(text);
    }

    byte[] encode() {
        String digits = text.substring(5, 7) + text.substring(8) + text.substring(0, 4);
        int mask = 0;
        for (int i = 0; i < DIGITS; i++) {
            mask |= digits.charAt(i) == 'x' ? 0x80 >> i : 0;
        }
        int number = Integer.parseInt(digits.replace('x', '0'));
        return new byte[] {(byte) mask, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    /** The date, if all of it is known. */
    public Optional<LocalDate> exact() {
        return text.indexOf('x') < 0 ? first(text) : Optional.empty();
    }

    /** As an end date: the first day that fits (IDB-25); empty if the year is not known. */
    public Optional<LocalDate> asEnd() {
        return text.substring(0, 4).indexOf('x') < 0 ? first(text) : Optional.empty();
    }

    /** A number MMDDYYYY in three bytes as a date (IDB-10). */
    static Optional<LocalDate> exact(int number) {
        return first(written(digits(number)));
    }

    private static char[] digits(int number) {
        return String.format(Locale.ROOT, "%08d", number).toCharArray();
    }

    private static String written(char[] mmddyyyy) {
        String all = new String(mmddyyyy);
        return all.substring(4) + "-" + all.substring(0, 2) + "-" + all.substring(2, 4);
    }

    private static Optional<LocalDate> first(String text) {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (fits(text.substring(0, 4), year)) {
                Optional<LocalDate> day = firstIn(year, text);
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> firstIn(int year, String text) {
        for (Month month : Month.values()) {
            if (!fits(text.substring(5, 7), month.getValue())) {
                continue;
            }
            for (int day = 1; day <= month.maxLength(); day++) {
                if (fits(text.substring(8), day)) {
                    try {
                        return Optional.of(LocalDate.of(year, month, day));
                    } catch (DateTimeException e) {
                        break; // 29 February: no later day of that month can fit either.
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String pattern, int number) {
        int rest = number;
        for (int i = pattern.length() - 1; i >= 0; i--, rest /= 10) {
            if (pattern.charAt(i) != 'x' && pattern.charAt(i) != '0' + rest % 10) {
                return false;
            }
        }
        return true;
    }
}
