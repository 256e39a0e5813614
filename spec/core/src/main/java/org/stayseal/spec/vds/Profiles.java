package org.stayseal.spec.vds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.RegistryFile;

/**
 * The types of document that are known, from {@code profiles.json} and an authority's own files, and the reading of a seal by its type (part 5 of {@code spec/docs/20-vds.md}).
 *
 * <p>Types are data: an authority adds one by a row of its own file, encoder and decoder both read it. Unchangeable; {@link #with} gives a new object.
 */
public final class Profiles {

    private static final String RULE = "VDS-19";
    private static final String STANDARD_FILE = "profiles.json";
    private static final Profiles STANDARD = standardFile();

    private final List<Profile> all;

    private Profiles(List<Profile> all) {
        this.all = List.copyOf(all);
    }

    /** Those of the registry in this jar. */
    public static Profiles standard() {
        return STANDARD;
    }

    /**
     * These and those of an authority's own file, which adds types and changes none (VDS-27, VDS-28).
     *
     * @param file its bytes, JSON in UTF-8
     * @param name what to call it in messages
     * @throws ProfileFileException if it is not of the form, contradicts itself, or touches a type that is known already
     */
    public Profiles with(byte[] file, String name) throws ProfileFileException {
        try {
            return new Profiles(ProfileAdmission.add(all, ProfileFile.readOwn(file)));
        } catch (LocatedJson.Fault e) {
            throw new ProfileFileException(name, e.line(), String.valueOf(e.getMessage()));
        }
    }

    /** A broken registry stops the program at its start: it is part of it. */
    private static Profiles standardFile() {
        try {
            return new Profiles(ProfileAdmission.standard(ProfileFile.read(RegistryFile.bytes(STANDARD_FILE))));
        } catch (LocatedJson.Fault e) {
            throw new IllegalStateException(STANDARD_FILE + ", line " + e.line() + ": " + e.getMessage(), e);
        }
    }

    /** All types, in the file's order. */
    public List<Profile> all() {
        return all;
    }

    /** The type of this name, {@code uto-residence-permit}. */
    public Optional<Profile> byId(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The type of a seal with this country, reference and category, whatever profile of TR-03171 it names: the country's own before one of any country. */
    public Optional<Profile> find(String country, int reference, int category) {
        return find(country, reference, category, Optional.empty());
    }

    /** The type of this seal; empty if it is not known: then its features are only shown (VDS-18). */
    public Optional<Profile> find(Seal seal) {
        SealHeader header = seal.header();
        Optional<String> uuid = seal.feature(Profile.UUID_TAG)
                .map(SealFeature::value)
                .filter(value -> value.length == FeatureValue.UUID_LENGTH)
                .map(FeatureValue::uuid);
        return find(header.country(), header.featureReference(), header.category(), uuid);
    }

    /** VDS-18, VDS-29: the row of the uuid that the seal names before the row of none. */
    private Optional<Profile> find(String country, int reference, int category, Optional<String> uuid) {
        return Stream.of(country, Profile.ANY)
                .flatMap(key -> Stream.of(uuid, Optional.<String>empty())
                        .distinct()
                        .flatMap(named -> all.stream()
                                .filter(p -> p.country().equals(key)
                                        && p.reference() == reference
                                        && p.category() == category
                                        && p.uuid().equals(named))))
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
        Optional<LocalDate> lastDay = Optional.empty();
        for (FeatureRule rule : profile.rules()) {
            Optional<SealFeature> feature = seal.feature(rule.tag());
            if (feature.isEmpty()) {
                continue;
            }
            values.put(rule.name(), FeatureValue.read(rule, feature.get().value()));
            if (rule.coding() == FeatureCoding.MRZ) {
                mrz = Optional.of(FeatureValue.readMrz(rule, feature.get().value()));
            }
            if (profile.expiry().equals(Optional.of(rule.name()))) {
                lastDay = mrz.isPresent() && rule.coding() == FeatureCoding.MRZ
                        ? Optional.of(endDate(mrz.get(), seal.header().issued()))
                        : FeatureValue.lastDay(rule, feature.get().value());
            }
        }
        return new SealContent(profile, values, mrz, lastDay, unknown(seal, profile));
    }

    private static LocalDate endDate(Mrz mrz, LocalDate issued) throws FormatException {
        return mrz.endDate(issued)
                .orElseThrow(() -> FormatException.wrongFormat(
                        "VDS-21", "end date in the machine readable zone is no day of the calendar"));
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
