package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes a machine readable zone: fields filled, check digits made, long numbers and names fitted (VDS-30 to VDS-35). */
final class MrzWriter {

    private static final int NUMBER_LENGTH = 9;

    private MrzWriter() {}

    static Mrz write(MrzFormat format, MrzContent content) {
        String start = filled(content.documentCode(), 2) + filled(content.issuer(), 3);
        String nationality = filled(content.nationality().code(), 3);
        String name = MrzName.fit(
                Transliteration.toMrz(content.surname()),
                content.givenNames().map(Transliteration::toMrz).orElse(""),
                format.name.length());
        String birth = checked(birthDate(content.birthDate()));
        String end = checked(endDate(content.endDate()));
        String[] numberAndOptional = number(format, content.documentNumber());
        String number = numberAndOptional[0];
        String optional = numberAndOptional[1];
        String sex = content.sex() == Sex.X ? "<" : content.sex().name();
        List<String> lines = switch (format) {
            case TD1 -> List.of(start + number + optional, birth + sex + end + nationality + "<".repeat(12), name);
            case TD2 -> List.of(start + name, number + nationality + birth + sex + end + optional + "<");
            case TD3 -> List.of(start + name, number + nationality + birth + sex + end + checked(optional) + "<");
            case MRV_A, MRV_B -> List.of(start + name, number + nationality + birth + sex + end + optional);
        };
        return new Mrz(format, format.hasComposite() ? withComposite(format, lines) : lines);
    }

    private static List<String> withComposite(MrzFormat format, List<String> lines) {
        String second = lines.get(1);
        String closed = second.substring(0, second.length() - 1) + CheckDigit.of(Mrz.composite(format, lines));
        return format == MrzFormat.TD1 ? List.of(lines.get(0), closed, lines.get(2)) : List.of(lines.get(0), closed);
    }

    /** Number field with its check digit, and the optional data: the two are one matter for long numbers (VDS-33). */
    private static String[] number(MrzFormat format, String number) {
        int room = format.optional.length();
        if (number.length() <= NUMBER_LENGTH) {
            return new String[] {checked(filled(number, NUMBER_LENGTH)), "<".repeat(room)};
        }
        // The rest, its check digit and one filler must fit into the optional data.
        int longest = NUMBER_LENGTH + room - 2;
        if (!format.hasLongNumbers() || number.length() > longest) {
            throw new IllegalArgumentException(
                    "document number of " + number.length() + " characters does not fit into " + format + "; at most "
                            + (format.hasLongNumbers() ? longest : NUMBER_LENGTH) + " do");
        }
        String rest = number.substring(NUMBER_LENGTH) + CheckDigit.of(number);
        return new String[] {number.substring(0, NUMBER_LENGTH) + "<", filled(rest, room)};
    }

    private static String birthDate(BirthDate date) {
        return (date.year() == 0 ? "<<" : two(date.year() % 100))
                + (date.month() == 0 ? "<<" : two(date.month()))
                + (date.day() == 0 ? "<<" : two(date.day()));
    }

    private static String endDate(LocalDate date) {
        return two(date.getYear() % 100) + two(date.getMonthValue()) + two(date.getDayOfMonth());
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static String checked(String text) {
        return text + CheckDigit.of(text);
    }

    private static String filled(String text, int length) {
        return text + "<".repeat(length - text.length());
    }
}
