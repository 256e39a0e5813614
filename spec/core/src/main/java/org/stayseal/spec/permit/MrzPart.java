package org.stayseal.spec.permit;

/** A part of a machine readable zone, as evidence names it (VER-44). */
public enum MrzPart {
    DOCUMENT_CODE("document code"),
    ISSUER("issuing State"),
    NAME("name"),
    DOCUMENT_NUMBER("document number"),
    NATIONALITY("nationality"),
    BIRTH_DATE("birth date"),
    SEX("sex"),
    END_DATE("end date"),
    OPTIONAL_DATA("optional data"),
    CHECK_DIGITS("check digits");

    private final String words;

    MrzPart(String words) {
        this.words = words;
    }

    /** In English, for the evidence. */
    public String words() {
        return words;
    }

    /** The part of a format that stands at a character of a line, both from 0. */
    static MrzPart at(MrzFormat format, int line, int character) {
        if (line == 0 && character < 2) {
            return DOCUMENT_CODE;
        }
        if (line == 0 && character < 5) {
            return ISSUER;
        }
        if (format.name.has(line, character)) {
            return NAME;
        }
        if (format.number.has(line, character)) {
            return DOCUMENT_NUMBER;
        }
        if (format.nationality.has(line, character)) {
            return NATIONALITY;
        }
        if (format.birthDate.has(line, character)) {
            return BIRTH_DATE;
        }
        if (format.sex.has(line, character)) {
            return SEX;
        }
        if (format.endDate.has(line, character)) {
            return END_DATE;
        }
        boolean digit = format.number.next().has(line, character)
                || format.birthDate.next().has(line, character)
                || format.endDate.next().has(line, character)
                || format == MrzFormat.TD3 && format.optional.next().has(line, character)
                || format.hasComposite() && line == 1 && character == format.lineLength() - 1;
        // What is left is optional data: in TD1 there are two places for it.
        return digit ? CHECK_DIGITS : OPTIONAL_DATA;
    }
}
