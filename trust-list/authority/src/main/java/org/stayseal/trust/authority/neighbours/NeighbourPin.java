package org.stayseal.trust.authority.neighbours;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.trust.reader.Pin;

/**
 * What a person decided of a neighbour, once, from papers that did not come over the wire (TRUST-220): whose root it is, and what is taken from whoever has it.
 *
 * @param country MRZ code that its root must bear
 * @param environment that its root must bear
 * @param root by its fingerprint
 * @param countries MRZ codes that it may speak for, its own among them
 * @param documentTypes that are taken (TRUST-43)
 * @param purposes of credentials that are taken, perhaps none
 * @param prefixes with which its status addresses begin, each ending in a slash; nobody else's may lie below
 */
public record NeighbourPin(
        String country,
        Environment environment,
        Pin root,
        Set<String> countries,
        Set<String> documentTypes,
        Set<String> purposes,
        List<String> prefixes) {

    /** Keeps its own collections, sorted. */
    public NeighbourPin {
        Neighbour.requireTerms(country, countries, documentTypes, purposes, prefixes);
        countries = sorted(countries);
        documentTypes = sorted(documentTypes);
        purposes = sorted(purposes);
        prefixes = List.copyOf(prefixes);
    }

    private static SortedSet<String> sorted(Set<String> texts) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts));
    }

    /** TRUST-221: whether no country, root or status address of the one is the other's. */
    public boolean isApartFrom(NeighbourPin other) {
        return !root.equals(other.root)
                && countries.stream().noneMatch(other.countries::contains)
                && other.prefixes.stream().noneMatch(this::touches);
    }

    /** Whether one status address could begin with both, this one's and that. */
    public boolean touches(String prefix) {
        return prefixes.stream().anyMatch(own -> own.startsWith(prefix) || prefix.startsWith(own));
    }
}
