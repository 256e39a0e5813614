package org.stayseal.trust.authority.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * A neighbour is pinned, or pinned with other terms (TRUST-280).
 *
 * @param neighbour believed
 */
public record NeighbourStep(PinnedNeighbour neighbour) implements Step {

    static final String WORD = "neighbour";

    /** Refuses one that is withdrawn before it was pinned. */
    public NeighbourStep {
        if (neighbour.withdrawn().isPresent()) {
            throw new IllegalArgumentException("a neighbour is pinned before it is withdrawn");
        }
    }

    static NeighbourStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "neighbour");
        return new NeighbourStep(PinnedNeighbour.read(json.object("neighbour", StepReader.RULE), StepReader.RULE));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.set("neighbour", neighbour.json());
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        String country = neighbour.pin().country();
        if (neighbour.pin().environment() != register.environment()) {
            throw new CeremonyRefusedException(
                    OneOwner.RULE, country + " is to be a neighbour in another environment than this authority's");
        }
        List<PinnedNeighbour> all = new ArrayList<>(register.neighbours());
        if (all.stream()
                .anyMatch(one -> one.withdrawn().isPresent()
                        && one.pin().root().equals(neighbour.pin().root()))) {
            throw new CeremonyRefusedException(
                    WithdrawNeighbourStep.RULE,
                    "this root of " + country
                            + " was withdrawn, and verifiers hold its services revoked for good; pin a root that the neighbour made since");
        }
        all.removeIf(one -> one.withdrawn().isEmpty() && one.pin().country().equals(country));
        all.add(neighbour);
        return OneOwner.require(register.withNeighbours(all));
    }
}
