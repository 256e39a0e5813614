package org.stayseal.spec.idb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.vds.FeatureCoding;
import org.stayseal.spec.vds.FeatureRule;
import org.stayseal.spec.vds.Grants;
import tools.jackson.databind.JsonNode;

/** The form of {@code idb-messages.json}. What is missing or misspelt there stops the program at its start: the file is part of it. */
final class IdbTableFile {

    private IdbTableFile() {}

    static List<IdbMessageRule> messages(JsonNode file) {
        if (file.required("version").intValue() != 1) {
            throw new IllegalArgumentException("idb-messages.json is of a version that this release does not know");
        }
        return file.required("messages")
                .valueStream()
                .map(IdbTableFile::message)
                .toList();
    }

    static List<IdbDocument> documents(JsonNode file) {
        return file.required("documents")
                .valueStream()
                .map(IdbTableFile::document)
                .toList();
    }

    private static IdbMessageRule message(JsonNode row) {
        IdbCoding coding = switch (row.required("coding").stringValue()) {
            case "features" -> IdbCoding.FEATURES;
            case "masked-date" -> IdbCoding.MASKED_DATE;
            case "image" -> IdbCoding.IMAGE;
            case "document-type" -> IdbCoding.DOCUMENT_TYPE;
            default -> IdbCoding.FEATURE;
        };
        JsonNode bytes = row.required("bytes");
        return new IdbMessageRule(
                hex(row.required("tag")),
                texts(row.required("countries")),
                row.required("name").stringValue(),
                coding,
                bytes.required(0).intValue(),
                bytes.required(1).intValue(),
                coding == IdbCoding.FEATURE ? Optional.of(feature(row, true)) : Optional.empty(),
                row.path("features")
                        .valueStream()
                        .map(inner -> feature(inner, inner.required("mandatory").booleanValue()))
                        .toList(),
                row.path("oneOf").valueStream().map(IdbTableFile::tags).toList());
    }

    private static FeatureRule feature(JsonNode row, boolean mandatory) {
        JsonNode bytes = row.required("bytes");
        FeatureCoding coding =
                FeatureCoding.valueOf(row.required("coding").stringValue().toUpperCase(Locale.ROOT));
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
                mandatory);
    }

    private static IdbDocument document(JsonNode row) {
        return new IdbDocument(
                row.required("id").stringValue(),
                texts(row.required("countries")),
                optionalHex(row, "type"),
                optionalHex(row, "message"),
                row.required("name").stringValue(),
                Grants.valueOf(row.required("grants").stringValue().toUpperCase(Locale.ROOT)),
                row.required("ends").booleanValue(),
                tags(row.required("mandatory")));
    }

    private static OptionalInt optionalHex(JsonNode row, String name) {
        JsonNode node = row.get(name);
        return node == null ? OptionalInt.empty() : OptionalInt.of(hex(node));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> tags(JsonNode group) {
        return group.valueStream().map(IdbTableFile::hex).collect(Collectors.toUnmodifiableSet());
    }

    private static int hex(JsonNode node) {
        return Integer.parseInt(node.stringValue(), 16);
    }
}
