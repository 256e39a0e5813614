package org.stayseal.spec.permit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which fields each purpose shows (CRED-60): the table that the encoder obeys, the decoder enforces and pages print, so that a holder
 * can see exactly what each code reveals.
 */
public final class Disclosure {
    /** How a purpose treats a field. */
    public enum Showing {
        /** Always there. */
        ALWAYS,
        /** There if the permit has it. */
        IF_KNOWN,
        /** There if the permit has it and the authority chose so. */
        BY_CHOICE,
        /** Never there. */
        NEVER
    }

    /**
     * What the authority chose where the table leaves it a choice.
     *
     * @param photoFor the purposes whose code carries the photo
     * @param personalNumberForBank whether the country's law has banks ask for the personal number
     */
    public record Choices(Set<Purpose> photoFor, boolean personalNumberForBank) {
        public Choices {
            if (!photoFor.contains(Purpose.FULL)) {
                throw new IllegalArgumentException("the full credential always carries the photo that the permit has");
            }
            photoFor = Collections.unmodifiableSet(EnumSet.copyOf(photoFor));
        }

        /** The photo for full and work, no personal number for banks. */
        public static Choices usual() {
            return photoForWork(true);
        }

        /** The photo for full and, where the authority wishes, for work; no personal number for banks. */
        public static Choices photoForWork(boolean wished) {
            return new Choices(wished ? EnumSet.of(Purpose.FULL, Purpose.WORK) : EnumSet.of(Purpose.FULL), false);
        }
    }

    private static final Map<Field, Showing[]> TABLE = table();

    private Disclosure() {}

    /** How this purpose treats this field. */
    public static Showing of(Field field, Purpose purpose) {
        Showing[] row = TABLE.get(field);
        if (row == null) {
            throw new IllegalStateException("the disclosure table has no row for " + field);
        }
        return row[purpose.code()];
    }

    /** Whether a code of this purpose shows the field, given the permit has it. */
    public static boolean shows(Field field, Purpose purpose, Choices choices) {
        return switch (of(field, purpose)) {
            case ALWAYS, IF_KNOWN -> true;
            case BY_CHOICE ->
                field == Field.PHOTO ? choices.photoFor().contains(purpose) : choices.personalNumberForBank();
            case NEVER -> false;
        };
    }

    /** The fields that this purpose may show, in the order of {@link Field}. */
    public static Set<Field> fields(Purpose purpose) {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (of(field, purpose) != Showing.NEVER) {
                fields.add(field);
            }
        }
        return Collections.unmodifiableSet(fields);
    }

    private static Map<Field, Showing[]> table() {
        Showing yes = Showing.ALWAYS;
        Showing known = Showing.IF_KNOWN;
        Showing choice = Showing.BY_CHOICE;
        Showing no = Showing.NEVER;
        Map<Field, Showing[]> table = new EnumMap<>(Field.class);
        row(table, Field.COUNTRY, yes, yes, yes, yes);
        row(table, Field.SURNAME, yes, yes, yes, yes);
        row(table, Field.GIVEN_NAMES, known, known, known, known);
        row(table, Field.BIRTH_DATE, yes, yes, yes, yes);
        row(table, Field.NAME_OWN_SCRIPT, known, no, known, no);
        row(table, Field.NAME_LANGUAGE, known, no, known, no);
        row(table, Field.SEX, yes, no, no, no);
        row(table, Field.REMARKS, known, no, no, no);
        row(table, Field.LEGAL_GROUND, known, no, no, no);
        row(table, Field.STUDY, yes, no, no, no);
        row(table, Field.STUDY_CONDITIONS, known, no, no, no);
        row(table, Field.NATIONALITY, yes, no, yes, no);
        row(table, Field.BIRTH_PLACE, known, no, known, no);
        row(table, Field.TRAVEL_DOCUMENT_NUMBER, known, no, known, no);
        row(table, Field.TRAVEL_DOCUMENT_ISSUER, known, no, known, no);
        row(table, Field.TRAVEL_DOCUMENT_UNTIL, known, no, known, no);
        row(table, Field.PERSONAL_NUMBER, known, no, choice, no);
        row(table, Field.PERMIT_NUMBER, yes, yes, yes, no);
        row(table, Field.CATEGORY, yes, yes, yes, yes);
        row(table, Field.RIGHT_FROM, yes, yes, yes, yes);
        row(table, Field.RIGHT_UNTIL, yes, yes, yes, yes);
        row(table, Field.ISSUE_DATE, yes, yes, yes, yes);
        row(table, Field.DOCUMENT_UNTIL, yes, yes, yes, yes);
        row(table, Field.WORK, yes, yes, no, no);
        row(table, Field.WORK_CONDITIONS, known, known, no, no);
        row(table, Field.SELF_EMPLOYMENT, yes, yes, no, no);
        row(table, Field.SELF_EMPLOYMENT_CONDITIONS, known, known, no, no);
        row(table, Field.AUTHORITY, yes, yes, yes, yes);
        row(table, Field.ISSUE_PLACE, known, no, no, no);
        row(table, Field.PHOTO, known, choice, choice, choice);
        row(table, Field.LIVE_ONLY, known, known, known, known);
        return table;
    }

    private static void row(
            Map<Field, Showing[]> table, Field field, Showing full, Showing work, Showing bank, Showing stay) {
        table.put(field, new Showing[] {full, work, bank, stay});
    }
}
