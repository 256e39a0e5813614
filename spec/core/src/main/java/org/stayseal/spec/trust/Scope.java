package org.stayseal.spec.trust;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a signer may speak about (TRUST-43); nothing else.
 *
 * @param countries MRZ codes of the issuing countries, at least one
 * @param documentTypes seals: feature reference and category as four upper-case hex digits; credentials: {@code RP1}; empty for a CSCA
 * @param purposes of {@code full}, {@code work}, {@code bank}, {@code stay}; credentials only
 */
public record Scope(Set<String> countries, Set<String> documentTypes, Set<String> purposes) {

    /** The document type of the residence credential. */
    public static final String CREDENTIAL = "RP1";

    static final Set<String> PURPOSES = Set.of("full", "work", "bank", "stay");
    static final String SEAL_TYPE = "[0-9A-F]{4}";

    /** Refuses what no document may say; keeps everything sorted. */
    public Scope {
        if (countries.isEmpty()
                || !countries.stream().allMatch(c -> Head.COUNTRY.matcher(c).matches())
                || !documentTypes.stream().allMatch(t -> t.equals(CREDENTIAL) || t.matches(SEAL_TYPE))
                || !PURPOSES.containsAll(purposes)) {
            throw new IllegalArgumentException("not a scope");
        }
        countries = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(countries));
        documentTypes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(documentTypes));
        purposes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    }

    /** A CSCA's scope. */
    public static Scope ofCsca(Set<String> countries) {
        return new Scope(countries, Set.of(), Set.of());
    }

    /** A seal signer's scope. */
    public static Scope ofSeals(Set<String> countries, Set<String> documentTypes) {
        return new Scope(countries, documentTypes, Set.of());
    }

    /** A credential signer's scope. */
    public static Scope ofCredentials(Set<String> countries, Set<String> purposes) {
        return new Scope(countries, Set.of(CREDENTIAL), purposes);
    }
}
