package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.Services;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service that the register did not have, as the next list is to show it.
 *
 * @param service {@code announced} at the ceremony's moment; in the first ceremony it may also be {@code active}, since then or before
 */
public record AnnounceStep(Service service) implements Step {

    static final String WORD = "announce";
    private static final String RULE = "TRUST-247";

    static AnnounceStep read(JsonObject json, Instant at) throws FormatException {
        json.exactly(StepReader.RULE, "step", "service");
        Service service = Services.read(json.object("service", StepReader.RULE), StepReader.RULE, at);
        if (!service.name().stream().allMatch(name -> Words.isPlain(name.value(), Words.LONG))) {
            throw FormatException.wrongFormat(StepReader.RULE, "a name of a service with control characters");
        }
        return new AnnounceStep(service);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.set("service", Services.json(service));
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        RegisteredService added = new RegisteredService(service, moment.number());
        if (register.service(added.id()).isPresent()) {
            throw new CeremonyRefusedException(
                    RULE, added.words() + " is in the register already; a key is announced once");
        }
        StateHistory states = service.states();
        boolean announced = states.now() == KeyState.ANNOUNCED && states.since().equals(moment.at());
        boolean first = moment.number() == 1
                && states.now() == KeyState.ACTIVE
                && !states.since().isAfter(moment.at());
        if (states.changes().size() != 1 || !announced && !first) {
            throw new CeremonyRefusedException(
                    RULE,
                    added.words() + " is to be announced at the ceremony's moment, " + moment.at()
                            + ", in no other state and with no history; only the first ceremony brings active services");
        }
        return OneOwner.require(register.with(added));
    }
}
