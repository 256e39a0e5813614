package org.stayseal.spec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;

/**
 * What a code says of a document and its holder, to be compared with a zone of that document (VER-46).
 *
 * @param number of the document, where the code says it
 * @param cutAtNine whether the code has room for nine characters of it only, as a seal's feature has
 * @param issuer the document's issuing State, where the code says it
 * @param name of the holder, where there is one that can be compared
 * @param birthDate YYMMDD, an unknown part as {@code <<}
 */
record Identity(
        Optional<String> number,
        boolean cutAtNine,
        Optional<String> issuer,
        Optional<ComparableName> name,
        Optional<String> birthDate) {

    private static final int ROOM = 9;
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
    private static final String UNKNOWN = "<<";

    /** Whether there is a field, or a part of the birth date, that both know (VER-49). */
    boolean saysSomethingOf(Mrz zone) {
        return number.isPresent()
                || issuer.isPresent()
                || name.isPresent()
                || birthDate
                        .filter(own -> shareAPart(own, zone.birthDateField()))
                        .isPresent();
    }

    /** The fields in which the zone contradicts, in words for the evidence; empty if none does. */
    List<String> contradictions(Mrz zone) {
        List<String> fields = new ArrayList<>();
        if (number.filter(own -> !sameNumber(own, zone)).isPresent()) {
            fields.add("document number");
        }
        if (issuer.filter(own -> !own.equals(zone.issuer())).isPresent()) {
            fields.add("issuing State");
        }
        if (name.filter(own -> !own.agreesWith(ComparableName.of(zone))).isPresent()) {
            fields.add("name");
        }
        if (birthDate.filter(own -> !sameDate(own, zone.birthDateField())).isPresent()) {
            fields.add("birth date");
        }
        return fields;
    }

    /** A full date as a zone writes it. */
    static String birthDate(BirthDate date) {
        String digits = date.digits();
        String year = date.year() == 0 ? UNKNOWN : digits.substring(2, 4);
        return year + part(digits.substring(4, 6)) + part(digits.substring(6));
    }

    private static String part(String digits) {
        return digits.equals("00") ? UNKNOWN : digits;
    }

    private boolean sameNumber(String own, Mrz zone) {
        String here = own.replaceAll("[< ]", "");
        String there = zone.documentNumber().replaceAll("[< ]", "");
        return here.equals(there)
                || cutAtNine && here.length() == ROOM && there.startsWith(here)
                || !zone.format().hasLongNumbers() && there.length() == ROOM && here.startsWith(there);
    }

    private static boolean shareAPart(String one, String other) {
        for (int i = 0; i < 6; i += 2) {
            if (!one.startsWith(UNKNOWN, i) && !other.startsWith(UNKNOWN, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameDate(String one, String other) {
        for (int i = 0; i < 6; i += 2) {
            String a = one.substring(i, i + 2);
            String b = other.substring(i, i + 2);
            boolean unknown = a.equals(UNKNOWN) || b.equals(UNKNOWN);
            if (!unknown && !(a.equals(b) && TWO_DIGITS.matcher(a).matches())) {
                return false;
            }
        }
        return true;
    }
}
