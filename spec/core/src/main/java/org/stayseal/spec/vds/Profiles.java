package org.stayseal.spec.vds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.RegistryFile;
import tools.jackson.databind.JsonNode;

/**
 * The types of document that are known, from {@code profiles.json}, and the reading of a seal by its type (part 5 of {@code spec/docs/20-vds.md}).
 *
 * <p>Types are data: an authority adds one by a row, encoder and decoder both read it.
 */
public final class Profiles {

    private static final String RULE = "VDS-19";
    private static final Profiles STANDARD = new Profiles(RegistryFile.read("profiles.json"));

    private final List<Profile> all;

    private Profiles(JsonNode file) {
        all = ProfileFile.read(file);
        Set<String> keys = new HashSet<>();
        for (Profile profile : all) {
            if (!keys.add(profile.id()) || !keys.add(profile.country() + " " + profile.type())) {
                throw new IllegalArgumentException("profiles.json has " + profile.id() + " or its type twice");
            }
        }
    }

    /** Those of the registry in this jar. */
    public static Profiles standard() {
        return STANDARD;
    }

    /**
     * Those of another file of the same form.
     *
     * @throws IllegalArgumentException if it contradicts itself
     */
    public static Profiles of(JsonNode file) {
        return new Profiles(file);
    }

    /** All types, in the file's order. */
    public List<Profile> all() {
        return all;
    }

    /** The type of this name, {@code uto-residence-permit}. */
    public Optional<Profile> byId(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The type of a seal with this country, reference and category: the country's own before one of any country. */
    public Optional<Profile> find(String country, int reference, int category) {
        return find(country, country, reference, category).or(() -> find(Profile.ANY, country, reference, category));
    }

    /** The type of this seal; empty if it is not known: then its features are only shown (VDS-18). */
    public Optional<Profile> find(Seal seal) {
        SealHeader header = seal.header();
        return find(header.country(), header.featureReference(), header.category());
    }

    private Optional<Profile> find(String key, String country, int reference, int category) {
        return all.stream()
                .filter(p -> p.country().equals(key) && p.reference() == reference && p.category() == category)
                .findFirst();
    }

    /**
     * What the seal says, by its type; empty if the type is not known.
     *
     * @throws FormatException if the type is known and the seal breaks its rules (VDS-19 to VDS-21)
     */
    public Optional<SealContent> read(Seal seal) throws FormatException {
        Optional<Profile> profile = find(seal);
        return profile.isEmpty() ? Optional.empty() : Optional.of(read(seal, profile.get()));
    }

    static SealContent read(Seal seal, Profile profile) throws FormatException {
        if (!profile.versions().contains(seal.header().version())
                && !seal.deviations().contains(Deviation.VENDOR_VERSION)) {
            throw FormatException.wrongFormat(
                    RULE,
                    "a seal of type " + profile.type() + " is not of version "
                            + seal.header().version());
        }
        checkPresence(seal, profile);
        Map<String, String> values = new LinkedHashMap<>();
        Optional<Mrz> mrz = Optional.empty();
        for (FeatureRule rule : profile.rules()) {
            Optional<SealFeature> feature = seal.feature(rule.tag());
            if (feature.isPresent()) {
                values.put(rule.name(), FeatureValue.read(rule, feature.get().value()));
                if (rule.coding() == FeatureCoding.MRZ) {
                    mrz = Optional.of(FeatureValue.readMrz(rule, feature.get().value()));
                }
            }
        }
        Optional<LocalDate> lastDay = Optional.empty();
        if (profile.expiresByMrz()) {
            lastDay = mrz.flatMap(zone -> zone.endDate(seal.header().issued()));
            if (lastDay.isEmpty()) {
                throw FormatException.wrongFormat(
                        "VDS-21", "end date in the machine readable zone is no day of the calendar");
            }
        }
        return new SealContent(profile, values, mrz, lastDay, unknown(seal, profile));
    }

    private static void checkPresence(Seal seal, Profile profile) throws FormatException {
        for (FeatureRule rule : profile.rules()) {
            if (rule.mandatory() && seal.feature(rule.tag()).isEmpty()) {
                throw FormatException.wrongFormat(RULE, "feature " + rule.name() + " is missing");
            }
        }
        for (Set<Integer> group : profile.oneOf()) {
            if (group.stream().filter(tag -> seal.feature(tag).isPresent()).count() != 1) {
                throw FormatException.wrongFormat(
                        RULE, "a seal of type " + profile.type() + " has exactly one of a group of features");
            }
        }
    }

    private static List<SealFeature> unknown(Seal seal, Profile profile) throws FormatException {
        List<SealFeature> unknown = new ArrayList<>(seal.features());
        unknown.removeIf(feature -> profile.rule(feature.tag()).isPresent());
        if (profile.closed() && !unknown.isEmpty()) {
            throw FormatException.wrongFormat(
                    "VDS-20",
                    "feature " + unknown.get(0).tagHex() + " has no place in a seal of type " + profile.type());
        }
        return unknown;
    }
}
