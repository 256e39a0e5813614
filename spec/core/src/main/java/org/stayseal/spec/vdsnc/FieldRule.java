package org.stayseal.spec.vdsnc;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.PlainText;
import org.stayseal.spec.permit.WorkRight;

/**
 * What one member of a residence permit's content may be (NC-21, NC-22).
 *
 * @param name the member
 * @param form what its text looks like
 * @param max most characters of a number, most bytes of UTF-8 of a text; of no meaning elsewhere
 * @param mandatory whether it must be there
 */
public record FieldRule(String name, Form form, int max, boolean mandatory) {

    private static final String RULE = "NC-22";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The forms of NC-22. */
    public enum Form {
        NUMBER("number"),
        TEXT("text"),
        BIRTH("birth"),
        SEX("sex"),
        COUNTRY("country"),
        CATEGORY("category"),
        DATE("date"),
        DATE_OR_UNLIMITED("dateOrUnlimited"),
        WORK("work");

        private final String key;

        Form(String key) {
            this.key = key;
        }

        static Optional<Form> of(String key) {
            return Arrays.stream(values()).filter(form -> form.key.equals(key)).findFirst();
        }
    }

    public FieldRule {
        if ((form == Form.NUMBER || form == Form.TEXT) && max < 1) {
            throw new IllegalArgumentException(name + " has no longest length");
        }
    }

    /** @throws FormatException if this is no value of the member */
    void check(String value) throws FormatException {
        boolean fits = switch (form) {
            case NUMBER -> value.length() <= max && value.matches("[A-Z0-9]+");
            case TEXT -> isText(value);
            case BIRTH ->
                DATE.matcher(value).matches()
                        && BirthDate.parse(value.replace("-", "")).isPresent();
            case SEX -> value.matches("[MFX]");
            case COUNTRY -> isCountry(value);
            case CATEGORY -> value.matches("[a-z0-9-]{1,40}");
            case DATE -> date(value).isPresent();
            case DATE_OR_UNLIMITED ->
                value.equals(PermitContent.UNLIMITED) || date(value).isPresent();
            case WORK ->
                Arrays.stream(WorkRight.Access.values())
                        .anyMatch(access -> access.key().equals(value));
        };
        if (!fits) {
            throw FormatException.wrongFormat(RULE, name + " is not of its form");
        }
    }

    /** {@code D}, or three letters, as in the machine readable zone (CRED-42). */
    static boolean isCountry(String value) {
        return value.matches("D|[A-Z]{3}");
    }

    /** A day of the calendar of the years 1900 to 2999. */
    static Optional<LocalDate> date(String value) {
        if (!DATE.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean isText(String value) {
        return !value.isEmpty()
                && value.getBytes(StandardCharsets.UTF_8).length <= max
                && PlainText.isWellFormed(value)
                && Normalizer.isNormalized(value, Normalizer.Form.NFC);
    }
}
