package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;

/** Reads the neighbours of a trust list (TRUST-220, TRUST-221). A list with a wrong one is refused whole. */
final class NeighbourReader {

    private static final String FORM = "TRUST-220";
    private static final String ONE = "TRUST-221";
    private static final int MAX_ENTRIES = 1_000;

    private NeighbourReader() {}

    /** @param head of the list that names them */
    static List<Neighbour> read(JsonObject lote, Head head) throws FormatException {
        List<Neighbour> all = new ArrayList<>();
        if (lote.has("Neighbours")) {
            for (JsonObject json : lote.objects("Neighbours", 0, Neighbour.MAX_NEIGHBOURS, FORM)) {
                all.add(neighbour(json));
            }
        }
        for (Neighbour neighbour : all) {
            if (neighbour.environment() != head.environment()
                    || neighbour.countries().contains(head.country())
                    || neighbour.issued().isAfter(head.issued())
                    || neighbour.fetched().isAfter(head.issued())) {
                throw FormatException.wrongFormat(
                        ONE, "a neighbour of another environment, of this country, or from after the list");
            }
        }
        refuseOverlap(all);
        return all;
    }

    private static Neighbour neighbour(JsonObject json) throws FormatException {
        String country = json.text("country", FORM);
        Set<String> countries = new HashSet<>(json.texts("countries", 1, MAX_ENTRIES, FORM));
        Set<String> types = new HashSet<>(json.texts("documentTypes", 1, MAX_ENTRIES, FORM));
        Set<String> purposes = new HashSet<>(json.texts("purposes", 0, Scope.PURPOSES.size(), FORM));
        List<String> prefixes = json.texts("prefixes", 0, Neighbour.MAX_PREFIXES, FORM);
        Instant issued = json.time("issued");
        Instant nextUpdate = json.time("nextUpdate");
        String fingerprint = json.text("rootFingerprint", FORM);
        Optional<Neighbour.State> state = Neighbour.State.of(json.text("state", FORM));
        if (!NoticeScope.isFingerprint(fingerprint)
                || !countries.contains(country)
                || !countries.stream().allMatch(NoticeScope::isCountry)
                || !types.stream().allMatch(NoticeScope::isDocumentType)
                || !Scope.PURPOSES.containsAll(purposes)
                || !prefixes.stream().allMatch(Service.StatusKey::isPrefix)
                || !nextUpdate.isAfter(issued)
                || state.isEmpty()) {
            throw FormatException.wrongFormat(FORM, "a neighbour of another form");
        }
        return new Neighbour(
                country,
                Environment.of(json.text("environment", FORM)),
                new Fingerprint(fingerprint),
                json.sequence("rootSequence"),
                json.sequence("listSequence"),
                issued,
                nextUpdate,
                json.time("fetched"),
                countries,
                types,
                purposes,
                prefixes,
                log(json),
                state.get());
    }

    private static Optional<RoleKeys> log(JsonObject json) throws FormatException {
        if (!json.has("log")) {
            return Optional.empty();
        }
        JsonObject role = json.object("log", FORM).exactly(FORM, "threshold", "keys");
        List<TrustKey> keys = new ArrayList<>();
        for (JsonObject key : role.objects("keys", 1, RoleKeys.MAX_KEYS, FORM)) {
            keys.add(TrustKey.read(key));
        }
        long threshold = role.number("threshold");
        if (threshold < 1 || threshold > keys.size() || new HashSet<>(keys).size() != keys.size()) {
            throw FormatException.wrongFormat(FORM, "a role log that cannot accept anything, or with a key twice");
        }
        return Optional.of(new RoleKeys((int) threshold, keys));
    }

    /** Each country, each root and each status address belongs to one neighbour. */
    private static void refuseOverlap(List<Neighbour> all) throws FormatException {
        Set<String> countries = new HashSet<>();
        Set<Fingerprint> roots = new HashSet<>();
        for (Neighbour neighbour : all) {
            boolean countriesNew = neighbour.countries().stream().allMatch(countries::add);
            boolean addressesNew = all.stream()
                    .filter(other -> other != neighbour)
                    .noneMatch(other -> other.prefixes().stream().anyMatch(neighbour::hasAddress));
            if (!countriesNew || !addressesNew || !roots.add(neighbour.rootFingerprint())) {
                throw FormatException.wrongFormat(ONE, "two neighbours of one country, root or status address");
            }
        }
    }

    /** TRUST-222: nothing of this list's own speaks for a neighbour. */
    static void refuseOwnServicesOf(TrustList list) throws FormatException {
        for (TrustedEntity entity : list.entities()) {
            if (entity.origin().isEmpty()
                    && entity.services().stream()
                            .anyMatch(service ->
                                    list.neighbours().stream().anyMatch(neighbour -> touches(service, neighbour)))) {
                throw FormatException.wrongFormat(
                        "TRUST-222", "a service of the list's own has a country or address of a neighbour");
            }
        }
    }

    private static boolean touches(Service service, Neighbour neighbour) {
        if (service instanceof Service.Csca csca) {
            return csca.scope().countries().stream().anyMatch(neighbour.countries()::contains);
        }
        if (service instanceof Service.PermitSigner signer) {
            return signer.scope().countries().stream().anyMatch(neighbour.countries()::contains);
        }
        return ((Service.StatusKey) service)
                .prefixes().stream()
                        .anyMatch(own -> neighbour.hasAddress(own)
                                || neighbour.prefixes().stream().anyMatch(theirs -> theirs.startsWith(own)));
    }

    /** TRUST-225: a notice speaks for the countries of its origin alone. */
    static void refuseNoticesForOthers(TrustList list) throws FormatException {
        for (Notice notice : list.notices()) {
            Set<String> countries = notice.scope().countries();
            boolean good = notice.origin().isPresent()
                    ? list.neighbour(notice.origin().get())
                            .filter(neighbour -> neighbour.countries().containsAll(countries))
                            .isPresent()
                    : countries.stream()
                            .allMatch(country -> list.neighbourFor(country).isEmpty());
            if (!good) {
                throw FormatException.wrongFormat("TRUST-225", "a notice for permits of another country's");
            }
        }
    }
}
