package org.stayseal.spec.permit;

import java.text.Normalizer;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A permit as someone typed it: every field as text, by its stable name (PERMIT-1). It says everything that is wrong at once.
 *
 * <p>Shapes: dates {@code 2027-03-04}; a birth date may have unknown parts, {@code 1985-00-00}; sex {@code M}, {@code F}, {@code X};
 * category by its key; rightUntil a date or {@code unlimited}; work {@code none}, {@code any}, {@code conditions},
 * {@code separate-permit}; selfEmployment and study {@code no} or {@code yes}; liveOnly {@code true} or {@code false} (the default).
 * Text is brought to Unicode normal form C and freed of spaces around it; blank is the same as not given (PERMIT-3). The photo is given as
 * bytes by {@link #photo(byte[])}; as text it is Base64, so that a draft can be kept as a map of texts.
 *
 * <p>Not thread-safe.
 */
public final class PermitDraft {
    static final String UNLIMITED = "unlimited";
    static final Set<Field> REQUIRED = EnumSet.of(
            Field.COUNTRY,
            Field.SURNAME,
            Field.BIRTH_DATE,
            Field.SEX,
            Field.NATIONALITY,
            Field.PERMIT_NUMBER,
            Field.CATEGORY,
            Field.AUTHORITY,
            Field.ISSUE_DATE,
            Field.RIGHT_FROM,
            Field.RIGHT_UNTIL,
            Field.DOCUMENT_UNTIL,
            Field.WORK,
            Field.SELF_EMPLOYMENT,
            Field.STUDY);

    private final Map<Field, String> values = new EnumMap<>(Field.class);

    /** The fields without which there is no permit. */
    public static Set<Field> required() {
        return EnumSet.copyOf(REQUIRED);
    }

    /** Sets a field; blank text takes it away. */
    public PermitDraft set(Field field, String value) {
        String plain = field == Field.PHOTO ? value.strip() : Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (plain.isEmpty()) {
            values.remove(field);
        } else {
            values.put(field, plain);
        }
        return this;
    }

    /** Sets the photo. */
    public PermitDraft photo(byte[] file) {
        return set(Field.PHOTO, Base64.getEncoder().encodeToString(file));
    }

    /** The text of a field, if it was given. */
    public Optional<String> get(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** All that was given, in the order of {@link Field}; enough to make the same draft again. */
    public Map<Field, String> values() {
        return new EnumMap<>(values);
    }

    /** A draft with these texts. */
    public static PermitDraft of(Map<Field, String> values) {
        PermitDraft draft = new PermitDraft();
        values.forEach(draft::set);
        return draft;
    }

    /** The draft that makes this permit. */
    public static PermitDraft of(Permit permit) {
        return DraftWriting.of(permit);
    }

    /** Everything that is wrong, in the order of {@link Field}, one error a field; empty: {@link #permit()} answers. */
    public List<FieldError> errors() {
        return new DraftReading(values).errors();
    }

    /**
     * The permit.
     *
     * @throws InvalidPermitException with the first of {@link #errors()}, if there is one
     */
    public Permit permit() {
        DraftReading reading = new DraftReading(values);
        for (FieldError error : reading.errors()) {
            throw new InvalidPermitException(error.field(), error.rule(), error.message());
        }
        return reading.permit();
    }
}
