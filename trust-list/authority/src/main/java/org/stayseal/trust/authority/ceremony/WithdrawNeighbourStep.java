package org.stayseal.trust.authority.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nothing of a neighbour is believed any more, from the ceremony's moment on (TRUST-282).
 *
 * @param country its name
 */
public record WithdrawNeighbourStep(String country) implements Step {

    static final String WORD = "withdraw-neighbour";
    static final String RULE = "TRUST-282";

    /** Refuses a text that is no name of a neighbour. */
    public WithdrawNeighbourStep {
        if (!country.matches("[A-Z]{1,3}")) {
            throw new IllegalArgumentException("a neighbour is named by one to three capital letters");
        }
    }

    static WithdrawNeighbourStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "country");
        try {
            return new WithdrawNeighbourStep(json.text("country", StepReader.RULE));
        } catch (IllegalArgumentException e) {
            throw FormatException.wrongFormat(StepReader.RULE, "country has another form");
        }
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("country", country);
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        Optional<PinnedNeighbour> believed = register.neighbours().stream()
                .filter(one -> one.withdrawn().isEmpty() && one.pin().country().equals(country))
                .findFirst();
        if (believed.isEmpty()) {
            throw new CeremonyRefusedException(
                    RULE, country + " is no neighbour that is believed; it was never pinned, or is withdrawn");
        }
        List<PinnedNeighbour> all = new ArrayList<>(register.neighbours());
        all.set(all.indexOf(believed.get()), believed.get().withdrawnAt(moment.at()));
        return register.withNeighbours(all);
    }
}
