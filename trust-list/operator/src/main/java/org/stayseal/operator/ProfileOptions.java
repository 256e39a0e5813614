package org.stayseal.operator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.trust.authority.AuthorityProfile;
import picocli.CommandLine.Option;

/** Whose authority it is. The same in every command for one authority. */
final class ProfileOptions {

    @Option(
            names = "--country",
            paramLabel = "CODE",
            description = "MRZ code of the country (default: ${DEFAULT-VALUE})")
    private String country = "UTO";

    @Option(names = "--territory", paramLabel = "CC", description = "its two-letter code (default: ${DEFAULT-VALUE})")
    private String territory = "UT";

    @Option(names = "--country-name", paramLabel = "NAME", description = "its name (default: ${DEFAULT-VALUE})")
    private String countryName = "Utopia";

    @Option(names = "--operator", paramLabel = "NAME", description = "who keeps the list (default: ${DEFAULT-VALUE})")
    private String operator = "Migration Office of Utopia (demo)";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "where everything is published (default: ${DEFAULT-VALUE})")
    private String baseUrl = "http://localhost:8080";

    AuthorityProfile profile() throws CommandFailed {
        try {
            return new AuthorityProfile(
                    country,
                    territory,
                    countryName,
                    List.of(new LocalText("en", operator)),
                    Set.of("FB06"),
                    URI.create(baseUrl),
                    Duration.ofDays(7),
                    Duration.ofDays(3));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.USAGE, "no such authority: " + e.getMessage(), "see --help; nothing was written");
        }
    }
}
