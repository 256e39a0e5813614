package org.stayseal.trust.authority.neighbours;

import java.util.List;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.TrustedEntity;

/**
 * What one publication takes from neighbours.
 *
 * @param neighbours as the list names them
 * @param entities with their services, each of one origin
 * @param notices each with its origin
 * @param files that travel unchanged
 * @param decisions what became of everything that the neighbours' lists hold
 */
public record Adopted(
        List<Neighbour> neighbours,
        List<TrustedEntity> entities,
        List<Notice> notices,
        List<AdoptedFile> files,
        List<Decision> decisions) {

    /** Nothing: a list of one country. */
    public static final Adopted NONE = new Adopted(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Keeps its own lists. */
    public Adopted {
        neighbours = List.copyOf(neighbours);
        entities = List.copyOf(entities);
        notices = List.copyOf(notices);
        files = List.copyOf(files);
        decisions = List.copyOf(decisions);
    }
}
