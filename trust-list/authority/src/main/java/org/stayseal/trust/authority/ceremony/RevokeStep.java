package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service is revoked, for good: nothing that it signed counts, but for what a kept log holds of a signer (TRUST-186).
 *
 * @param service its name (TRUST-243)
 * @param cause in a word or a few, such as {@code keyCompromise}
 * @param compromisedSince from when on somebody else may have signed with it; not after the ceremony
 */
public record RevokeStep(String service, String cause, Instant compromisedSince) implements Step {

    static final String WORD = "revoke";

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
                    "TRUST-248",
                    "compromisedSince " + compromisedSince + " is after the ceremony's moment " + moment.at()
                            + "; a revocation says since when, not from when");
        }
        return StateMove.apply(
                register,
                service,
                moment,
                KeyState.REVOKED,
                found -> found.revoked(moment.at(), new StateHistory.Revocation(cause, compromisedSince)));
    }
}
