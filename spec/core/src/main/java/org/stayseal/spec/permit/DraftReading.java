package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One reading of a draft: every part is made by itself, so that no mistake hides another; a field keeps its first error. */
final class DraftReading {
    private final Map<Field, String> values;
    private final Map<Field, FieldError> errors = new EnumMap<>(Field.class);
    private final @Nullable Permit permit;

    DraftReading(Map<Field, String> values) {
        this.values = values;
        for (Field field : PermitDraft.REQUIRED) {
            if (!values.containsKey(field)) {
                errors.put(field, new FieldError(field, Rules.REQUIRED, field.key() + " is missing."));
            }
        }
        this.permit = read();
    }

    List<FieldError> errors() {
        return List.copyOf(errors.values());
    }

    Permit permit() {
        if (permit == null) {
            throw new IllegalStateException("the draft has errors");
        }
        return permit;
    }

    private @Nullable Permit read() {
        String country = required(Field.COUNTRY, text -> Nationality.checked(Field.COUNTRY, text));
        String number = required(
                Field.PERMIT_NUMBER, text -> Rules.number(Field.PERMIT_NUMBER, text, Permit.NUMBER_MAX_LENGTH));
        Category category = required(Field.CATEGORY, text -> oneOf(Field.CATEGORY, Category.ofKey(text)));
        String authority =
                required(Field.AUTHORITY, text -> Rules.text(Field.AUTHORITY, text, Permit.AUTHORITY_MAX_BYTES));
        Optional<String> legalGround = text(Field.LEGAL_GROUND, Permit.LEGAL_GROUND_MAX_BYTES);
        Optional<String> issuePlace = text(Field.ISSUE_PLACE, Permit.ISSUE_PLACE_MAX_BYTES);
        Optional<String> remarks = text(Field.REMARKS, Permit.REMARKS_MAX_BYTES);
        LocalDate issue = required(Field.ISSUE_DATE, text -> date(Field.ISSUE_DATE, text));
        LocalDate from = required(Field.RIGHT_FROM, text -> date(Field.RIGHT_FROM, text));
        Optional<LocalDate> until = required(Field.RIGHT_UNTIL, DraftReading::dateOrUnlimited);
        LocalDate end = required(Field.DOCUMENT_UNTIL, text -> date(Field.DOCUMENT_UNTIL, text));
        WorkRight work = work();
        Right self = right(Field.SELF_EMPLOYMENT, Field.SELF_EMPLOYMENT_CONDITIONS);
        Right study = right(Field.STUDY, Field.STUDY_CONDITIONS);
        boolean liveOnly = optional(Field.LIVE_ONLY, DraftReading::trueOrFalse).orElse(false);
        BirthDate birth = required(Field.BIRTH_DATE, DraftReading::birthDate);
        Person person = person(birth);
        Optional<TravelDocument> travel = travelDocument();
        new PermitDates(birth, issue, from, until, end).errors().forEach(e -> errors.putIfAbsent(e.field(), e));
        if (!errors.isEmpty()
                || country == null
                || person == null
                || number == null
                || category == null
                || authority == null
                || issue == null
                || from == null
                || until == null
                || end == null
                || work == null
                || self == null
                || study == null) {
            return null;
        }
        return new Permit(
                country,
                person,
                number,
                category,
                legalGround,
                authority,
                issue,
                issuePlace,
                from,
                until,
                end,
                work,
                self,
                study,
                remarks,
                travel,
                liveOnly);
    }

    private @Nullable Person person(@Nullable BirthDate birth) {
        String surname = required(Field.SURNAME, text -> Rules.latin(Field.SURNAME, text, Name.MAX_BYTES));
        Optional<String> given =
                optional(Field.GIVEN_NAMES, text -> Rules.latin(Field.GIVEN_NAMES, text, Name.MAX_BYTES));
        Optional<OwnScript> own = ownScript();
        Optional<String> place = text(Field.BIRTH_PLACE, Person.BIRTH_PLACE_MAX_BYTES);
        Sex sex = required(Field.SEX, DraftReading::sex);
        Nationality nationality =
                required(Field.NATIONALITY, text -> new Nationality(Nationality.checked(Field.NATIONALITY, text)));
        Optional<String> personalNumber = text(Field.PERSONAL_NUMBER, Person.PERSONAL_NUMBER_MAX_BYTES);
        Optional<Photo> photo = optional(Field.PHOTO, DraftReading::photo);
        if (surname == null || birth == null || sex == null || nationality == null) {
            return null;
        }
        return new Person(new Name(surname, given, own), birth, place, sex, nationality, personalNumber, photo);
    }

    private Optional<OwnScript> ownScript() {
        Optional<String> name = text(Field.NAME_OWN_SCRIPT, OwnScript.MAX_BYTES);
        Optional<String> language = value(Field.NAME_LANGUAGE);
        if (!values.containsKey(Field.NAME_OWN_SCRIPT) && language.isEmpty()) {
            return Optional.empty();
        }
        if (language.isEmpty() || !values.containsKey(Field.NAME_OWN_SCRIPT)) {
            Field missing = language.isEmpty() ? Field.NAME_LANGUAGE : Field.NAME_OWN_SCRIPT;
            fail(missing, Rules.TOGETHER, "nameOwnScript and nameLanguage are given together or not at all.");
            return Optional.empty();
        }
        String tag = language.get();
        return Optional.ofNullable(attempt(() -> new OwnScript(name.orElse("x"), tag)));
    }

    private Optional<TravelDocument> travelDocument() {
        Optional<String> number = value(Field.TRAVEL_DOCUMENT_NUMBER);
        Optional<String> issuer = value(Field.TRAVEL_DOCUMENT_ISSUER);
        Optional<LocalDate> until =
                optional(Field.TRAVEL_DOCUMENT_UNTIL, text -> date(Field.TRAVEL_DOCUMENT_UNTIL, text));
        if (number.isEmpty() && issuer.isEmpty() && !values.containsKey(Field.TRAVEL_DOCUMENT_UNTIL)) {
            return Optional.empty();
        }
        if (number.isEmpty() || issuer.isEmpty()) {
            Field missing = number.isEmpty() ? Field.TRAVEL_DOCUMENT_NUMBER : Field.TRAVEL_DOCUMENT_ISSUER;
            fail(missing, Rules.TOGETHER, "A travel document needs its number and its issuer.");
            return Optional.empty();
        }
        String code = issuer.get();
        attempt(() -> Nationality.checked(Field.TRAVEL_DOCUMENT_ISSUER, code));
        return Optional.ofNullable(attempt(() -> new TravelDocument(number.get(), code, until)));
    }

    private @Nullable WorkRight work() {
        WorkRight.Access access = required(Field.WORK, text -> oneOf(Field.WORK, WorkRight.Access.ofKey(text)));
        return access == null ? null : attempt(() -> new WorkRight(access, value(Field.WORK_CONDITIONS)));
    }

    private @Nullable Right right(Field field, Field conditions) {
        Boolean granted = required(field, text -> yesOrNo(field, text));
        return granted == null ? null : attempt(() -> new Right(granted, value(conditions)).checked(conditions));
    }

    private Optional<String> text(Field field, int maxBytes) {
        return optional(field, text -> Rules.text(field, text, maxBytes));
    }

    private <T> Optional<T> optional(Field field, Function<String, T> reading) {
        return Optional.ofNullable(required(field, reading));
    }

    private <T> @Nullable T required(Field field, Function<String, T> reading) {
        String text = values.get(field);
        return text == null ? null : attempt(() -> reading.apply(text));
    }

    private <T> @Nullable T attempt(Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidPermitException e) {
            errors.putIfAbsent(e.field(), e.error());
            return null;
        }
    }

    private Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    private void fail(Field field, String rule, String message) {
        errors.putIfAbsent(field, new FieldError(field, rule, message));
    }

    private static <T> T oneOf(Field field, Optional<T> found) {
        return found.orElseThrow(() -> new InvalidPermitException(
                field, Rules.CODE_LIST, field.key() + " is none of the values it may have."));
    }

    private static Sex sex(String text) {
        return switch (text) {
            case "M" -> Sex.M;
            case "F" -> Sex.F;
            case "X" -> Sex.X;
            default -> throw new InvalidPermitException(Field.SEX, Rules.CODE_LIST, "sex is M, F or X.");
        };
    }

    private static boolean yesOrNo(Field field, String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new InvalidPermitException(field, Rules.CODE_LIST, field.key() + " is yes or no.");
        };
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidPermitException(Field.LIVE_ONLY, Rules.CODE_LIST, "liveOnly is true or false.");
        };
    }

    private static BirthDate birthDate(String text) {
        return (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                        ? BirthDate.parse(text.replace("-", ""))
                        : Optional.<BirthDate>empty())
                .orElseThrow(() -> new InvalidPermitException(
                        Field.BIRTH_DATE,
                        Rules.CALENDAR_DATE,
                        "birthDate is no day written as YYYY-MM-DD, with 00 for an unknown day or month."));
    }

    private static Optional<LocalDate> dateOrUnlimited(String text) {
        return text.equals(PermitDraft.UNLIMITED) ? Optional.empty() : Optional.of(date(Field.RIGHT_UNTIL, text));
    }

    private static LocalDate date(Field field, String text) {
        try {
            return Rules.date(field, LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new InvalidPermitException(
                    field, Rules.CALENDAR_DATE, field.key() + " is no day written as YYYY-MM-DD.");
        }
    }

    private static Photo photo(String base64) {
        byte[] file;
        try {
            file = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidPermitException(Field.PHOTO, Rules.PHOTO_FORMAT, "photo is not in Base64.");
        }
        return Photo.of(file);
    }
}
