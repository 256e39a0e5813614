package org.stayseal.spec.registry;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The codes of {@code countries.json}: states, organizations and kinds of nationality as the machine readable zone writes them (Doc 9303-3 section 5). */
public final class Countries {

    private static final Map<String, Country> BY_CODE = RegistryFile.read("countries.json")
            .required("countries")
            .valueStream()
            .map(Countries::country)
            .collect(Collectors.toUnmodifiableMap(Country::code, Function.identity()));

    private Countries() {}

    /**
     * One code.
     *
     * @param code in the machine readable zone, without fillers: {@code UTO}, {@code D}, {@code XXA}
     * @param signer the two letters that signer certificates have for it: {@code UT}, {@code DE}; empty for a code that issues no seals
     * @param name in English, only where the code is none of ISO 3166
     * @param timeZone where its days begin and end; UTC where the file names none
     */
    public record Country(String code, Optional<String> signer, Optional<String> name, ZoneId timeZone) {}

    /** The row of this code. */
    public static Optional<Country> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The time zone of this country's days; UTC for a code that is not listed. */
    public static ZoneId timeZone(String code) {
        return find(code).map(Country::timeZone).orElse(ZoneOffset.UTC);
    }

    /** Whether certificates of signers with these two letters sign for this code (VDS-16). */
    public static boolean signsFor(String signer, String code) {
        return find(code).flatMap(Country::signer).equals(Optional.of(signer));
    }

    private static Country country(JsonNode row) {
        return new Country(
                row.required("code").stringValue(),
                text(row, "signer"),
                text(row, "name"),
                text(row, "timeZone").map(ZoneId::of).orElse(ZoneOffset.UTC));
    }

    private static Optional<String> text(JsonNode row, String field) {
        return Optional.ofNullable(row.get(field)).map(JsonNode::stringValue);
    }
}
