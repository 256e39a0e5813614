package org.stayseal.trust.authority.ceremony;

import java.util.Locale;
import java.util.function.Function;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

/** A service of the register goes into a later state (TRUST-246). */
final class StateMove {

    private static final String RULE = "TRUST-246";

    private StateMove() {}

    static Register apply(
            Register register,
            String id,
            Step.Moment moment,
            KeyState to,
            Function<RegisteredService, RegisteredService> change)
            throws CeremonyRefusedException {
        RegisteredService service = register.service(id)
                .orElseThrow(() -> new CeremonyRefusedException(
                        RULE, "no service " + id + " is in the register; announce it first"));
        if (service.state() == KeyState.REVOKED) {
            throw new CeremonyRefusedException(
                    RULE, service.words() + " is revoked, and stays so for good; announce another key");
        }
        requireUsed(service, to);
        if (service.state().compareTo(to) >= 0) {
            throw new CeremonyRefusedException(
                    RULE,
                    service.words() + " is " + word(service.state()) + " and cannot become " + word(to)
                            + ": states move one way only");
        }
        if (!moment.at().isAfter(service.service().states().since())) {
            throw new CeremonyRefusedException(
                    RULE,
                    service.words() + " is " + word(service.state()) + " since "
                            + service.service().states().since() + "; the ceremony's moment, " + moment.at()
                            + ", must be later");
        }
        return register.changing(change.apply(service));
    }

    /** Who went past {@code active} would sign without the time to spread (TRUST-252). */
    private static void requireUsed(RegisteredService service, KeyState to) throws CeremonyRefusedException {
        boolean past = to == KeyState.RETIRING || to == KeyState.RETIRED;
        if (service.state() == KeyState.ANNOUNCED && past) {
            throw new CeremonyRefusedException(
                    RULE,
                    service.words() + " is announced and was never active, so it cannot become " + word(to)
                            + "; if it is not to be used, revoke it: nothing is lost, because it signed nothing");
        }
    }

    private static String word(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
