package org.stayseal.trust.authority;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Notice;
import org.stayseal.trust.authority.neighbours.Neighbourhood;

/**
 * Publishes with what was taken in of neighbours, and where the authority's own reader refuses that, without the neighbour that is the reason (TRUST-286): what another country signed cannot keep this
 * one from publishing its revocations.
 */
final class CombinedPublishing {

    private final Neighbourhood neighbours;
    private final InForce inForce;
    private final List<Bulletin> bulletins;
    private final List<Notice> notices;
    private final int sealsWrittenOut;
    private final List<String> shortcomings = new ArrayList<>();

    CombinedPublishing(
            Neighbourhood neighbours,
            InForce inForce,
            List<Bulletin> bulletins,
            List<Notice> notices,
            int sealsWrittenOut) {
        this.neighbours = neighbours;
        this.inForce = inForce;
        this.bulletins = bulletins;
        this.notices = notices;
        this.sealsWrittenOut = sealsWrittenOut;
    }

    /** @throws PublicationRefusedException if the country's own part is refused */
    Publication publish(PublicationInput input, long sequence, Instant moment)
            throws PublicationRefusedException, IOException {
        try {
            return without(Set.of(), input, sequence, moment);
        } catch (PublicationRefusedException refused) {
            Set<String> all =
                    neighbours.pinned().stream().map(one -> one.pin().country()).collect(Collectors.toSet());
            // Refused alone, it is this country's own part: that says what is to be done.
            Publication alone = without(all, input, sequence, moment);
            for (String one : all) {
                try {
                    Publication made = without(Set.of(one), input, sequence, moment);
                    shortcomings.add(leftOut(one, refused));
                    return made;
                } catch (PublicationRefusedException notThisOne) {
                    // Another one, or several.
                }
            }
            all.forEach(one -> shortcomings.add(leftOut(one, refused)));
            return alone;
        }
    }

    private static String leftOut(String country, PublicationRefusedException refused) {
        return "neighbour " + country + ": left out, and its permits are unknown to verifiers: with it the list is "
                + refused.getMessage() + "; tell the neighbour, and withdraw it by a ceremony if it stays so";
    }

    private Publication without(Set<String> leftOut, PublicationInput input, long sequence, Instant moment)
            throws PublicationRefusedException, IOException {
        return new Publisher(inForce.profile(), inForce.listing(), notices)
                .taking(neighbours.adopt(inForce.services().stream(), leftOut), bulletins)
                .writingOut(sealsWrittenOut)
                .publish(input, sequence, moment);
    }

    /** Which neighbours were left out and why, a line each. */
    List<String> shortcomings() {
        return List.copyOf(shortcomings);
    }
}
