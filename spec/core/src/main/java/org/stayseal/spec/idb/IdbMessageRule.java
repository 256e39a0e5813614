package org.stayseal.spec.idb;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.vds.FeatureRule;

/**
 * What the table says about one message (IDB-17).
 *
 * @param tag 0 to 254
 * @param countries whose message it is; {@code *} for all
 * @param name under which its value is shown: {@code documentNumber}
 * @param coding how its value is written
 * @param minBytes shortest value
 * @param maxBytes longest value
 * @param feature for {@link IdbCoding#FEATURE}: how its value is written, as a seal's feature would be
 * @param features for {@link IdbCoding#FEATURES}: what is inside
 * @param oneOf groups of tags of these features of which exactly one is there
 */
public record IdbMessageRule(
        int tag,
        Set<String> countries,
        String name,
        IdbCoding coding,
        int minBytes,
        int maxBytes,
        Optional<FeatureRule> feature,
        List<FeatureRule> features,
        List<Set<Integer>> oneOf) {

    /** Stands for any country. */
    static final String ANY = "*";

    public IdbMessageRule {
        countries = Set.copyOf(countries);
        features = List.copyOf(features);
        oneOf = oneOf.stream().map(Set::copyOf).toList();
        if (tag < 0 || tag > 0xFE || minBytes < 0 || maxBytes < minBytes) {
            throw new IllegalArgumentException(name + ": tag or lengths are impossible");
        }
        if ((coding == IdbCoding.FEATURE) != feature.isPresent()
                || (coding == IdbCoding.FEATURES) == features.isEmpty()) {
            throw new IllegalArgumentException(name + ": its coding and its features contradict each other");
        }
    }

    boolean isOf(String country) {
        return countries.contains(ANY) || countries.contains(country);
    }
}
