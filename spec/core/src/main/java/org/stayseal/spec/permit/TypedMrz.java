package org.stayseal.spec.permit;

import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;

/**
 * A machine readable zone as a person or a camera gives it (VDS-37): tolerant of how it is typed, strict in what comes out.
 *
 * <p>What this does not do: it corrects no character. An O for a 0 is left for the check digits to find.
 */
final class TypedMrz {

    private static final String RULE = "VDS-37";
    /** No zone has more than 90 characters; the rest is room for white space. */
    private static final int MAX_LENGTH = 500;

    private TypedMrz() {}

    static Mrz read(String text) throws FormatException {
        if (text.length() > MAX_LENGTH) {
            throw FormatException.wrongFormat(RULE, "more than " + MAX_LENGTH + " characters are no zone");
        }
        List<String> lines = capitals(text)
                .replace('\t', ' ')
                .lines()
                .map(line -> line.replaceAll("^ +| +$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> closed = lines.stream().map(line -> line.replace(" ", "")).toList();
        Optional<Mrz> zone = zone(closed);
        if (zone.isEmpty()) {
            zone = zone(filled(lines));
        }
        if (zone.isEmpty()) {
            zone = together(String.join("", closed));
        }
        return zone.orElseThrow(() -> FormatException.wrongFormat(RULE, "it has the lines of no format that is read"));
    }

    /** Spaces stand for fillers, and those left out at the end of a line are put back. */
    private static List<String> filled(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return lines.stream()
                .map(line -> line.replace(' ', '<') + "<".repeat(longest - line.length()))
                .toList();
    }

    private static Optional<Mrz> zone(List<String> lines) throws FormatException {
        for (MrzFormat format : MrzFormat.values()) {
            if (lines.size() == format.lines()
                    && lines.stream().allMatch(line -> line.length() == format.lineLength())
                    && format.isVisa() == lines.get(0).startsWith("V")) {
                return Optional.of(Mrz.parse(format, String.join("", lines)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Mrz> together(String characters) throws FormatException {
        for (MrzFormat format : MrzFormat.values()) {
            if (characters.length() == format.characters() && format.isVisa() == characters.startsWith("V")) {
                return Optional.of(Mrz.parse(format, characters));
            }
        }
        return Optional.empty();
    }

    /** The letters a to z as capitals, and no others: a zone has no other letters, whatever the language of the machine. */
    private static String capitals(String text) {
        StringBuilder capitals = new StringBuilder(text);
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            if (c >= 'a' && c <= 'z') {
                capitals.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return capitals.toString();
    }
}
