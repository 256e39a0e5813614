package org.stayseal.trust.authority.neighbours;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Environment;
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
        countries = Set.copyOf(new TreeSet<>(countries));
        documentTypes = Set.copyOf(new TreeSet<>(documentTypes));
        purposes = Set.copyOf(new TreeSet<>(purposes));
        prefixes = List.copyOf(prefixes);
        if (!countries.contains(country) || documentTypes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a neighbour speaks for its own country, and something is taken from it");
        }
        if (prefixes.stream().anyMatch(prefix -> !prefix.endsWith("/"))) {
            throw new IllegalArgumentException("a prefix of status addresses ends in a slash");
        }
    }

    /**
     * TRUST-221: each country, root and status address has one owner.
     *
     * @param ownCountry MRZ code of who pins
     * @param ownPrefix of who pins
     * @param others pinned before
     * @throws IllegalArgumentException where two would own one
     */
    public void requireApart(String ownCountry, String ownPrefix, List<NeighbourPin> others) {
        boolean apart = !countries.contains(ownCountry)
                && prefixes.stream().noneMatch(prefix -> overlap(prefix, ownPrefix))
                && others.stream().allMatch(this::isApartFrom);
        if (!apart) {
            throw new IllegalArgumentException(
                    "the country, the root or a status address of " + country + " belongs to somebody else already");
        }
    }

    private boolean isApartFrom(NeighbourPin other) {
        return !root.equals(other.root)
                && countries.stream().noneMatch(other.countries::contains)
                && prefixes.stream()
                        .noneMatch(mine -> other.prefixes.stream().anyMatch(theirs -> overlap(mine, theirs)));
    }

    private static boolean overlap(String one, String two) {
        return Stream.of(one, two).anyMatch(prefix -> one.startsWith(prefix) && two.startsWith(prefix));
    }
}
