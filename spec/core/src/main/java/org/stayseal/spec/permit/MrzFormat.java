package org.stayseal.spec.permit;

/** The sizes of machine readable zone that permits, passports and visas have, and where each field stands (Doc 9303 parts 4 to 7; VDS-30). */
public enum MrzFormat {
    /** Card, three lines of 30 (part 5). */
    TD1(3, 30, at(2, 0, 30), at(0, 5, 14), at(1, 15, 18), at(1, 0, 6), at(1, 7, 8), at(1, 8, 14), at(0, 15, 30)),
    /** Larger document, two lines of 36 (part 6). */
    TD2(2, 36, at(0, 5, 36), at(1, 0, 9), at(1, 10, 13), at(1, 13, 19), at(1, 20, 21), at(1, 21, 27), at(1, 28, 35)),
    /** Passport, two lines of 44 (part 4). */
    TD3(2, 44, at(0, 5, 44), at(1, 0, 9), at(1, 10, 13), at(1, 13, 19), at(1, 20, 21), at(1, 21, 27), at(1, 28, 42)),
    /** Full-page visa, two lines of 44 (part 7). */
    MRV_A(2, 44, at(0, 5, 44), at(1, 0, 9), at(1, 10, 13), at(1, 13, 19), at(1, 20, 21), at(1, 21, 27), at(1, 28, 44)),
    /** Small visa, two lines of 36 (part 7). */
    MRV_B(2, 36, at(0, 5, 36), at(1, 0, 9), at(1, 10, 13), at(1, 13, 19), at(1, 20, 21), at(1, 21, 27), at(1, 28, 36));

    /** A place in the zone: line from 0, first character from 0, and the one after the last. */
    record Place(int line, int from, int to) {
        int length() {
            return to - from;
        }

        boolean has(int line, int character) {
            return line == line() && character >= from && character < to;
        }

        /** The single character after this place, where check digits stand. */
        Place next() {
            return new Place(line, to, to + 1);
        }
    }

    private final int lines;
    private final int lineLength;
    final Place name;
    final Place number;
    final Place nationality;
    final Place birthDate;
    final Place sex;
    final Place endDate;
    /** Optional data, the first of two in TD1. */
    final Place optional;

    MrzFormat(
            int lines,
            int lineLength,
            Place name,
            Place number,
            Place nationality,
            Place birthDate,
            Place sex,
            Place endDate,
            Place optional) {
        this.lines = lines;
        this.lineLength = lineLength;
        this.name = name;
        this.number = number;
        this.nationality = nationality;
        this.birthDate = birthDate;
        this.sex = sex;
        this.endDate = endDate;
        this.optional = optional;
    }

    /** Number of lines. */
    public int lines() {
        return lines;
    }

    /** Characters in a line. */
    public int lineLength() {
        return lineLength;
    }

    /** Characters of the whole zone, without line ends. */
    public int characters() {
        return lines * lineLength;
    }

    /** Whether it is a visa's. */
    public boolean isVisa() {
        return this == MRV_A || this == MRV_B;
    }

    /** Characters of its second line that a seal holds: in visas it ends after the check digit of the end date (Doc 9303-7 9.1.3). */
    public int secondLineInSeals() {
        return isVisa() ? 28 : lineLength;
    }

    /** Whether the zone ends in a composite check digit: visas have none. */
    boolean hasComposite() {
        return !isVisa();
    }

    /** Whether a document number may run over into the optional data (VDS-33). */
    public boolean hasLongNumbers() {
        return this == TD1 || this == TD2;
    }

    private static Place at(int line, int from, int to) {
        return new Place(line, from, to);
    }
}
