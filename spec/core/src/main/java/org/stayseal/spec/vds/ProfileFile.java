package org.stayseal.spec.vds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.permit.MrzFormat;
import tools.jackson.databind.JsonNode;

/** The form of {@code profiles.json}. What is missing or misspelt there stops the program at its start: the file is part of it. */
final class ProfileFile {

    private ProfileFile() {}

    static List<Profile> read(JsonNode file) {
        if (file.required("version").intValue() != 1) {
            throw new IllegalArgumentException("profiles.json is of a version that this release does not know");
        }
        return file.required("profiles").valueStream().map(ProfileFile::profile).toList();
    }

    private static Profile profile(JsonNode row) {
        Optional<JsonNode> expiry = Optional.ofNullable(row.get("expiry"));
        if (expiry.isPresent() && !expiry.get().stringValue().equals("mrz")) {
            throw new IllegalArgumentException("expiry is mrz or left out");
        }
        return new Profile(
                row.required("id").stringValue(),
                row.required("country").stringValue(),
                hex(row.required("reference")),
                hex(row.required("category")),
                row.required("name").stringValue(),
                row.required("versions").valueStream().map(JsonNode::intValue).collect(Collectors.toUnmodifiableSet()),
                row.required("closed").booleanValue(),
                Grants.valueOf(upper(row.required("grants"))),
                row.required("words").stringValue(),
                expiry.isPresent(),
                row.path("oneOf").valueStream().map(ProfileFile::tags).toList(),
                row.required("features").valueStream().map(ProfileFile::rule).toList());
    }

    private static FeatureRule rule(JsonNode row) {
        JsonNode bytes = row.required("bytes");
        FeatureCoding coding = FeatureCoding.valueOf(upper(row.required("coding")));
        JsonNode characters = coding == FeatureCoding.C40 ? row.required("characters") : row.path("characters");
        return new FeatureRule(
                hex(row.required("tag")),
                row.required("name").stringValue(),
                coding,
                bytes.required(0).intValue(),
                bytes.required(1).intValue(),
                characters.path(0).asInt(0),
                characters.path(1).asInt(0),
                row.path("pad").asInt(0),
                Optional.ofNullable(row.get("mrz")).map(node -> MrzFormat.valueOf(node.stringValue())),
                row.required("mandatory").booleanValue());
    }

    private static Set<Integer> tags(JsonNode group) {
        return group.valueStream().map(ProfileFile::hex).collect(Collectors.toUnmodifiableSet());
    }

    private static int hex(JsonNode node) {
        return Integer.parseInt(node.stringValue(), 16);
    }

    private static String upper(JsonNode node) {
        return node.stringValue().toUpperCase(Locale.ROOT);
    }
}
