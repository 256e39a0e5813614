package org.stayseal.issuer.carrier;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;

/** What a code tells whoever reads it, as keys of {@link Labels}: the disclosure table (CRED-60) in words for a holder. */
public final class Revealed {
    private Revealed() {}

    /**
     * What this code reveals, in the order of {@link Field}.
     *
     * @param choices of the authority, for this permit
     * @param has the fields that the permit has: a code shows nothing of others
     */
    public static Set<String> labelKeys(CarrierCode code, Disclosure.Choices choices, Set<Field> has) {
        Set<String> keys = new LinkedHashSet<>();
        if (code.purpose().isEmpty()) {
            keys.add("field.mrz");
            keys.add("field.travelDocument");
        }
        code.purpose().ifPresent(purpose -> {
            for (Field field : Field.values()) {
                if (has.contains(field) && Disclosure.shows(field, purpose, choices)) {
                    labelKey(field).ifPresent(keys::add);
                }
            }
        });
        return Collections.unmodifiableSet(keys);
    }

    /** The same of a permit that is there. */
    public static Set<String> labelKeys(CarrierCode code, Disclosure.Choices choices, Permit permit) {
        return labelKeys(code, choices, PermitDraft.of(permit).values().keySet());
    }

    /** The label under which a field is printed; parts of a field go under its own, and what no person reads has none. */
    private static Optional<String> labelKey(Field field) {
        return switch (field) {
            case NAME_LANGUAGE, LIVE_ONLY, WORK_CONDITIONS, SELF_EMPLOYMENT_CONDITIONS, STUDY_CONDITIONS ->
                Optional.empty();
            case TRAVEL_DOCUMENT_NUMBER, TRAVEL_DOCUMENT_ISSUER, TRAVEL_DOCUMENT_UNTIL ->
                Optional.of("field.travelDocument");
            default -> Optional.of("field." + field.key());
        };
    }
}
