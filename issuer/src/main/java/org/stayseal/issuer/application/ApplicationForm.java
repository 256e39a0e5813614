package org.stayseal.issuer.application;

import org.jspecify.annotations.Nullable;

/**
 * The form as it came, before anything in it is believed: every field may be missing, and every field is text, so that a wrong one is
 * answered by name. {@link FormReader} says what each must be.
 *
 * <p>JSON names are the component names; a page's field {@code person.surname} is the component {@code surname} of {@code person}.
 *
 * @param person who the permit is for
 * @param permit the right that is asked for
 * @param travelDocument the passport, optional as a whole
 */
public record ApplicationForm(
        @Nullable PersonForm person,
        @Nullable PermitForm permit,
        @Nullable TravelDocumentForm travelDocument) {

    /**
     * The person.
     *
     * @param surname as in the passport, Latin letters; optional when there is a given name
     * @param givenNames Latin letters, separated by spaces; optional when there is a surname
     * @param nameInOwnScript the whole name in its own script, optional
     * @param language BCP 47 tag of the own script's language, such as {@code uk}; with {@code nameInOwnScript}
     * @param birthDate {@code YYYY-MM-DD}; an unknown month or day is {@code 00}, an unknown year {@code 0000}
     * @param birthPlace optional
     * @param sex {@code F}, {@code M} or {@code X}
     * @param nationality three letters as in the machine readable zone, such as {@code UKR}, {@code XXA} (stateless)
     * @param personalNumber optional
     * @param photo base64 of a JPEG, PNG or WebP portrait, 2 MiB at most; optional
     */
    public record PersonForm(
            @Nullable String surname,
            @Nullable String givenNames,
            @Nullable String nameInOwnScript,
            @Nullable String language,
            @Nullable String birthDate,
            @Nullable String birthPlace,
            @Nullable String sex,
            @Nullable String nationality,
            @Nullable String personalNumber,
            @Nullable String photo) {}

    /**
     * The right.
     *
     * @param category name of a category of {@code spec/registry/categories.json}, such as {@code temporary-protection}
     * @param validFrom {@code YYYY-MM-DD}
     * @param validUntil {@code YYYY-MM-DD} or {@code unlimited}
     * @param documentUntil last day of the document, ten years after {@code validFrom} at most; optional: the earlier of
     *     {@code validUntil} and ten years
     * @param work {@code none}, {@code any}, {@code conditions} (with conditions) or {@code separate-permit}
     * @param selfEmployment {@code none} or {@code allowed}; optional
     * @param study {@code none} or {@code allowed}; optional
     * @param legalGround a reference, not prose; optional
     * @param placeOfIssue optional
     * @param remarks optional
     * @param liveOnly {@code true}: not to be accepted without a fresh proof by the holder; optional
     */
    public record PermitForm(
            @Nullable String category,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String documentUntil,
            @Nullable GrantForm work,
            @Nullable GrantForm selfEmployment,
            @Nullable GrantForm study,
            @Nullable String legalGround,
            @Nullable String placeOfIssue,
            @Nullable String remarks,
            @Nullable Boolean liveOnly) {}

    /**
     * What is allowed.
     *
     * @param right the word for it, see {@link PermitForm}
     * @param conditions the words printed beside it
     */
    public record GrantForm(
            @Nullable String right, @Nullable String conditions) {}

    /**
     * The passport or its like.
     *
     * @param number letters and digits, 20 at most
     * @param issuer three letters as in the machine readable zone
     * @param expires {@code YYYY-MM-DD}, optional
     */
    public record TravelDocumentForm(
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String expires) {}
}
