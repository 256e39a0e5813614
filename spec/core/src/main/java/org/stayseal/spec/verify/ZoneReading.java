package org.stayseal.spec.verify;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzField;

/** A zone that was given beside a code: read, or why it could not be (VER-44, VER-45). */
sealed interface ZoneReading {

    record Read(Mrz zone) implements ZoneReading {}

    record Unfit(String why) implements ZoneReading {}

    /** Tolerant of how it is typed (VDS-37), strict about check digits. */
    static ZoneReading of(String text) {
        try {
            Mrz zone = Mrz.parse(text);
            return zone.faults().isEmpty() ? new Read(zone) : new Unfit(wrongDigits(zone.faults()));
        } catch (FormatException e) {
            return new Unfit(e.rule() + ": " + e.getMessage());
        }
    }

    static String wrongDigits(Set<MrzField> faults) {
        return "wrong check digit: "
                + faults.stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
