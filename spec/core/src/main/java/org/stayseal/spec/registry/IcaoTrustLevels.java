package org.stayseal.spec.registry;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** How far a seal with given sub-indications is to be trusted (Doc 9303-13 Appendix D; VER-41). */
public final class IcaoTrustLevels {

    private static final JsonNode LEVELS = RegistryFile.read("reasons.json").required("icaoTrustLevels");
    private static final List<String> WORST_FIRST =
            List.of("high fraud potential", "medium fraud potential", "trustworthy");

    private IcaoTrustLevels() {}

    /** The worst level of these sub-indications; {@code trustworthy} for none. */
    public static String worst(List<String> subIndications) {
        return subIndications.stream()
                .map(name -> LEVELS.required(name).stringValue())
                .min((a, b) -> Integer.compare(WORST_FIRST.indexOf(a), WORST_FIRST.indexOf(b)))
                .orElse("trustworthy");
    }
}
