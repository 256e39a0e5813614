package org.stayseal.spec.permit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;

/**
 * A machine readable zone as it is printed, and what its fields say (Doc 9303 parts 3 to 7; part 4 of {@code spec/docs/20-vds.md}).
 *
 * <p>The characters are what counts: a zone with wrong check digits is still a zone, and {@link #faults()} names them.
 *
 * @param format the size
 * @param lines as printed, {@code A-Z 0-9 <}, each of the format's length
 */
public record Mrz(MrzFormat format, List<String> lines) {

    private static final String RULE = "VDS-30";
    private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9<]*");
    private static final Pattern DATE = Pattern.compile("[0-9]{6}");
    private static final Pattern PARTIAL_DATE = Pattern.compile("(?:[0-9]{2}|<<){3}");
    private static final int NUMBER_LENGTH = 9;

    public Mrz {
        lines = List.copyOf(lines);
        if (lines.size() != format.lines()) {
            throw new IllegalArgumentException(format + " has " + format.lines() + " lines");
        }
        for (String line : lines) {
            if (line.length() != format.lineLength()
                    || !CHARACTERS.matcher(line).matches()) {
                throw new IllegalArgumentException(
                        "a line of " + format + " is " + format.lineLength() + " characters A to Z, 0 to 9 and <");
            }
        }
    }

    /**
     * A zone from its characters without line ends.
     *
     * @throws FormatException if their number is not the format's, or one is none of {@code A-Z 0-9 <}
     */
    public static Mrz parse(MrzFormat format, String characters) throws FormatException {
        if (characters.length() != format.characters()
                || !CHARACTERS.matcher(characters).matches()) {
            throw FormatException.wrongFormat(
                    RULE, "machine readable zone is not " + format.characters() + " characters A to Z, 0 to 9 and <");
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < format.lines(); i++) {
            lines.add(characters.substring(i * format.lineLength(), (i + 1) * format.lineLength()));
        }
        return new Mrz(format, lines);
    }

    /**
     * A zone as someone typed or scanned it, of any of the formats (VDS-37): in one line or several, in small letters or capitals, with or without spaces.
     *
     * @throws FormatException if it has no format's lines
     */
    public static Mrz parse(String text) throws FormatException {
        return TypedMrz.read(text);
    }

    /** Builds a zone with right check digits. */
    public static Mrz of(MrzFormat format, MrzContent content) {
        return MrzWriter.write(format, content);
    }

    /** All characters, without line ends. */
    public String characters() {
        return String.join("", lines);
    }

    /** One or two characters: {@code AR}, {@code V}. */
    public String documentCode() {
        return unfilled(lines.get(0).substring(0, 2));
    }

    /** The issuing state or organization, {@code UTO}, {@code D}. */
    public String issuer() {
        return unfilled(lines.get(0).substring(2, 5));
    }

    /** The document number, also where it runs over into the optional data (VDS-33). */
    public String documentNumber() {
        String overflow = overflow();
        return unfilled(at(format.number)) + (overflow.isEmpty() ? "" : overflow.substring(0, overflow.length() - 1));
    }

    /** The holder's nationality, {@code UTO}, {@code XXA}. */
    public String nationality() {
        return unfilled(at(format.nationality));
    }

    /** Primary identifier, words parted by spaces. */
    public String surname() {
        return words(at(format.name).split("<<", 2)[0]);
    }

    /** Secondary identifier, words parted by spaces; empty for a person with one name only. */
    public Optional<String> givenNames() {
        String[] parts = at(format.name).split("<<", 2);
        String given = parts.length < 2 ? "" : words(parts[1]);
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    /** The sex, a filler being X; empty if another character stands there. */
    public Optional<Sex> sex() {
        return switch (at(format.sex)) {
            case "M" -> Optional.of(Sex.M);
            case "F" -> Optional.of(Sex.F);
            case "<" -> Optional.of(Sex.X);
            default -> Optional.empty();
        };
    }

    /**
     * The birth date, unknown parts included (VDS-32, VDS-36); empty if what stands there is none.
     *
     * @param issued when the document was issued: nobody was born in a later year
     */
    public Optional<BirthDate> birthDate(LocalDate issued) {
        String text = at(format.birthDate);
        if (!PARTIAL_DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        int year = 0;
        if (text.charAt(0) != '<') {
            int latest = issued.getYear();
            year = latest - Math.floorMod(latest - number(text, 0), 100);
        }
        try {
            return Optional.of(new BirthDate(year, number(text, 2), number(text, 4)));
        } catch (InvalidPermitException e) {
            return Optional.empty();
        }
    }

    /**
     * The document's last day (VDS-36); empty if what stands there is no day of the calendar.
     *
     * @param issued when the document was issued: the last day is within 50 years of it
     */
    public Optional<LocalDate> endDate(LocalDate issued) {
        String text = at(format.endDate);
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        int first = issued.getYear() - 50;
        int year = first + Math.floorMod(number(text, 0) - first, 100);
        try {
            return Optional.of(LocalDate.of(year, number(text, 2), number(text, 4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is guarded by a check digit that is wrong. Empty for a zone as it should be. */
    public Set<MrzField> faults() {
        Set<MrzField> faults = EnumSet.noneOf(MrzField.class);
        String overflow = overflow();
        if (overflow.isEmpty()) {
            check(faults, MrzField.DOCUMENT_NUMBER, at(format.number), at(format.number.next()));
        } else {
            check(faults, MrzField.DOCUMENT_NUMBER, documentNumber(), overflow.substring(overflow.length() - 1));
        }
        check(faults, MrzField.BIRTH_DATE, at(format.birthDate), at(format.birthDate.next()));
        check(faults, MrzField.END_DATE, at(format.endDate), at(format.endDate.next()));
        if (format == MrzFormat.TD3) {
            String optional = at(format.optional);
            String digit = at(format.optional.next());
            // Where there is no optional data, Doc 9303-4 lets a filler stand for its digit.
            if (!digit.equals("<") || !unfilled(optional).isEmpty()) {
                check(faults, MrzField.OPTIONAL_DATA, optional, digit);
            }
        }
        if (format.hasComposite()) {
            String second = lines.get(1);
            check(faults, MrzField.COMPOSITE, composite(format, lines), second.substring(second.length() - 1));
        }
        return faults;
    }

    /**
     * The parts in which another zone of the same format differs, as far as a seal holds them (VER-44); empty if they are equal.
     *
     * @throws IllegalArgumentException if it is of another format
     */
    public Set<MrzPart> differences(Mrz other) {
        if (other.format != format) {
            throw new IllegalArgumentException("zones of two formats have no character in common");
        }
        Set<MrzPart> parts = EnumSet.noneOf(MrzPart.class);
        for (int line = 0; line < format.lines(); line++) {
            int end = line == 1 ? format.secondLineInSeals() : format.lineLength();
            for (int i = 0; i < end; i++) {
                if (lines.get(line).charAt(i) != other.lines.get(line).charAt(i)) {
                    parts.add(MrzPart.at(format, line, i));
                }
            }
        }
        return parts;
    }

    /** Whether the name fills its field to the last character, so that something of it may be missing (VDS-34). */
    public boolean mayLackOfTheName() {
        return !at(format.name).endsWith("<");
    }

    /** The birth date as it stands there, YYMMDD, an unknown part as {@code <<}. */
    public String birthDateField() {
        return at(format.birthDate);
    }

    /** What the composite check digit is made over (VDS-31). */
    static String composite(MrzFormat format, List<String> lines) {
        String second = lines.get(1);
        return format == MrzFormat.TD1
                ? lines.get(0).substring(5)
                        + second.substring(0, 7)
                        + second.substring(8, 15)
                        + second.substring(18, 29)
                : second.substring(0, 10) + second.substring(13, 20) + second.substring(21, format.lineLength() - 1);
    }

    /** The rest of a long document number and its check digit, from the optional data; empty if the number is not long. */
    private String overflow() {
        boolean isLong = format.hasLongNumbers()
                && at(format.number.next()).equals("<")
                && unfilled(at(format.number)).length() == NUMBER_LENGTH;
        if (!isLong) {
            return "";
        }
        String rest = at(format.optional).split("<", 2)[0];
        return rest.length() < 2 ? "" : rest;
    }

    private String at(MrzFormat.Place place) {
        return lines.get(place.line()).substring(place.from(), place.to());
    }

    private static void check(Set<MrzField> faults, MrzField field, String text, String digit) {
        if (CheckDigit.of(text) != digit.charAt(0)) {
            faults.add(field);
        }
    }

    private static int number(String text, int from) {
        return text.charAt(from) == '<' ? 0 : Integer.parseInt(text.substring(from, from + 2));
    }

    private static String unfilled(String text) {
        return text.replaceAll("<+$", "");
    }

    private static String words(String text) {
        return text.replace('<', ' ').strip();
    }

    /** Size only: the zone is about a person. */
    @Override
    public String toString() {
        return "machine readable zone " + format;
    }
}
