package org.stayseal.spec.registry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.stayseal.spec.permit.Purpose;
import tools.jackson.databind.JsonNode;

/** Which purposes a credential made for one answers (VER-32), from {@code purposes.json}. */
public final class Purposes {

    private static final Map<Purpose, Set<Purpose>> ANSWERS = read();

    private Purposes() {}

    /** The purposes that a credential of this one answers, itself among them. */
    public static Set<Purpose> answeredBy(Purpose own) {
        return Set.copyOf(ANSWERS.getOrDefault(own, Set.of()));
    }

    private static Map<Purpose, Set<Purpose>> read() {
        Map<Purpose, Set<Purpose>> answers = new EnumMap<>(Purpose.class);
        for (JsonNode row : RegistryFile.read("purposes.json").required("purposes")) {
            Set<Purpose> answered = EnumSet.noneOf(Purpose.class);
            row.required("answers").forEach(name -> answered.add(of(name)));
            answers.put(of(row.required("name")), answered);
        }
        return answers;
    }

    private static Purpose of(JsonNode name) {
        return Purpose.ofKey(name.stringValue())
                .orElseThrow(() -> new IllegalStateException("purposes.json names an unknown purpose"));
    }
}
