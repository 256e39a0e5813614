package org.stayseal.spec.trust;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a signer may speak about (TRUST-43); nothing else.
 *
 * @param countries MRZ codes of the issuing countries, at least one
 * @param documentTypes seals: feature reference and category as four upper-case hex digits ({@code FB06}); IDBs: {@code IDB-86-0E}, {@code IDB-01};
 *     credentials: {@code RP1}, continuations: {@code RPC1}; VDS-NCs: their type ({@code uto.residence-permit}); empty for a CSCA
 * @param purposes of {@code full}, {@code work}, {@code bank}, {@code stay}; credentials only
 */
public record Scope(Set<String> countries, Set<String> documentTypes, Set<String> purposes) {

    /** The document type of the residence credential. */
    public static final String CREDENTIAL = "RP1";

    /** The document type of the continuation (docs 32): who may sign permits may not thereby prolong them. */
    public static final String CONTINUATION = "RPC1";

    static final Set<String> PURPOSES = Set.of("full", "work", "bank", "stay");

    /** Refuses what no document may say; keeps everything sorted. */
    public Scope {
        if (countries.isEmpty()
                || !countries.stream().allMatch(c -> Head.COUNTRY.matcher(c).matches())
                || !documentTypes.stream().allMatch(Scope::isDocumentType)
                || !PURPOSES.containsAll(purposes)) {
            throw new IllegalArgumentException("not a scope");
        }
        countries = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(countries));
        documentTypes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(documentTypes));
        purposes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    }

    private static boolean isDocumentType(String text) {
        return Arrays.stream(Service.SignerKind.values()).anyMatch(kind -> kind.signs(text));
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
