package org.stayseal.trust.authority.ceremony;

import java.util.Base64;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.Root;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredRoot;
import tools.jackson.databind.node.ObjectNode;

/** The next root, or the first: its payload, which the transcript holds signed. */
public final class RootStep implements Step {

    static final String WORD = "root";

    private final byte[] payload;
    private final Root root;

    private RootStep(byte[] payload, Root root) {
        this.payload = payload.clone();
        this.root = root;
    }

    /** A step that brings this root. */
    public static RootStep of(Root root) {
        return new RootStep(root.payload(), root);
    }

    /**
     * A step that brings the root with this payload, byte by byte.
     *
     * @throws FormatException if it is none
     */
    public static RootStep of(byte[] payload) throws FormatException {
        return new RootStep(payload, Root.ofPayload(payload));
    }

    static RootStep read(JsonObject json) throws FormatException {
        json.exactly(StepReader.RULE, "step", "payload");
        return of(json.bytes("payload", StepReader.RULE));
    }

    /** The root. */
    public Root root() {
        return root;
    }

    /** What is signed. */
    public byte[] payload() {
        return payload.clone();
    }

    /** Its fingerprint (TRUST-32). */
    public Fingerprint fingerprint() {
        return Fingerprint.ofPayload(payload);
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public void write(ObjectNode json) {
        json.put("payload", Base64.getUrlEncoder().withoutPadding().encodeToString(payload));
    }

    @Override
    public Register applyTo(Register register, Moment moment) throws CeremonyRefusedException {
        Head head = root.head();
        Optional<Head> before = register.root().map(last -> last.root().head());
        long number = before.map(Head::sequence).orElse(0L) + 1;
        refuseIf(
                head.sequence() != number,
                "the root is number " + head.sequence() + ", and the register needs number " + number);
        refuseIf(
                !head.country().equals(register.country()) || head.environment() != register.environment(),
                "the root is of another country or environment than the register");
        refuseIf(
                head.issued().isAfter(moment.at())
                        || before.filter(last -> head.issued().isBefore(last.issued()))
                                .isPresent(),
                "the root was issued " + head.issued()
                        + ", which is before the root it follows or after the ceremony's moment");
        refuseIf(head.staleAt(moment.at()), "the root ends at " + head.nextUpdate() + ", before the ceremony's moment");
        return register.with(new RegisteredRoot(fingerprint(), root));
    }

    private static void refuseIf(boolean wrong, String why) throws CeremonyRefusedException {
        if (wrong) {
            throw new CeremonyRefusedException("TRUST-245", why);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RootStep step && step.fingerprint().equals(fingerprint());
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    @Override
    public String toString() {
        return "root " + root.head().sequence() + " " + fingerprint();
    }
}
