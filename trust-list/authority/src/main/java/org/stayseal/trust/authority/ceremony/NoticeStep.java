package org.stayseal.trust.authority.ceremony;

import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Notices;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notice is made (TRUST-140).
 *
 * @param notice in force
 */
public record NoticeStep(Notice notice) implements Step {

    static final String WORD = "notice";

    static NoticeStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "notice");
        return new NoticeStep(Notices.read(json.object("notice", StepReader.RULE), StepReader.RULE));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.set("notice", Notices.json(notice));
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        if (!notice.inForce()
                || register.notices().stream().anyMatch(made -> made.id().equals(notice.id()))) {
            throw new CeremonyRefusedException(
                    "TRUST-146",
                    "notice " + notice.id()
                            + " is withdrawn before it was made, or its id was used before; make one with another id");
        }
        return OneOwner.require(register.withNotices(
                Stream.concat(register.notices().stream(), Stream.of(notice)).toList()));
    }
}
