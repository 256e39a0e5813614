package org.stayseal.spec.idb;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.permit.Mrz;

/**
 * What a code says, by the table of its country.
 *
 * @param type name of the kind of document in scopes of signers: {@code IDB-86-0E}, {@code IDB-01} (IDB-40)
 * @param document the kind of document, if it is listed
 * @param values by the names of the table, in its order; those of features inside a message as {@code visa.durationOfStay}. An MRZ has line ends, the face and other bytes are in hexadecimal
 * @param zones the machine readable zones, the document's own first (IDB-26)
 * @param lastDay the document's last day, that day included, in the country's time zone (IDB-24)
 * @param face the face as received, JPEG 2000, not decoded (IDB-19)
 * @param unknown what has no row: {@code message 70}, {@code visa.feature 09}, in hexadecimal
 * @param deviations what only the tolerant reading lets pass, those of the decoder included
 */
public record IdbContent(
        String type,
        Optional<IdbDocument> document,
        Map<String, String> values,
        List<Mrz> zones,
        Optional<LocalDate> lastDay,
        Optional<byte[]> face,
        Map<String, String> unknown,
        Set<IdbDeviation> deviations) {

    public IdbContent {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
        deviations = deviations.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(deviations));
        face = face.map(byte[]::clone);
        zones = List.copyOf(zones);
    }

    @Override
    public Optional<byte[]> face() {
        return face.map(byte[]::clone);
    }

    /** The machine readable zone of the document (IDB-26). */
    public Optional<Mrz> mrz() {
        return zones.stream().findFirst();
    }

    /** The value of this name. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The type only: the values are about a person. */
    @Override
    public String toString() {
        return "content of " + type;
    }
}
