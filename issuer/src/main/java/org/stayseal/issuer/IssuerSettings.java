package org.stayseal.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.stayseal.spec.permit.Disclosure;

/**
 * The operator's settings; each has a default that is right for trying the service out.
 *
 * @param data the folder for everything that must outlive the process. Lost: every key and, with the embedded database, every record
 * @param publicBaseUrl what holders and verifiers type: goes into status addresses and so into every credential. Never change it once
 *     permits are out. Default: http(s)://localhost:port
 * @param https serve TLS with a certificate made on the first start; a phone's camera needs a secure origin
 * @param listen address of this machine that is served, {@code 0.0.0.0} for all. Default: all with https, else loopback alone, since
 *     passwords and permits do not cross a network in clear
 * @param verifierPage folder of the built verifier page; without it {@code /verify/} says that it is not installed
 * @param country three letters as in the machine readable zone
 * @param signerCode the two letters of signer certificates for that country
 * @param countryName for the certificates of the demo
 * @param nationalLanguage BCP 47 tag of the second language on carriers and pages
 * @param authority name of the issuing authority, printed and signed into every permit
 * @param photoInWorkCode whether the code for employers has the photo too, as the full one always has. Recorded with each permit, so
 *     another answer counts for permits that are approved from then on
 * @param profiles files with the authority's own types of seals (VDS-27), read at the start and passed on to the verifier page. Lost: such
 *     seals are unknown here, and to verifiers of this service's page
 * @param warnAfter after which age of its list a VALID says so on the verifier page, such as {@code 90m}, {@code 36h} or {@code 3d} (TRUST-214)
 * @param samples make three sample permits on the first start. Default: only in the embedded database, since a server of one's own may hold
 *     a register
 * @param publication when lists are made
 */
@ConfigurationProperties("stayseal")
public record IssuerSettings(
        @DefaultValue("./data") Path data,
        Optional<URI> publicBaseUrl,
        @DefaultValue("false") boolean https,
        Optional<String> listen,
        @DefaultValue("./verifier-web/dist") Path verifierPage,
        @DefaultValue("UTO") String country,
        @DefaultValue("UT") String signerCode,
        @DefaultValue("Utopia") String countryName,
        @DefaultValue("lt") Locale nationalLanguage,
        @DefaultValue("Utopia Migration Office") String authority,
        @DefaultValue("true") boolean photoInWorkCode,
        @DefaultValue List<Path> profiles,
        @DefaultValue("36h") String warnAfter,
        Optional<Boolean> samples,
        @DefaultValue Publication publication) {

    /** Makes the data folder's name absolute, since the working directory is nobody's promise. */
    public IssuerSettings {
        data = data.toAbsolutePath().normalize();
        verifierPage = verifierPage.toAbsolutePath().normalize();
        profiles = List.copyOf(profiles);
        if (!country.matches("[A-Z]{3}") || !signerCode.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("stayseal.country is three capital letters, stayseal.signer-code two.");
        }
        if (!warnAfter.matches("[1-9][0-9]{0,4}[mhd]")) {
            throw new IllegalArgumentException("stayseal.warn-after is a duration such as 90m, 36h or 3d.");
        }
        if (authority.isBlank() || authority.length() > 80) {
            throw new IllegalArgumentException("stayseal.authority is 1 to 80 characters.");
        }
    }

    /** What the codes of a permit that is recorded now show, where the disclosure table leaves the authority a choice (CRED-61). */
    public Disclosure.Choices choices() {
        return Disclosure.Choices.photoForWork(photoInWorkCode);
    }

    /** Whether keys are a demo's, which every page and carrier says. They are: keys for real permits are not part of this version. */
    public boolean demo() {
        return true;
    }

    /**
     * When lists are made.
     *
     * @param delay how long changes are gathered before they are published together: longer links the codes of one permit less, shorter
     *     makes a revocation known sooner
     * @param renewAfter how often lists are made although nothing changed
     * @param validFor how long trust list and snapshot may be used: longer helps those who are rarely online, shorter limits what a
     *     withheld update can hide
     * @param statusValidFor the same for status lists and the seal revocation list
     * @param fetchAfter how long whoever is online waits before fetching status lists again ({@code ttl})
     * @param history how long it can be asked what a status list said at a time; none is kept when it is nought, as it is
     *     unless an authority has a reason: whoever saw a permit could ask when it was suspended
     * @param historyMegabytes what is kept for that at most
     * @param neighboursAfter how often neighbours' lists are fetched: shorter makes what a neighbour revokes known sooner, and asks it more
     */
    public record Publication(
            @DefaultValue("2s") Duration delay,
            @DefaultValue("6h") Duration renewAfter,
            @DefaultValue("7d") Duration validFor,
            @DefaultValue("3d") Duration statusValidFor,
            @DefaultValue("15m") Duration fetchAfter,
            @DefaultValue("0s") Duration history,
            @DefaultValue("1024") int historyMegabytes,
            @DefaultValue("10m") Duration neighboursAfter) {

        /** Refuses lists that would be out of date before they are renewed. */
        public Publication {
            if (delay.isNegative() || delay.toMinutes() > 60) {
                throw new IllegalArgumentException("stayseal.publication.delay is at most an hour.");
            }
            if (renewAfter.compareTo(validFor) >= 0 || renewAfter.compareTo(statusValidFor) >= 0) {
                throw new IllegalArgumentException(
                        "stayseal.publication.renew-after is shorter than valid-for and status-valid-for.");
            }
            if (fetchAfter.toSeconds() < 60 || fetchAfter.compareTo(statusValidFor) >= 0) {
                throw new IllegalArgumentException(
                        "stayseal.publication.fetch-after is a minute at least, and shorter than status-valid-for.");
            }
            if (neighboursAfter.toSeconds() < 60 || neighboursAfter.toHours() > 24) {
                throw new IllegalArgumentException("stayseal.publication.neighbours-after is a minute to a day.");
            }
            if (history.isNegative() || history.toDays() > 3660 || historyMegabytes < 1) {
                throw new IllegalArgumentException(
                        "stayseal.publication.history is nought to ten years, history-megabytes at least 1.");
            }
        }
    }
}
