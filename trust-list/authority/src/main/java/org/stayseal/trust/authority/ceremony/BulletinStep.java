package org.stayseal.trust.authority.ceremony;

import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Bulletins;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.trust.authority.register.Register;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifiers are told of an incident (TRUST-283).
 *
 * @param bulletin as lists are to show it
 */
public record BulletinStep(Bulletin bulletin) implements Step {

    static final String WORD = "bulletin";
    static final String RULE = "TRUST-283";

    static BulletinStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "bulletin");
        Bulletin bulletin = Bulletins.read(json.object("bulletin", StepReader.RULE));
        if (!bulletin.text().stream().allMatch(text -> Words.isPlain(text.value(), Words.LONG))) {
            throw FormatException.wrongFormat(
                    StepReader.RULE, "a text of a bulletin that is too long, or has control characters");
        }
        return new BulletinStep(bulletin);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.set("bulletin", Bulletins.json(bulletin));
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        if (bulletin.published().isAfter(moment.at()) || !bulletin.until().isAfter(moment.at())) {
            throw new CeremonyRefusedException(
                    RULE,
                    "bulletin " + bulletin.id() + " is not shown at the ceremony's moment, " + moment.at()
                            + ": it is published then at the latest, and ends later");
        }
        if (register.bulletins().stream().anyMatch(made -> made.id().equals(bulletin.id()))) {
            throw new CeremonyRefusedException(
                    RULE, "a bulletin " + bulletin.id() + " was made before; make one with another id");
        }
        long current = register.bulletins().stream()
                .filter(made -> made.currentAt(moment.at()))
                .count();
        if (current == Bulletin.MAX_ENTRIES) {
            throw new CeremonyRefusedException(
                    RULE, "a list has at most " + Bulletin.MAX_ENTRIES + " bulletins; end one first");
        }
        return register.withBulletins(Stream.concat(register.bulletins().stream(), Stream.of(bulletin))
                .toList());
    }
}
