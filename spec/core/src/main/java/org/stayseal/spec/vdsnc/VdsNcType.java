package org.stayseal.spec.vdsnc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;

/**
 * One type of VDS-NC, a row of {@code vds-nc-types.json} (NC-15).
 *
 * @param type the member {@code t}: {@code uto.residence-permit}
 * @param name what to call it, in English
 * @param country the one country that issues it, if it is one country's
 * @param national whether it is a type of its country, not one of ICAO's
 * @param versions those that the row is for
 * @param documentCode the code that a certificate which names document types must name
 * @param grants what it gives
 * @param answers the purposes that it answers, where it gives something
 * @param fields the members of its content; none for a type whose content is only shown
 */
public record VdsNcType(
        String type,
        String name,
        Optional<String> country,
        boolean national,
        Set<Integer> versions,
        Optional<String> documentCode,
        Grants grants,
        Set<Purpose> answers,
        List<FieldRule> fields) {

    /** What a type gives (NC-18). */
    public enum Grants {
        /** Nothing that concerns residence. */
        NONE,
        /** What the category in its content gives. */
        CATEGORY
    }

    public VdsNcType {
        versions = Set.copyOf(versions);
        answers = Set.copyOf(answers);
        fields = List.copyOf(fields);
        if (grants == Grants.CATEGORY) {
            requireFields(type, fields);
        }
    }

    /** Whether its content is a residence permit, to be read by its fields; any other content is only shown. */
    public boolean isResidencePermit() {
        return grants == Grants.CATEGORY;
    }

    private static void requireFields(String type, List<FieldRule> fields) {
        PermitContent.required().forEach((name, form) -> {
            if (fields.stream()
                    .noneMatch(rule -> rule.name().equals(name) && rule.form() == form && rule.mandatory())) {
                throw new IllegalArgumentException(type + " does not demand " + name);
            }
        });
        if (fields.stream()
                .anyMatch(
                        rule -> rule.name().equals("workConditions") && rule.max() > WorkRight.CONDITIONS_MAX_BYTES)) {
            throw new IllegalArgumentException(type + " has room for conditions of work that no permit has");
        }
    }
}
