package org.stayseal.trust.authority.ceremony;

import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * An announced service becomes active: it signs from now on.
 *
 * @param service its name (TRUST-243)
 */
public record ActivateStep(String service) implements Step {

    static final String WORD = "activate";

    /** Refuses a name of another form. */
    public ActivateStep {
        Words.requireId(service);
    }

    static ActivateStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "service");
        return new ActivateStep(Words.id(json, StepReader.RULE));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("service", service);
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        return StateMove.apply(
                register, service, moment, KeyState.ACTIVE, listed -> listed.moved(KeyState.ACTIVE, moment.at()));
    }
}
