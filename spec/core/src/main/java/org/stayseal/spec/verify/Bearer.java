package org.stayseal.spec.verify;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.Sex;

/**
 * Who a code says its holder is, to be compared with a zone (VER-46, VER-51).
 *
 * @param name where there is one that can be compared
 * @param birthDate YYMMDD, an unknown part as {@code <<}
 * @param nationality as in the zone, without fillers
 * @param sex where the code says it
 */
record Bearer(
        Optional<ComparableName> name, Optional<String> birthDate, Optional<String> nationality, Optional<Sex> sex) {

    private static final String UNKNOWN = "<<";
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
    /** What stands for a nationality and names no State: stateless, refugees, unspecified, nothing. */
    private static final Set<String> NO_STATE = Set.of("XXA", "XXB", "XXC", "XXX", "");

    /** A code that says nothing of its holder. */
    static final Bearer UNNAMED = new Bearer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whose zone it is. */
    static Bearer of(Mrz zone) {
        return new Bearer(
                Optional.of(ComparableName.of(zone)),
                Optional.of(zone.birthDateField()),
                Optional.of(zone.nationality()),
                zone.sex());
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

    /** Whether the zone has another name. */
    boolean contradictsName(Mrz zone) {
        return name.filter(own -> !own.agreesWith(ComparableName.of(zone))).isPresent();
    }

    /** Whether the zone has another birth date, as far as both know it. */
    boolean contradictsBirthDate(Mrz zone) {
        return birthDate.filter(own -> !sameDate(own, zone.birthDateField())).isPresent();
    }

    /** Whether there is a name, or a part of the birth date, that both know (VER-49). */
    boolean canBeComparedWith(Mrz zone) {
        return name.isPresent() || sharesPart(zone, 0) || sharesPart(zone, 2) || sharesPart(zone, 4);
    }

    /** Whether everything that both say of the person fits, and that is enough to take a passport for a newer one of the same person (VER-51, 2 to 4). */
    boolean fitsPersonOf(Mrz zone) {
        return name.isPresent()
                && sharesPart(zone, 0)
                && !contradictsName(zone)
                && !contradictsBirthDate(zone)
                && nationality
                        .filter(own -> !sameNationality(own, zone.nationality()))
                        .isEmpty()
                && !Set.of(Sex.M, Sex.F).equals(sexes(zone));
    }

    private Set<Sex> sexes(Mrz zone) {
        return Stream.of(sex, zone.sex()).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static boolean sameNationality(String one, String other) {
        return one.equals(other) || NO_STATE.contains(one) || NO_STATE.contains(other);
    }

    private boolean sharesPart(Mrz zone, int at) {
        return birthDate
                .filter(own ->
                        !own.startsWith(UNKNOWN, at) && !zone.birthDateField().startsWith(UNKNOWN, at))
                .isPresent();
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
