package org.stayseal.issuer.pages;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.carrier.CarrierCode;
import org.stayseal.issuer.carrier.Labels;
import org.stayseal.issuer.carrier.Revealed;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.PermitDraft;

/**
 * What one code shows, in the words that are printed beside it: for an officer, before an application is decided and on the permit's page.
 *
 * @param key of the code
 * @param shows the names of its fields, joined by commas
 * @param photo whether the photo is among them
 */
record CodeContent(String key, String shows, boolean photo) {

    /** The five codes of a permit as it is recorded. */
    static List<CodeContent> of(IssuedPermit permit) {
        return all(permit.choices(), PermitDraft.of(permit.permit()).values().keySet());
    }

    /** The five codes that this application would have if it were approved now. */
    static List<CodeContent> of(ApplicationForm form, boolean hasPhoto, Disclosure.Choices choices) {
        Set<Field> has = EnumSet.copyOf(PermitDraft.required());
        for (Field field : Field.values()) {
            if (!form.text(field.key()).isEmpty()) {
                has.add(field);
            }
        }
        if (hasPhoto) {
            has.add(Field.PHOTO);
        }
        return all(choices, has);
    }

    private static List<CodeContent> all(Disclosure.Choices choices, Set<Field> has) {
        Labels labels = Labels.of(Locale.ENGLISH);
        return Arrays.stream(CarrierCode.values())
                .map(code -> new CodeContent(
                        code.key(),
                        Revealed.labelKeys(code, choices, has).stream()
                                .map(key -> labels.words(key).english())
                                .collect(Collectors.joining(", ")),
                        has.contains(Field.PHOTO)
                                && code.purpose()
                                        .filter(choices.photoFor()::contains)
                                        .isPresent()))
                .toList();
    }
}
