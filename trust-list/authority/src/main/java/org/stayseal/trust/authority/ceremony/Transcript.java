package org.stayseal.trust.authority.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;

/**
 * A ceremony that was held: the reviewed bytes, signed by enough of the root keys that were in force, and the next root where there is one, signed as it must be (TRUST-249, TRUST-250).
 *
 * <p>Security guarantees: there is none that was not accepted.
 */
public final class Transcript {

    private static final String RULE = "TRUST-250";

    private final CeremonyPart signed;

    private Transcript(CeremonyPart signed) {
        this.signed = signed;
    }

    /**
     * Reads a transcript and checks that it counts.
     *
     * @param inForce the root before it; empty for the first ceremony, which brings its own
     * @throws CeremonyRefusedException for any other form, and for signatures that are too few or do not fit
     */
    public static Transcript read(byte[] utf8, Optional<Root> inForce) throws CeremonyRefusedException {
        try {
            return accepted(CeremonyPart.read(utf8), inForce);
        } catch (FormatException e) {
            throw new CeremonyRefusedException(e.rule(), "not a transcript: " + e.getMessage());
        }
    }

    static Transcript accepted(CeremonyPart signed, Optional<Root> inForce) throws CeremonyRefusedException {
        Optional<RootStep> step = signed.file().ceremony().rootStep();
        if (inForce.isEmpty() && step.isEmpty()) {
            throw new CeremonyRefusedException(RULE, "the first ceremony brings no root");
        }
        refuseForeign(signed, inForce, step);
        try {
            signed.ceremony().requireAcceptedBy(deciding(inForce, step).role(Role.ROOT));
            if (signed.root().isPresent()) {
                if (inForce.isPresent()) {
                    inForce.get().next(signed.root().get());
                } else {
                    Root.read(signed.root().get());
                }
            }
            return new Transcript(signed);
        } catch (FormatException e) {
            throw new CeremonyRefusedException(
                    RULE, "the signatures do not make it count (" + e.rule() + "): " + e.getMessage());
        }
    }

    /** A transcript says who approved; nobody else may be put beside them. */
    private static void refuseForeign(CeremonyPart signed, Optional<Root> inForce, Optional<RootStep> step)
            throws CeremonyRefusedException {
        List<RoleKeys> roles = Stream.concat(inForce.stream(), step.map(RootStep::root).stream())
                .map(root -> root.role(Role.ROOT))
                .toList();
        for (String kid : signed.kids()) {
            if (roles.stream().noneMatch(role -> signed.ceremony().isSignedBy(kid, role))) {
                throw new CeremonyRefusedException(
                        RULE, "the key " + kid + " is no root key of this authority, or its signature does not fit");
            }
        }
    }

    /** Whose keys decide: the root's in force, or for the first ceremony that of its own. */
    static Root deciding(Optional<Root> inForce, Optional<RootStep> step) {
        return inForce.orElseGet(() -> step.orElseThrow().root());
    }

    /** The reviewed file. */
    public CeremonyFile file() {
        return signed.file();
    }

    /** The ceremony. */
    public Ceremony ceremony() {
        return signed.file().ceremony();
    }

    /** The keys that signed, by their thumbprints. */
    public Set<String> kids() {
        return signed.kids();
    }

    /** The signed root that it brings, as {@code root/<n>.json} is published. */
    public Optional<byte[]> rootDocument() {
        return signed.rootDocument();
    }

    /** The file. */
    public byte[] bytes() {
        return signed.bytes();
    }
}
