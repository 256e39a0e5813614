package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stayseal.spec.registry.Limits;

/**
 * Another country whose services stand in this list, and how far it is believed (TRUST-220): a record of what was adopted from its own list. The services themselves are entities with this country
 * as their origin.
 *
 * @param country MRZ code of its root; the name of the origin
 * @param environment that of the list
 * @param rootFingerprint of its newest root, as adopted
 * @param rootSequence number of that root
 * @param listSequence number of its trust list, as adopted
 * @param issued when that list was made
 * @param nextUpdate the moment after which nothing of it is VALID any more
 * @param fetched when it was adopted
 * @param countries MRZ codes that it may speak for, its own among them
 * @param documentTypes that are taken from it
 * @param purposes of credentials that are taken from it, perhaps none
 * @param prefixes that its status addresses begin with, each ending in a slash
 * @param log its role {@code log}, which signs the kept logs of its signers, if there is one
 * @param state whether it is believed at all
 */
public record Neighbour(
        String country,
        Environment environment,
        Fingerprint rootFingerprint,
        long rootSequence,
        long listSequence,
        Instant issued,
        Instant nextUpdate,
        Instant fetched,
        Set<String> countries,
        Set<String> documentTypes,
        Set<String> purposes,
        List<String> prefixes,
        Optional<RoleKeys> log,
        State state) {

    /** How many neighbours a list may have (TRUST-220). */
    public static final int MAX_NEIGHBOURS = Limits.value("maxNeighbours");

    static final int MAX_PREFIXES = 64;
    private static final int MAX_ENTRIES = 1_000;

    /** Whether a neighbour is believed. */
    public enum State {
        /** Its services count, in their states. */
        TRUSTED("trusted"),
        /** None of its services counts, whatever their states. */
        WITHDRAWN("withdrawn");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(word))
                    .findFirst();
        }
    }

    /** Refuses what no list may say; keeps everything sorted but the prefixes. */
    public Neighbour {
        Times.check(issued);
        Times.check(nextUpdate);
        Times.check(fetched);
        prefixes = List.copyOf(prefixes);
        requireTerms(country, countries, documentTypes, purposes, prefixes);
        if (rootSequence < 1 || listSequence < 1 || !nextUpdate.isAfter(issued)) {
            throw new IllegalArgumentException("not a neighbour that a list may name");
        }
        countries = sorted(countries);
        documentTypes = sorted(documentTypes);
        purposes = sorted(purposes);
    }

    /**
     * Refuses what no list may say of how far a neighbour is believed.
     *
     * @throws IllegalArgumentException for a name, country, document type, purpose or prefix of another form, for too many, and for none where one is needed
     */
    public static void requireTerms(
            String country,
            Set<String> countries,
            Set<String> documentTypes,
            Set<String> purposes,
            List<String> prefixes) {
        if (!Head.COUNTRY.matcher(country).matches()
                || !countries.contains(country)
                || countries.size() > MAX_ENTRIES
                || !countries.stream().allMatch(NoticeScope::isCountry)
                || documentTypes.isEmpty()
                || documentTypes.size() > MAX_ENTRIES
                || !documentTypes.stream().allMatch(NoticeScope::isDocumentType)
                || !Scope.PURPOSES.containsAll(purposes)
                || prefixes.size() > MAX_PREFIXES
                || Set.copyOf(prefixes).size() != prefixes.size()
                || !prefixes.stream().allMatch(Service.StatusKey::isPrefix)) {
            throw new IllegalArgumentException(
                    "a neighbour speaks for its own country; something is taken from it; and its countries, document types, purposes and status addresses are such as a list may name");
        }
    }

    /** Whether its services count at all. */
    public boolean trusted() {
        return state == State.TRUSTED;
    }

    /** Whether a service of this origin stays within what is taken from it (TRUST-223). */
    boolean covers(Service service) {
        if (service instanceof Service.Csca csca) {
            return countries.containsAll(csca.scope().countries());
        }
        if (service instanceof Service.PermitSigner signer) {
            return countries.containsAll(signer.scope().countries())
                    && documentTypes.containsAll(signer.scope().documentTypes())
                    && purposes.containsAll(signer.scope().purposes());
        }
        return ((Service.StatusKey) service).prefixes().stream().allMatch(this::hasAddress);
    }

    /** Whether a status address, or the beginning of one, is its own. */
    public boolean hasAddress(String uri) {
        return prefixes.stream().anyMatch(uri::startsWith);
    }

    private static SortedSet<String> sorted(Set<String> texts) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts));
    }
}
