package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service signs no more; what it signed stays signed.
 *
 * @param service its name (TRUST-243)
 * @param signsUntil of a signer, and of no other: the end of its term from now on
 * @param override why it may be retired although nothing else of its kind signs (TRUST-253)
 */
public record RetireStep(String service, Optional<Instant> signsUntil, Optional<String> override) implements Step {

    static final String WORD = "retire";
    private static final String RULE = "TRUST-247";

    /** Refuses a name or a text of another form. */
    public RetireStep {
        Words.requireId(service);
        override.ifPresent(text -> Words.requirePlain(text, Words.LONG));
    }

    static RetireStep read(JsonObject json) throws FormatException {
        Optional<Instant> until = json.has("signsUntil") ? Optional.of(json.time("signsUntil")) : Optional.empty();
        Optional<String> override = json.has("override")
                ? Optional.of(Words.plain(json, "override", Words.LONG, StepReader.RULE))
                : Optional.empty();
        List<String> members = new ArrayList<>(List.of("step", "service"));
        until.ifPresent(there -> members.add("signsUntil"));
        override.ifPresent(there -> members.add("override"));
        json.exactly(StepReader.RULE, members.toArray(String[]::new));
        return new RetireStep(Words.id(json, StepReader.RULE), until, override);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("service", service);
        signsUntil.ifPresent(until -> json.put("signsUntil", until.toString()));
        override.ifPresent(why -> json.put("override", why));
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        Optional<RegisteredService> listed = register.service(service);
        boolean signer = listed.filter(found -> found.service() instanceof Service.PermitSigner)
                .isPresent();
        if (listed.isPresent() && signer != signsUntil.isPresent()) {
            throw new CeremonyRefusedException(
                    RULE, "the end of the term, signsUntil, is said of a signer that retires, and of nothing else");
        }
        if (listed.isPresent() && listed.get().service() instanceof Service.PermitSigner has) {
            Instant until = signsUntil.orElseThrow();
            if (until.isAfter(moment.at())
                    || until.isAfter(has.term().signsUntil())
                    || !until.isAfter(has.term().signsFrom())) {
                throw new CeremonyRefusedException(
                        RULE,
                        "signsUntil " + until + " of " + listed.get().words() + " is not within its term, which ends "
                                + has.term().signsUntil() + ", or after the ceremony's moment " + moment.at());
            }
        }
        return StateMove.apply(
                register,
                service,
                moment,
                KeyState.RETIRED,
                found -> signsUntil
                        .map(until -> found.retired(moment.at(), until))
                        .orElseGet(() -> found.moved(KeyState.RETIRED, moment.at())));
    }
}
