package org.stayseal.trust.authority.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bulletin is over at the ceremony's moment (TRUST-283).
 *
 * @param id the bulletin's
 */
public record WithdrawBulletinStep(String id) implements Step {

    static final String WORD = "withdraw-bulletin";

    /** Refuses a text that is no id. */
    public WithdrawBulletinStep {
        Words.requirePlain(id, Words.SHORT);
    }

    static WithdrawBulletinStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "id");
        return new WithdrawBulletinStep(Words.plain(json, "id", Words.SHORT, StepReader.RULE));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("id", id);
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        Optional<Bulletin> shown = register.bulletins().stream()
                .filter(bulletin -> bulletin.id().equals(id)
                        && bulletin.published().isBefore(moment.at())
                        && bulletin.until().isAfter(moment.at()))
                .findFirst();
        if (shown.isEmpty()) {
            throw new CeremonyRefusedException(
                    BulletinStep.RULE, "no bulletin " + id + " is shown by a ceremony; it was never made, or is over");
        }
        List<Bulletin> all = new ArrayList<>(register.bulletins());
        all.set(all.indexOf(shown.get()), shown.get().endingAt(moment.at()));
        return register.withBulletins(all);
    }
}
