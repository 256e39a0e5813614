package org.stayseal.mutants;

import java.util.List;
import org.stayseal.spec.permit.MrzFormat;

/**
 * What stands in a machine readable zone, field by field, and written with right check digits, whatever the characters: the encoder of {@code spec} would refuse most of what a mutant wants.
 *
 * @param number as long as it is; what is too long for its field runs over where the format lets it (VDS-33)
 * @param name both identifiers as the zone has them, cut or filled when written
 */
record Fields(
        String code,
        String issuer,
        String number,
        String nationality,
        String birth,
        String sex,
        String end,
        String optional,
        String name) {

    private static final int NUMBER = 9;

    /** Of the lines of a zone; a seal's visa may lack the end of its second line. */
    static Fields of(String zone) {
        List<String> lines = zone.lines().toList();
        String one = lines.get(0);
        String two = lines.get(1);
        return lines.size() == 3
                ? new Fields(
                        one.substring(0, 2),
                        one.substring(2, 5),
                        one.substring(5, 14),
                        two.substring(15, 18),
                        two.substring(0, 6),
                        two.substring(7, 8),
                        two.substring(8, 14),
                        one.substring(15),
                        lines.get(2))
                : new Fields(
                        one.substring(0, 2),
                        one.substring(2, 5),
                        two.substring(0, NUMBER),
                        two.substring(10, 13),
                        two.substring(13, 19),
                        two.substring(20, 21),
                        two.substring(21, 27),
                        two.substring(28, two.length() - 1),
                        one.substring(5));
    }

    String text(MrzFormat format) {
        boolean isLong = number.length() > NUMBER && format.hasLongNumbers();
        String field = filled(number, NUMBER);
        String digit = isLong ? "<" : digit(field);
        String rest = isLong ? number.substring(NUMBER) + digit(number) : optional;
        String born = filled(birth, 6);
        String last = filled(end, 6);
        String start = filled(code, 2) + filled(issuer, 3);
        String dates = born + digit(born) + filled(sex, 1) + last + digit(last);
        int length = format.lineLength();
        if (format == MrzFormat.TD1) {
            String one = start + field + digit + filled(rest, 15);
            String two = dates + filled(nationality, 3) + filled("", 11);
            String checked = one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18, 29);
            return one + "\n" + two + digit(checked) + "\n" + filled(name, length);
        }
        String one = start + filled(name, length - 5);
        String two = field + digit + filled(nationality, 3) + dates;
        switch (format) {
            case TD2 -> two += filled(rest, 7);
            case TD3 -> two += filled(rest, 14) + digit(filled(rest, 14));
            default -> {
                return one + "\n" + two + filled(rest, length - 28);
            }
        }
        String checked = two.substring(0, 10) + two.substring(13, 20) + two.substring(21);
        return one + "\n" + two + digit(checked);
    }

    private static String filled(String text, int length) {
        return (text + "<".repeat(length)).substring(0, length);
    }

    /** VDS-31; a character that no zone has counts as nothing. */
    private static String digit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += List.of(7, 3, 1).get(i % 3) * Math.max(0, Character.digit(text.charAt(i), 36));
        }
        return String.valueOf(sum % 10);
    }
}
