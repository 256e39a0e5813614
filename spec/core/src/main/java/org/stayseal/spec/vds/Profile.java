package org.stayseal.spec.vds;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One type of document: a row of {@code profiles.json} or of an authority's own file (VDS-18). A row that contradicts itself is refused.
 *
 * @param id the name in the registry, {@code uto-residence-permit}
 * @param country code of the machine readable zone, or {@code *} for any
 * @param reference document feature definition reference
 * @param category document type category
 * @param uuid of a profile of TR-03171 that feature 00 names, 32 hexadecimal digits with hyphens; empty: whatever it names
 * @param name in English
 * @param versions of the seal format that it comes in
 * @param writable whether new seals are made of it
 * @param closed whether a feature that is not listed makes the seal wrong
 * @param grants what the document gives
 * @param expiry the feature that holds the document's last day
 * @param documentCodes what the document code of the zone begins with in new seals; empty: anything
 * @param dataMatrix modules at a side of the largest DataMatrix that the document has room for
 * @param oneOf groups of tags of which a seal has exactly one each
 */
public record Profile(
        String id,
        String country,
        int reference,
        int category,
        Optional<String> uuid,
        String name,
        Set<Integer> versions,
        boolean writable,
        boolean closed,
        Grants grants,
        Optional<String> expiry,
        List<String> documentCodes,
        OptionalInt dataMatrix,
        List<Set<Integer>> oneOf,
        List<FeatureRule> rules) {

    /** Stands for any country. */
    static final String ANY = "*";

    /** Where seals of TR-03171 name their profile. */
    static final int UUID_TAG = 0;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}|\\*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z<]?");
    private static final int LONGEST_OF_VERSION_3 = 254;

    public Profile {
        versions = Set.copyOf(versions);
        documentCodes = List.copyOf(documentCodes);
        oneOf = oneOf.stream().map(Set::copyOf).toList();
        rules = List.copyOf(rules);
        require(ID.matcher(id).matches(), "id is small letters, digits and hyphens");
        require(COUNTRY.matcher(country).matches(), "country is the code of the machine readable zone without fillers");
        require(
                reference >= 0 && reference <= 0xFF && category >= 0 && category <= 0xFF,
                "reference and category are one byte each");
        require(!name.isBlank() && name.length() <= 100, "name is 1 to 100 characters");
        require(
                !versions.isEmpty() && versions.stream().allMatch(v -> v >= (writable ? 3 : 1) && v <= 4),
                "versions are 3 and 4; 1 and 2, which vendors use, only with write false");
        require(
                dataMatrix.isEmpty() || DataMatrixCapacity.exists(dataMatrix.getAsInt()),
                "dataMatrix is no side of a square DataMatrix");
        checkRules(versions, rules, oneOf);
        checkReferences(uuid, expiry, documentCodes, oneOf, rules);
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

    private static void checkRules(Set<Integer> versions, List<FeatureRule> rules, List<Set<Integer>> oneOf) {
        require(!rules.isEmpty(), "there are no features");
        Set<Integer> tags = new HashSet<>();
        Set<Integer> grouped = new HashSet<>();
        for (FeatureRule rule : rules) {
            require(tags.add(rule.tag()), "tag " + String.format(Locale.ROOT, "%02X", rule.tag()) + " comes twice");
            require(
                    !versions.contains(3) || rule.maxBytes() <= LONGEST_OF_VERSION_3,
                    "feature " + rule.name() + " is longer than version 3 can say");
        }
        for (Set<Integer> group : oneOf) {
            require(group.size() > 1 && tags.containsAll(group), "oneOf names two or more tags that are listed");
            require(group.stream().allMatch(grouped::add), "a tag is in oneOf twice");
            require(
                    rules.stream().noneMatch(r -> r.mandatory() && group.contains(r.tag())),
                    "a feature of oneOf cannot be mandatory too");
        }
        for (FeatureRule rule : rules) {
            for (FeatureRule other : rules) {
                require(
                        rule == other
                                || !rule.name().equals(other.name())
                                || oneOf.stream().anyMatch(g -> g.contains(rule.tag()) && g.contains(other.tag())),
                        "two features are called " + rule.name());
            }
        }
        require(
                rules.stream()
                                .filter(r -> r.mrz().isPresent())
                                .map(FeatureRule::name)
                                .distinct()
                                .count()
                        <= 1,
                "there is more than one machine readable zone");
    }

    private static void checkReferences(
            Optional<String> uuid,
            Optional<String> expiry,
            List<String> documentCodes,
            List<Set<Integer>> oneOf,
            List<FeatureRule> rules) {
        if (uuid.isPresent()) {
            require(UUID.matcher(uuid.get()).matches(), "uuid is 32 small hexadecimal digits with hyphens");
            require(
                    rules.stream()
                            .anyMatch(r -> r.tag() == UUID_TAG && r.coding() == FeatureCoding.UUID && r.mandatory()),
                    "a profile of a uuid has it as mandatory feature 00");
        }
        if (expiry.isPresent()) {
            List<FeatureRule> holders =
                    rules.stream().filter(r -> r.name().equals(expiry.get())).toList();
            require(
                    !holders.isEmpty()
                            && holders.stream().allMatch(r -> switch (r.coding()) {
                                case DAY, PERIOD -> true;
                                case MRZ -> r.mandatory() || oneOf.stream().anyMatch(g -> g.contains(r.tag()));
                                default -> false;
                            }),
                    "expiry names a feature that is a day, a period, or a zone that is always there");
        }
        require(
                documentCodes.isEmpty() || rules.stream().anyMatch(r -> r.mrz().isPresent()),
                "documentCodes stand with a machine readable zone");
        require(
                documentCodes.stream().allMatch(c -> CODE.matcher(c).matches()),
                "a document code is one or two letters");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
