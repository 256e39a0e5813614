package org.stayseal.trust.authority.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;

/** What one register has that another had not, a line each, for the people who review a ceremony. */
public final class RegisterDiff {

    private RegisterDiff() {}

    /** @return no line if nothing changed */
    public static List<String> lines(Register before, Register after) {
        List<String> lines = new ArrayList<>();
        for (RegisteredRoot root :
                after.roots().subList(before.roots().size(), after.roots().size())) {
            lines.add("root " + root.root().head().sequence() + ": " + root.fingerprint());
        }
        for (RegisteredService now : after.services()) {
            Optional<RegisteredService> then = before.service(now.id());
            if (then.isEmpty()) {
                lines.add("new " + now.words() + ": " + word(now.state()) + term(now));
            } else if (!then.get().service().states().equals(now.service().states())) {
                lines.add(now.words() + ": " + word(then.get().state()) + " → " + word(now.state()) + reason(now)
                        + (term(then.get()).equals(term(now)) ? "" : term(now)));
            }
        }
        for (Notice notice : after.notices()) {
            if (!before.notices().contains(notice)) {
                lines.add("notice " + notice.id() + ": " + notice.state().word());
            }
        }
        after.crls().forEach((name, der) -> {
            byte[] earlier = before.crls().get(name);
            if (earlier == null || !Arrays.equals(earlier, der)) {
                lines.add((earlier == null ? "new CRL " : "CRL ") + name + " of " + der.length + " bytes");
            }
        });
        for (PinnedNeighbour one : after.neighbours()) {
            if (!before.neighbours().contains(one)) {
                lines.add("neighbour " + one.pin().country()
                        + one.withdrawn()
                                .map(since -> ": withdrawn since " + since)
                                .orElse(": pinned, root " + one.pin().root().fingerprint()));
            }
        }
        for (Bulletin one : after.bulletins()) {
            if (!before.bulletins().contains(one)) {
                lines.add("bulletin " + one.id() + ": " + one.severity().word() + ", until " + one.until());
            }
        }
        return lines;
    }

    private static String word(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String term(RegisteredService service) {
        return service.service() instanceof Service.PermitSigner signer
                ? ", signs from " + signer.term().signsFrom() + " until "
                        + signer.term().signsUntil()
                : "";
    }

    private static String reason(RegisteredService service) {
        return service.service()
                .states()
                .revocation()
                .map(why -> " (" + why.cause() + ", since " + why.compromisedSince() + ")")
                .orElse("");
    }
}
