package org.stayseal.trust.authority;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Notice;
import org.stayseal.trust.authority.neighbours.Neighbourhood;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;

/**
 * Publishes with what was taken in of neighbours, and where that fails, whatever the reason, without those that are the reason (TRUST-286): neither what another country signed nor a damaged copy of
 * it can keep this one from publishing its revocations.
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
        } catch (PublicationRefusedException | IOException | RuntimeException failed) {
            if (neighbours.pinned().isEmpty()) {
                throw failed;
            }
            return withThoseThatFit(input, sequence, moment);
        }
    }

    private Publication withThoseThatFit(PublicationInput input, long sequence, Instant moment)
            throws PublicationRefusedException, IOException {
        Set<String> leftOut =
                neighbours.pinned().stream().map(one -> one.pin().country()).collect(Collectors.toSet());
        // Refused alone, it is this country's own part: that says what is to be done.
        Publication made = without(leftOut, input, sequence, moment);
        for (PinnedNeighbour one : neighbours.pinned()) {
            String country = one.pin().country();
            Set<String> fewer = new HashSet<>(leftOut);
            fewer.remove(country);
            try {
                made = without(fewer, input, sequence, moment);
                leftOut = fewer;
            } catch (PublicationRefusedException refused) {
                shortcomings.add(leftOut(country, "with it the list is " + refused.getMessage())
                        + "; tell the neighbour, and withdraw it by a ceremony if it stays so");
            } catch (IOException | RuntimeException damaged) {
                shortcomings.add(leftOut(country, "what is kept of it cannot be used: " + damaged.getMessage())
                        + "; take it in again: trust neighbour fetch");
            }
        }
        return made;
    }

    private static String leftOut(String country, String why) {
        return "neighbour " + country + ": left out, and its permits are unknown to verifiers: " + why;
    }

    private Publication without(Set<String> leftOut, PublicationInput input, long sequence, Instant moment)
            throws PublicationRefusedException, IOException {
        return new Publisher(inForce.profile(), inForce.listing(), notices)
                .taking(neighbours.adopt(inForce.services().stream(), leftOut, moment), bulletins)
                .writingOut(sealsWrittenOut)
                .publish(input, sequence, moment);
    }

    /** Which neighbours were left out and why, a line each. */
    List<String> shortcomings() {
        return List.copyOf(shortcomings);
    }
}
