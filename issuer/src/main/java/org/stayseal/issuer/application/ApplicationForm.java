package org.stayseal.issuer.application;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form as it came, before anything in it is believed: every field as text, by the name that it has in
 * {@code org.stayseal.spec.permit.Field} ({@code surname}, {@code birthDate}, {@code category}, {@code rightFrom} …), with the shapes that
 * {@code PermitDraft} asks for. A JSON application is one flat object of these names; a page's form has inputs of these names.
 *
 * <p>Not taken from an applicant, because the issuer gives them: {@code country}, {@code permitNumber}, {@code authority},
 * {@code issueDate}. Optional here: {@code documentUntil} (else the earlier of {@code rightUntil} and ten years after issue),
 * {@code selfEmployment} and {@code study} (else {@code no}). {@code photo} is base64 of the portrait as taken: JPEG, PNG or WebP, 2 MiB
 * at most; the small picture for the codes is made from it.
 *
 * @param fields names to texts; blank is the same as not given
 */
public record ApplicationForm(Map<String, String> fields) {

    /** Leaves blank fields out. */
    public ApplicationForm {
        Map<String, String> given = new TreeMap<>();
        fields.forEach((name, text) -> {
            if (!text.isBlank()) {
                given.put(name, text);
            }
        });
        fields = Collections.unmodifiableMap(given);
    }

    /** The text of a field, or empty text. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
