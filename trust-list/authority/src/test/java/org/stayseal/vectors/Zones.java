package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Sex;

/** A zone as it is printed, one field changed at a time; check digits are made anew. */
record Zones(MrzFormat format, MrzContent content) {

    /** What is printed on the permit of {@link UtopianVectors#permit()}. */
    static Zones permit() {
        return new Zones(MrzFormat.TD2, MrzContent.of(UtopianVectors.permit().made(), "AR"));
    }

    /** The passport that this permit goes with. */
    static Zones passport() {
        return permit().format(MrzFormat.TD3)
                .code("P")
                .issuer("XXB")
                .number("P4711001")
                .birth(new BirthDate(1985, 3, 12))
                .end(LocalDate.of(2031, 1, 31));
    }

    /** The visa of {@link HolderVectors#visa}. */
    static Zones visa(MrzFormat format) {
        return permit().format(format).code("V").number("V12345678").birth(new BirthDate(1985, 3, 12));
    }

    String text() {
        return String.join("\n", Mrz.of(format, content).lines());
    }

    /** With one character replaced and its check digits left as they are. */
    String text(int line, int at, char character) {
        return with(text(), line, at, character);
    }

    static String with(String text, int line, int at, char character) {
        String[] lines = text.split("\n", -1);
        StringBuilder changed = new StringBuilder(lines[line]);
        changed.setCharAt(at, character);
        lines[line] = changed.toString();
        return String.join("\n", lines);
    }

    Zones format(MrzFormat other) {
        return new Zones(other, content);
    }

    Zones code(String code) {
        return change(c -> of(c, code, c.issuer(), c.documentNumber(), c.birthDate(), c.endDate()));
    }

    Zones issuer(String issuer) {
        return change(c -> of(c, c.documentCode(), issuer, c.documentNumber(), c.birthDate(), c.endDate()));
    }

    Zones number(String number) {
        return change(c -> of(c, c.documentCode(), c.issuer(), number, c.birthDate(), c.endDate()));
    }

    Zones birth(BirthDate birth) {
        return change(c -> of(c, c.documentCode(), c.issuer(), c.documentNumber(), birth, c.endDate()));
    }

    Zones end(LocalDate end) {
        return change(c -> of(c, c.documentCode(), c.issuer(), c.documentNumber(), c.birthDate(), end));
    }

    Zones nationality(String code) {
        return change(c -> new MrzContent(
                c.documentCode(),
                c.issuer(),
                c.documentNumber(),
                new Nationality(code),
                c.birthDate(),
                c.sex(),
                c.endDate(),
                c.surname(),
                c.givenNames()));
    }

    Zones sex(Sex sex) {
        return change(c -> new MrzContent(
                c.documentCode(),
                c.issuer(),
                c.documentNumber(),
                c.nationality(),
                c.birthDate(),
                sex,
                c.endDate(),
                c.surname(),
                c.givenNames()));
    }

    Zones name(String surname, String givenNames) {
        return change(c -> new MrzContent(
                c.documentCode(),
                c.issuer(),
                c.documentNumber(),
                c.nationality(),
                c.birthDate(),
                c.sex(),
                c.endDate(),
                surname,
                Optional.of(givenNames)));
    }

    private Zones change(UnaryOperator<MrzContent> change) {
        return new Zones(format, change.apply(content));
    }

    private static MrzContent of(
            MrzContent c, String code, String issuer, String number, BirthDate birth, LocalDate end) {
        return new MrzContent(code, issuer, number, c.nationality(), birth, c.sex(), end, c.surname(), c.givenNames());
    }
}
