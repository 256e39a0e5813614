package org.stayseal.spec.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.permit.Mrz;

/**
 * What a code says of a document and its holder, to be compared with a zone of that document (VER-46).
 *
 * @param number of the document, where the code says it
 * @param cutAtNine whether the code has room for nine characters of it only, as a seal's feature has
 * @param issuer the document's issuing State, where the code says it
 * @param bearer its holder
 */
record Identity(Optional<String> number, boolean cutAtNine, Optional<String> issuer, Bearer bearer) {

    private static final int ROOM = 9;

    /** Whether there is a field, or a part of the birth date, that both know (VER-49). */
    boolean saysSomethingOf(Mrz zone) {
        return number.isPresent() || issuer.isPresent() || bearer.canBeComparedWith(zone);
    }

    /** The fields in which the zone contradicts, in words for the evidence; empty if none does. */
    List<String> contradictions(Mrz zone) {
        List<String> fields = new ArrayList<>();
        if (contradictsNumber(zone)) {
            fields.add("document number");
        }
        if (issuer.filter(own -> !own.equals(zone.issuer())).isPresent()) {
            fields.add("issuing State");
        }
        if (bearer.contradictsName(zone)) {
            fields.add("name");
        }
        if (bearer.contradictsBirthDate(zone)) {
            fields.add("birth date");
        }
        return fields;
    }

    /** Whether the zone is of another document that the same State gave the same person (VER-51). */
    boolean isAnotherDocumentOfTheSamePerson(Mrz zone) {
        return contradictsNumber(zone)
                && issuer.filter(own -> own.equals(zone.issuer())).isPresent()
                && bearer.fitsPersonOf(zone);
    }

    private boolean contradictsNumber(Mrz zone) {
        return number.filter(own -> !sameNumber(own, zone)).isPresent();
    }

    private boolean sameNumber(String own, Mrz zone) {
        String here = own.replaceAll("[< ]", "");
        String there = zone.documentNumber().replaceAll("[< ]", "");
        return here.equals(there)
                || cutAtNine && here.length() == ROOM && there.startsWith(here)
                || !zone.format().hasLongNumbers() && there.length() == ROOM && here.startsWith(there);
    }
}
