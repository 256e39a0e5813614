package org.stayseal.spec.permit;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The rules that fields of a permit share, each with its short stable name (docs 10 section 3). Lengths are bytes of UTF-8 (CRED-30). */
final class Rules {
    static final String REQUIRED = "required";
    static final String MAX_LENGTH = "max-length";
    static final String NORMAL_FORM = "normal-form";
    static final String CHARACTERS = "characters";
    static final String LATIN_LETTERS = "latin-letters";
    static final String CODE_LIST = "code-list";
    static final String CALENDAR_DATE = "calendar-date";
    static final String DATE_ORDER = "date-order";
    static final String TEN_YEARS = "ten-years";
    static final String TOGETHER = "together";
    static final String PHOTO_SIZE = "photo-size";
    static final String PHOTO_FORMAT = "photo-format";

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M} .,'’‘ʼ·/-]+");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]+");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Rules() {}

    static String text(Field field, String value, int maxBytes) {
        if (value.isEmpty()) {
            throw new InvalidPermitException(field, REQUIRED, field.key() + " is empty. Leave it out or fill it in.");
        }
        if (!PlainText.isWellFormed(value)) {
            throw new InvalidPermitException(
                    field,
                    CHARACTERS,
                    field.key()
                            + " has a line break, a control or direction character, or a space at its begin or end.");
        }
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new InvalidPermitException(field, NORMAL_FORM, field.key() + " is not in Unicode normal form C.");
        }
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length > maxBytes) {
            throw new InvalidPermitException(
                    field,
                    MAX_LENGTH,
                    field.key() + " takes " + length + " bytes of UTF-8; at most " + maxBytes + " fit.");
        }
        return value;
    }

    static String latin(Field field, String value, int maxBytes) {
        text(field, value, maxBytes);
        if (!LATIN.matcher(value).matches()) {
            throw new InvalidPermitException(
                    field,
                    LATIN_LETTERS,
                    field.key() + " takes Latin letters, spaces, hyphens, apostrophes and full stops only.");
        }
        return value;
    }

    static String number(Field field, String value, int maxLength) {
        text(field, value, maxLength);
        if (!NUMBER.matcher(value).matches()) {
            throw new InvalidPermitException(
                    field, CHARACTERS, field.key() + " takes the letters A to Z and the digits 0 to 9 only.");
        }
        return value;
    }

    static LocalDate date(Field field, LocalDate value) {
        if (value.isBefore(FIRST) || value.isAfter(LAST)) {
            throw new InvalidPermitException(field, CALENDAR_DATE, field.key() + " is not between 1900 and 2999.");
        }
        return value;
    }
}
