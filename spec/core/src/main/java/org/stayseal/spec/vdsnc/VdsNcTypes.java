package org.stayseal.spec.vdsnc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.RegistryFile;
import tools.jackson.databind.JsonNode;

/** The types that are known, from {@code vds-nc-types.json} (NC-15). Types are data: an authority adds one by a row. */
public final class VdsNcTypes {

    private static final VdsNcTypes STANDARD = new VdsNcTypes(RegistryFile.read("vds-nc-types.json"));

    private final List<VdsNcType> all = new ArrayList<>();

    private VdsNcTypes(JsonNode file) {
        Set<String> names = new HashSet<>();
        for (JsonNode row : file.required("types")) {
            VdsNcType type = type(row);
            if (!names.add(type.type())) {
                throw new IllegalArgumentException("vds-nc-types.json has " + type.type() + " twice");
            }
            all.add(type);
        }
    }

    /** Those of the registry in this jar. */
    public static VdsNcTypes standard() {
        return STANDARD;
    }

    /**
     * Those of another file of the same form.
     *
     * @throws IllegalArgumentException if it contradicts itself
     */
    public static VdsNcTypes of(JsonNode file) {
        return new VdsNcTypes(file);
    }

    /** All types, in the file's order. */
    public List<VdsNcType> all() {
        return List.copyOf(all);
    }

    /** The row of this type, if it is listed. */
    public Optional<VdsNcType> find(String type) {
        return all.stream().filter(row -> row.type().equals(type)).findFirst();
    }

    /** The residence permit of this country, if it has a row (NC-20). */
    public Optional<VdsNcType> residencePermit(String country) {
        return find(country.toLowerCase(Locale.ROOT) + ".residence-permit");
    }

    private static VdsNcType type(JsonNode row) {
        List<FieldRule> fields = new ArrayList<>();
        for (JsonNode field : row.path("fields")) {
            fields.add(field(field));
        }
        return new VdsNcType(
                row.required("type").stringValue(),
                row.required("name").stringValue(),
                text(row, "country"),
                row.path("national").booleanValue(false),
                row.required("versions").valueStream().map(JsonNode::intValue).collect(Collectors.toSet()),
                text(row, "documentCode"),
                VdsNcType.Grants.valueOf(row.required("grants").stringValue().toUpperCase(Locale.ROOT)),
                row.required("answers").valueStream().map(VdsNcTypes::purpose).collect(Collectors.toSet()),
                fields);
    }

    private static FieldRule field(JsonNode field) {
        String form = field.required("form").stringValue();
        return new FieldRule(
                field.required("name").stringValue(),
                FieldRule.Form.of(form).orElseThrow(() -> new IllegalArgumentException("no form " + form)),
                field.path("max").intValue(0),
                field.required("mandatory").booleanValue());
    }

    private static Purpose purpose(JsonNode key) {
        return Purpose.ofKey(key.stringValue())
                .orElseThrow(() -> new IllegalArgumentException("no purpose " + key.stringValue()));
    }

    private static Optional<String> text(JsonNode row, String field) {
        return Optional.ofNullable(row.get(field)).map(JsonNode::stringValue);
    }
}
