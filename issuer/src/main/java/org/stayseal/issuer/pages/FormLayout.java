package org.stayseal.issuer.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.WorkRight;

/** The application form: which fields stand where and how each is entered. Labels and hints are in the message file under the field's name. */
final class FormLayout {
    /** How a field is entered. */
    enum Kind {
        TEXT,
        LONG,
        DATE,
        CHOICE,
        COUNTRY,
        CHECK,
        PHOTO,
        UNTIL
    }

    /**
     * One field.
     *
     * @param options values of a {@code CHOICE}
     * @param wide takes a whole row
     */
    record Entry(Field field, Kind kind, List<String> options, boolean wide) {
        /** The name of the input. */
        public String key() {
            return field.key();
        }

        /** Whether an application without it is refused. */
        public boolean required() {
            return SEALED.contains(field) || PermitDraft.required().contains(field) && !OPTIONAL_HERE.contains(field);
        }
    }

    /** A group of fields under a heading. */
    record Section(String key, List<Entry> entries) {}

    /** The issuer fills these in when they are left out. */
    private static final List<Field> OPTIONAL_HERE = List.of(Field.SELF_EMPLOYMENT, Field.STUDY, Field.DOCUMENT_UNTIL);

    /** A permit may do without a travel document, its seal may not. */
    private static final List<Field> SEALED = List.of(Field.TRAVEL_DOCUMENT_NUMBER, Field.TRAVEL_DOCUMENT_ISSUER);

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "person",
                    List.of(
                            text(Field.SURNAME),
                            text(Field.GIVEN_NAMES),
                            text(Field.NAME_OWN_SCRIPT),
                            text(Field.NAME_LANGUAGE),
                            text(Field.BIRTH_DATE),
                            text(Field.BIRTH_PLACE),
                            choice(Field.SEX, names(Sex.values())),
                            country(Field.NATIONALITY),
                            text(Field.PERSONAL_NUMBER),
                            new Entry(Field.PHOTO, Kind.PHOTO, List.of(), false))),
            new Section(
                    "document",
                    List.of(
                            text(Field.TRAVEL_DOCUMENT_NUMBER),
                            country(Field.TRAVEL_DOCUMENT_ISSUER),
                            date(Field.TRAVEL_DOCUMENT_UNTIL))),
            new Section(
                    "permit",
                    List.of(
                            choice(
                                    Field.CATEGORY,
                                    Arrays.stream(Category.values())
                                            .map(Category::key)
                                            .toList()),
                            text(Field.LEGAL_GROUND),
                            date(Field.RIGHT_FROM),
                            new Entry(Field.RIGHT_UNTIL, Kind.UNTIL, List.of(), false),
                            date(Field.DOCUMENT_UNTIL),
                            text(Field.ISSUE_PLACE))),
            new Section(
                    "rights",
                    List.of(
                            choice(
                                    Field.WORK,
                                    Arrays.stream(WorkRight.Access.values())
                                            .map(WorkRight.Access::key)
                                            .toList()),
                            text(Field.WORK_CONDITIONS),
                            choice(Field.SELF_EMPLOYMENT, List.of("no", "yes")),
                            text(Field.SELF_EMPLOYMENT_CONDITIONS),
                            choice(Field.STUDY, List.of("no", "yes")),
                            text(Field.STUDY_CONDITIONS),
                            new Entry(Field.REMARKS, Kind.LONG, List.of(), true),
                            new Entry(Field.LIVE_ONLY, Kind.CHECK, List.of(), true))));

    private FormLayout() {}

    static List<Section> sections() {
        return SECTIONS;
    }

    /** The entry of this name, if the form has it. */
    static Optional<Entry> entry(String key) {
        return SECTIONS.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    private static Entry text(Field field) {
        return new Entry(field, Kind.TEXT, List.of(), false);
    }

    private static Entry date(Field field) {
        return new Entry(field, Kind.DATE, List.of(), false);
    }

    private static Entry country(Field field) {
        return new Entry(field, Kind.COUNTRY, List.of(), false);
    }

    private static Entry choice(Field field, List<String> options) {
        return new Entry(field, Kind.CHOICE, options, false);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
