package org.stayseal.trust.authority.ceremony;

import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * An active service begins to retire: it still may sign while its follower takes over.
 *
 * @param service its name (TRUST-243)
 */
public record RetiringStep(String service) implements Step {

    static final String WORD = "retiring";

    /** Refuses a name of another form. */
    public RetiringStep {
        Words.requireId(service);
    }

    static RetiringStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "service");
        return new RetiringStep(Words.id(json, StepReader.RULE));
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
                register, service, moment, KeyState.RETIRING, listed -> listed.moved(KeyState.RETIRING, moment.at()));
    }
}
