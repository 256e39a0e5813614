package org.stayseal.spec.vds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One type of document: a row of {@code profiles.json} (VDS-18). Made by {@link Profiles} only.
 *
 * @param id the name in the registry, {@code uto-residence-permit}
 * @param country code of the machine readable zone, or {@code *} for any
 * @param reference document feature definition reference
 * @param category document type category
 * @param name in English
 * @param versions of the seal format that it comes in
 * @param closed whether a feature that is not listed makes the seal wrong
 * @param grants what the document gives
 * @param words key of the words for it in the message files
 * @param expiresByMrz whether the document ends at the end date of its machine readable zone
 * @param oneOf groups of tags of which a seal has exactly one each
 */
public record Profile(
        String id,
        String country,
        int reference,
        int category,
        String name,
        Set<Integer> versions,
        boolean closed,
        Grants grants,
        String words,
        boolean expiresByMrz,
        List<Set<Integer>> oneOf,
        List<FeatureRule> rules) {

    /** Stands for any country. */
    static final String ANY = "*";

    public Profile {
        versions = Set.copyOf(versions);
        oneOf = oneOf.stream().map(Set::copyOf).toList();
        rules = List.copyOf(rules);
        if (rules.stream().map(FeatureRule::tag).distinct().count() != rules.size()) {
            throw new IllegalArgumentException(id + ": a tag comes twice");
        }
    }

    /** Reference and category as four upper-case hexadecimal digits: {@code FB06}. */
    public String type() {
        return String.format(Locale.ROOT, "%02X%02X", reference, category);
    }

    /** Names of all values that a seal of this type can have. */
    public List<String> valueNames() {
        return rules.stream().map(FeatureRule::name).distinct().toList();
    }

    Optional<FeatureRule> rule(int tag) {
        return rules.stream().filter(r -> r.tag() == tag).findFirst();
    }
}
