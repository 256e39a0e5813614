package org.stayseal.trust.authority.ceremony;

import java.util.List;
import java.util.Set;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.authority.neighbours.Neighbourhood;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

/** Every country, root and status address of a register has one owner (TRUST-281): a list without that is refused by every reader (TRUST-221, TRUST-222, TRUST-225). */
final class OneOwner {

    static final String RULE = "TRUST-281";

    private OneOwner() {}

    /**
     * @return the same register
     * @throws CeremonyRefusedException if something in it has two owners
     */
    static Register require(Register register) throws CeremonyRefusedException {
        List<PinnedNeighbour> all = Neighbourhood.current(register.neighbours());
        if (all.size() > Neighbour.MAX_NEIGHBOURS) {
            throw new CeremonyRefusedException(RULE, "a list has at most " + Neighbour.MAX_NEIGHBOURS + " neighbours");
        }
        for (PinnedNeighbour one : all) {
            NeighbourPin pin = one.pin();
            refuseIf(pin.countries().contains(register.country()), pin, "speaks for this country itself");
            for (RegisteredService own : register.services()) {
                refuseIf(touches(pin, own.service()), pin, "has a country or status address of " + own.words());
            }
            refuseIf(
                    register.notices().stream()
                            .anyMatch(notice -> touches(pin, notice.scope().countries())),
                    pin,
                    "has a country that a notice of this authority is about");
            refuseIf(
                    all.stream().map(PinnedNeighbour::pin).anyMatch(other -> other != pin && !pin.isApartFrom(other)),
                    pin,
                    "has a country, root or status address of another neighbour");
        }
        return register;
    }

    private static boolean touches(NeighbourPin pin, Service own) {
        if (own instanceof Service.StatusKey status) {
            return status.prefixes().stream().anyMatch(pin::touches);
        }
        return touches(
                pin,
                own instanceof Service.Csca csca
                        ? csca.scope().countries()
                        : ((Service.PermitSigner) own).scope().countries());
    }

    private static boolean touches(NeighbourPin pin, Set<String> countries) {
        return countries.stream().anyMatch(pin.countries()::contains);
    }

    private static void refuseIf(boolean wrong, NeighbourPin pin, String what) throws CeremonyRefusedException {
        if (wrong) {
            throw new CeremonyRefusedException(RULE, "the neighbour " + pin.country() + " " + what);
        }
    }
}
