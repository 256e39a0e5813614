package org.stayseal.operator;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.trust.authority.AuthorityProfile;
import picocli.CommandLine.Option;

/** Whose authority it is. Only a demo is Utopia's by itself: these words go into certificates, lists and every permit, and stay there. */
final class ProfileOptions {

    @Option(names = "--country", paramLabel = "CODE", description = "MRZ code of the country, such as UTO")
    private @Nullable String country;

    @Option(names = "--territory", paramLabel = "CC", description = "its two-letter code, such as UT")
    private @Nullable String territory;

    @Option(names = "--country-name", paramLabel = "NAME", description = "its name, such as Utopia")
    private @Nullable String countryName;

    @Option(names = "--operator", paramLabel = "NAME", description = "who keeps the list, in English")
    private @Nullable String operator;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "where everything is published, such as https://permits.example; it goes into certificates and credentials and never changes")
    private @Nullable String baseUrl;

    /**
     * What is said elsewhere: in a certificate, in the register, in the newest list.
     *
     * @param values by the option that would say it
     */
    record Known(Map<String, String> values, List<LocalText> operator) {

        /** Nothing. */
        static final Known NOTHING = new Known(Map.of(), List.of());

        /** Utopia, for a demo. */
        static final Known UTOPIA = new Known(
                Map.of(
                        "--country",
                        "UTO",
                        "--territory",
                        "UT",
                        "--country-name",
                        "Utopia",
                        "--base-url",
                        "http://localhost:8080"),
                List.of(new LocalText("en", "Migration Office of Utopia (demo)")));

        /** Keeps its own. */
        Known {
            values = Map.copyOf(values);
            operator = List.copyOf(operator);
        }

        /** These, and what they do not say from others. */
        Known or(Known others) {
            Map<String, String> all = new LinkedHashMap<>(others.values);
            all.putAll(values);
            return new Known(all, operator.isEmpty() ? others.operator : operator);
        }
    }

    /**
     * What was given, and what is known elsewhere where nothing was given.
     *
     * @param needed the options that must be said by one of them; the others are of no account here
     */
    AuthorityProfile profile(Known known, String... needed) throws CommandFailed {
        Map<String, String> said = new LinkedHashMap<>(known.values());
        put(said, "--country", country);
        put(said, "--territory", territory);
        put(said, "--country-name", countryName);
        put(said, "--base-url", baseUrl);
        List<LocalText> name = operator == null ? known.operator() : List.of(new LocalText("en", operator));
        if (!name.isEmpty()) {
            said.put("--operator", name.get(0).value());
        }
        String missing = List.of(needed).stream()
                .filter(option -> !said.containsKey(option))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "nothing says " + missing,
                    "give it; it goes into what is signed, and only a demo is Utopia's by itself. Nothing was written");
        }
        try {
            return new AuthorityProfile(
                    said.getOrDefault("--country", "UTO"),
                    said.getOrDefault("--territory", "UT"),
                    said.getOrDefault("--country-name", said.getOrDefault("--country", "Utopia")),
                    name.isEmpty() ? Known.UTOPIA.operator() : name,
                    Set.of("FB06"),
                    URI.create(said.getOrDefault("--base-url", "http://localhost:8080")),
                    Duration.ofDays(7),
                    Duration.ofDays(3));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.USAGE, "no such authority: " + e.getMessage(), "see --help; nothing was written");
        }
    }

    private static void put(Map<String, String> said, String option, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(given -> said.put(option, given));
    }
}
