package org.stayseal.trust.authority;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.trust.LocalText;

/**
 * What an authority is set up with.
 *
 * @param country MRZ code of the issuing country, such as {@code UTO}
 * @param territory its two-letter signer code, such as {@code UT}
 * @param countryName for the CSCA's subject, such as {@code Utopia}
 * @param operator who keeps the list, by language
 * @param documentTypes what the seal signer signs: feature reference and category, such as {@code FB06}
 * @param publicBaseUrl where everything is published, without a slash at the end; part of every credential
 * @param listValidity how long trust list and manifest count (TRUST-83)
 * @param statusValidity how long status lists and the seal revocation list count
 * @param statusTtl how long a connected reader waits before it fetches a status list again (STATUS-61); empty where lists are not served, which then name no aggregation either
 */
public record AuthorityProfile(
        String country,
        String territory,
        String countryName,
        List<LocalText> operator,
        Set<String> documentTypes,
        URI publicBaseUrl,
        Duration listValidity,
        Duration statusValidity,
        Optional<Duration> statusTtl) {

    /** Refuses an address that could not be part of a credential, and lists that end too soon to be used. */
    public AuthorityProfile {
        operator = List.copyOf(operator);
        documentTypes = Set.copyOf(documentTypes);
        String scheme = publicBaseUrl.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme))
                || publicBaseUrl.getHost() == null
                || publicBaseUrl.getRawQuery() != null
                || publicBaseUrl.getRawFragment() != null
                || publicBaseUrl.getRawUserInfo() != null
                || publicBaseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "the public base URL is http or https, with a host, without query, fragment or slash at the end");
        }
        if (listValidity.compareTo(Duration.ofMinutes(10)) < 0
                || statusValidity.compareTo(Duration.ofMinutes(10)) < 0) {
            throw new IllegalArgumentException("a list counts for ten minutes at least");
        }
        if (statusTtl
                .filter(ttl -> ttl.compareTo(Duration.ofMinutes(1)) < 0 || ttl.compareTo(statusValidity) >= 0)
                .isPresent()) {
            throw new IllegalArgumentException("a list is fetched again after a minute at least, and before it ends");
        }
    }

    /** An authority whose lists are not served. */
    public AuthorityProfile(
            String country,
            String territory,
            String countryName,
            List<LocalText> operator,
            Set<String> documentTypes,
            URI publicBaseUrl,
            Duration listValidity,
            Duration statusValidity) {
        this(
                country,
                territory,
                countryName,
                operator,
                documentTypes,
                publicBaseUrl,
                listValidity,
                statusValidity,
                Optional.empty());
    }

    /** Utopia, the country of all samples, published under this address. */
    public static AuthorityProfile utopia(URI publicBaseUrl) {
        return new AuthorityProfile(
                "UTO",
                "UT",
                "Utopia",
                List.of(new LocalText("en", "Migration Office of Utopia (demo)")),
                Set.of("FB06"),
                publicBaseUrl,
                Duration.ofDays(7),
                Duration.ofDays(3));
    }

    /** Where the addresses of all status lists are (STATUS-62). */
    public String statusAggregation() {
        return publicBaseUrl + "/status";
    }

    /** Atlantis, the neighbour of Utopia in samples, published under this address. */
    public static AuthorityProfile atlantis(URI publicBaseUrl) {
        return new AuthorityProfile(
                "ATL",
                "XA",
                "Atlantis",
                List.of(new LocalText("en", "Residence Board of Atlantis (demo)")),
                Set.of("FB06"),
                publicBaseUrl,
                Duration.ofDays(5),
                Duration.ofDays(3));
    }

    /** What every status address begins with. */
    public String statusPrefix() {
        return publicBaseUrl + "/status/";
    }
}
