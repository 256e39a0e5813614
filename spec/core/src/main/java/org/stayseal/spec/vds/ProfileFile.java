package org.stayseal.spec.vds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.permit.MrzFormat;

/**
 * The form of {@code profiles.json} and of an authority's own files (VDS-27; {@code spec/grammar/profiles.schema.json}): what is missing, misspelt or of a size that cannot be is refused with its line.
 */
final class ProfileFile {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern BYTE = Pattern.compile("[0-9A-F]{2}");

    /** One row and where it stands. */
    record Row(Profile profile, int line) {}

    private ProfileFile() {}

    /** The registry's file, which is of no single country. */
    static List<Row> read(byte[] file) throws LocatedJson.Fault {
        return rows(LocatedJson.read(file).members(Set.of("version", "profiles"), Set.of("$schema")));
    }

    /** An authority's own file: it says of which country it is, and so is each of its rows. */
    static List<Row> readOwn(byte[] file) throws LocatedJson.Fault {
        Map<String, LocatedJson> members =
                LocatedJson.read(file).members(Set.of("version", "country", "profiles"), Set.of("$schema"));
        LocatedJson country = member(members, "country");
        if (!COUNTRY.matcher(country.text()).matches()) {
            throw country.fault("is no code of the machine readable zone without fillers");
        }
        List<Row> rows = rows(members);
        for (Row row : rows) {
            if (!row.profile().country().equals(country.text())) {
                throw new LocatedJson.Fault(
                        row.line(),
                        "profile " + row.profile().id() + " is of another country than the file, which is of "
                                + country.text());
            }
        }
        return rows;
    }

    private static List<Row> rows(Map<String, LocatedJson> members) throws LocatedJson.Fault {
        if (member(members, "version").number() != 1) {
            throw member(members, "version").fault("is one that this release does not know");
        }
        List<Row> rows = new ArrayList<>();
        for (LocatedJson row : member(members, "profiles").items()) {
            rows.add(new Row(profile(row), row.line()));
        }
        return rows;
    }

    private static Profile profile(LocatedJson row) throws LocatedJson.Fault {
        Map<String, LocatedJson> members = row.members(
                Set.of(
                        "id",
                        "country",
                        "reference",
                        "category",
                        "name",
                        "source",
                        "versions",
                        "closed",
                        "grants",
                        "features"),
                Set.of("uuid", "write", "expiry", "documentCodes", "dataMatrix", "oneOf"));
        Optional<LocatedJson> write = Optional.ofNullable(members.get("write"));
        List<FeatureRule> rules = new ArrayList<>();
        for (LocatedJson feature : member(members, "features").items()) {
            rules.add(rule(feature));
        }
        List<Set<Integer>> oneOf = new ArrayList<>();
        for (LocatedJson group : optionalItems(members, "oneOf")) {
            Set<Integer> tags = new LinkedHashSet<>();
            for (LocatedJson tag : group.items()) {
                tags.add(hex(tag));
            }
            oneOf.add(tags);
        }
        List<String> codes = new ArrayList<>();
        for (LocatedJson code : optionalItems(members, "documentCodes")) {
            codes.add(code.text());
        }
        Set<Integer> versions = new LinkedHashSet<>();
        for (LocatedJson version : member(members, "versions").items()) {
            versions.add(version.number());
        }
        member(members, "source").text();
        LocatedJson side = members.get("dataMatrix");
        try {
            return new Profile(
                    member(members, "id").text(),
                    member(members, "country").text(),
                    hex(member(members, "reference")),
                    hex(member(members, "category")),
                    optionalText(members, "uuid"),
                    member(members, "name").text(),
                    versions,
                    write.isEmpty() || write.get().flag(),
                    member(members, "closed").flag(),
                    choice(member(members, "grants"), Grants.class),
                    optionalText(members, "expiry"),
                    codes,
                    side == null ? OptionalInt.empty() : OptionalInt.of(side.number()),
                    oneOf,
                    rules);
        } catch (IllegalArgumentException e) {
            throw row.fault("contradicts itself: " + e.getMessage());
        }
    }

    private static FeatureRule rule(LocatedJson row) throws LocatedJson.Fault {
        Map<String, LocatedJson> members =
                row.members(Set.of("tag", "name", "coding", "bytes", "mandatory"), Set.of("mrz", "characters", "pad"));
        FeatureCoding coding = choice(member(members, "coding"), FeatureCoding.class);
        int[] bytes = pair(member(members, "bytes"));
        LocatedJson characters = members.get("characters");
        if (coding == FeatureCoding.C40 && characters == null) {
            throw row.fault("has no member characters");
        }
        int[] counted = characters == null ? new int[2] : pair(characters);
        LocatedJson pad = members.get("pad");
        LocatedJson mrz = members.get("mrz");
        try {
            return new FeatureRule(
                    hex(member(members, "tag")),
                    member(members, "name").text(),
                    coding,
                    bytes[0],
                    bytes[1],
                    counted[0],
                    counted[1],
                    pad == null ? 0 : pad.number(),
                    mrz == null ? Optional.empty() : Optional.of(format(mrz)),
                    member(members, "mandatory").flag());
        } catch (IllegalArgumentException e) {
            throw row.fault("is impossible: " + e.getMessage());
        }
    }

    private static LocatedJson member(Map<String, LocatedJson> members, String name) {
        LocatedJson found = members.get(name);
        if (found == null) {
            throw new IllegalStateException(name + " was required");
        }
        return found;
    }

    private static List<LocatedJson> optionalItems(Map<String, LocatedJson> members, String name)
            throws LocatedJson.Fault {
        LocatedJson found = members.get(name);
        if (found == null) {
            return List.of();
        }
        List<LocatedJson> items = found.items();
        if (items.isEmpty()) {
            throw found.fault("is empty: leave it out");
        }
        return items;
    }

    private static Optional<String> optionalText(Map<String, LocatedJson> members, String name)
            throws LocatedJson.Fault {
        LocatedJson found = members.get(name);
        return found == null ? Optional.empty() : Optional.of(found.text());
    }

    private static int hex(LocatedJson json) throws LocatedJson.Fault {
        if (!BYTE.matcher(json.text()).matches()) {
            throw json.fault("is not two upper-case hexadecimal digits");
        }
        return Integer.parseInt(json.text(), 16);
    }

    private static int[] pair(LocatedJson json) throws LocatedJson.Fault {
        List<LocatedJson> items = json.items();
        if (items.size() != 2) {
            throw json.fault("is not two numbers, least and most");
        }
        return new int[] {items.get(0).number(), items.get(1).number()};
    }

    private static MrzFormat format(LocatedJson json) throws LocatedJson.Fault {
        for (MrzFormat format : new MrzFormat[] {MrzFormat.TD1, MrzFormat.TD2, MrzFormat.MRV_A, MrzFormat.MRV_B}) {
            if (format.name().equals(json.text())) {
                return format;
            }
        }
        throw json.fault("is none of TD1, TD2, MRV_A, MRV_B");
    }

    /** The constant whose name in small letters this is. */
    private static <E extends Enum<E>> E choice(LocatedJson json, Class<E> type) throws LocatedJson.Fault {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(json.text())) {
                return constant;
            }
        }
        throw json.fault("is none of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(type.getEnumConstants())
                                .map(c -> c.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
