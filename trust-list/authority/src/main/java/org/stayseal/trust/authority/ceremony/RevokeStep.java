package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service is revoked, for good: nothing that it signed counts, but for what a kept log holds of a signer (TRUST-186). Of one that is revoked: it was compromised earlier than was thought.
 *
 * @param service its name (TRUST-243)
 * @param cause in a word or a few, such as {@code keyCompromise}
 * @param compromisedSince from when on somebody else may have signed with it; not after the ceremony
 */
public record RevokeStep(String service, String cause, Instant compromisedSince) implements Step {

    static final String WORD = "revoke";
    private static final String RULE = "TRUST-248";
    private static final String EARLIER = "TRUST-260";

    /** Refuses a name or a text of another form. */
    public RevokeStep {
        Words.requireId(service);
        Words.requirePlain(cause, Words.SHORT);
    }

    static RevokeStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "service", "cause", "compromisedSince");
        return new RevokeStep(
                Words.id(json, StepReader.RULE),
                Words.plain(json, "cause", Words.SHORT, StepReader.RULE),
                json.time("compromisedSince"));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("service", service);
        json.put("cause", cause);
        json.put("compromisedSince", compromisedSince.toString());
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        if (compromisedSince.isAfter(moment.at())) {
            throw new CeremonyRefusedException(
                    RULE,
                    "compromisedSince " + compromisedSince + " is after the ceremony's moment " + moment.at()
                            + "; a revocation says since when, not from when");
        }
        Optional<RegisteredService> revoked =
                register.service(service).filter(found -> found.state() == KeyState.REVOKED);
        return revoked.isPresent() ? earlier(register, revoked.get()) : first(register, moment);
    }

    /** What is known later of a theft: it was earlier than was thought. Never later: what is refused must not count again. */
    private Register earlier(Register register, RegisteredService revoked) throws CeremonyRefusedException {
        Instant since = revoked.service()
                .states()
                .revocation()
                .map(StateHistory.Revocation::compromisedSince)
                .orElse(revoked.service().states().since());
        if (!compromisedSince.isBefore(since)) {
            throw new CeremonyRefusedException(
                    EARLIER,
                    revoked.words() + " is revoked, and stays so for good, as compromised since " + since
                            + "; that moment can only become an earlier one");
        }
        RegisteredService changed = revoked.compromisedEarlier(new StateHistory.Revocation(cause, compromisedSince));
        if (revoked.service().states().withdrawsKey()
                && !changed.service().states().withdrawsKey()) {
            throw new CeremonyRefusedException(
                    EARLIER,
                    revoked.words() + " is revoked with its key, and the cause " + cause + " would give it back");
        }
        return register.changing(changed);
    }

    private Register first(Register register, Moment moment) throws CeremonyRefusedException {
        return StateMove.apply(
                register,
                service,
                moment,
                KeyState.REVOKED,
                found -> found.revoked(moment.at(), new StateHistory.Revocation(cause, compromisedSince)));
    }
}
