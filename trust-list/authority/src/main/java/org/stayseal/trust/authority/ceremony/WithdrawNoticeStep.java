package org.stayseal.trust.authority.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.Notice;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notice is withdrawn, for good; it stays listed (TRUST-146).
 *
 * @param id the notice's
 */
public record WithdrawNoticeStep(String id) implements Step {

    static final String WORD = "withdraw-notice";

    /** Refuses a text that is no id. */
    public WithdrawNoticeStep {
        Words.requirePlain(id, Words.SHORT);
    }

    static WithdrawNoticeStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "id");
        return new WithdrawNoticeStep(Words.plain(json, "id", Words.SHORT, StepReader.RULE));
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
        Optional<Notice> made = register.notices().stream()
                .filter(notice -> notice.id().equals(id) && notice.inForce())
                .findFirst();
        if (made.isEmpty()) {
            throw new CeremonyRefusedException(
                    "TRUST-146", "no notice " + id + " is in force by a ceremony; it was never made, or is withdrawn");
        }
        List<Notice> all = new ArrayList<>(register.notices());
        all.set(all.indexOf(made.get()), made.get().withdrawn());
        return register.withNotices(all);
    }
}
