package org.stayseal.spec.vds;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.permit.Mrz;

/**
 * What a seal of a known type says.
 *
 * @param profile the type
 * @param values by the names of the profile, in its order. An MRZ has line ends; a duration is {@code P160D}, {@code until-end-date}, {@code decided-at-border} or
 *     {@code transit}; bytes are in hexadecimal
 * @param mrz the machine readable zone, if the type has one
 * @param lastDay the document's last day, that day included, in the country's time zone; empty where the type names none (VDS-21)
 * @param unknown features that the profile does not list: {@code UNKNOWN_FEATURE}, the seal stays good (VDS-20)
 */
public record SealContent(
        Profile profile,
        Map<String, String> values,
        Optional<Mrz> mrz,
        Optional<LocalDate> lastDay,
        List<SealFeature> unknown) {

    public SealContent {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unknown = List.copyOf(unknown);
    }

    /** The value of this name. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The type only: the values are about a person. */
    @Override
    public String toString() {
        return "content of " + profile.id();
    }
}
