package org.stayseal.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.trust.authority.ceremony.BulletinStep;
import org.stayseal.trust.authority.ceremony.NeighbourStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.ceremony.WithdrawBulletinStep;
import org.stayseal.trust.authority.ceremony.WithdrawNeighbourStep;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.authority.register.Register;

/** Neighbours and bulletins in full, and what a ceremony about them does (TRUST-280 to TRUST-283). */
final class NeighbourWords {

    private NeighbourWords() {}

    /** One line: its name, and whether it is believed. */
    static String line(PinnedNeighbour one) {
        return "neighbour " + one.pin().country()
                + one.withdrawn().map(since -> ": withdrawn since " + since).orElse(": believed");
    }

    static List<String> lines(PinnedNeighbour neighbour) {
        NeighbourPin pin = neighbour.pin();
        List<String> lines = new ArrayList<>();
        ServiceWords.add(
                lines, "country", pin.country() + ", " + pin.environment().word());
        ServiceWords.add(lines, "root", pin.root().fingerprint().hex());
        ServiceWords.add(lines, "speaks for", ServiceWords.joined(pin.countries()));
        ServiceWords.add(lines, "documents", ServiceWords.joined(pin.documentTypes()));
        ServiceWords.add(lines, "purposes", pin.purposes().isEmpty() ? "none" : ServiceWords.joined(pin.purposes()));
        if (pin.prefixes().isEmpty()) {
            ServiceWords.add(lines, "status at", "no address: its credentials have no status here");
        }
        pin.prefixes().forEach(prefix -> ServiceWords.add(lines, "status at", Printable.of(prefix)));
        ServiceWords.add(
                lines,
                "fetched from",
                neighbour
                        .address()
                        .map(uri -> Printable.of(uri.toString()))
                        .orElse("nowhere: somebody brings its snapshots"));
        return lines;
    }

    static List<String> lines(Bulletin bulletin) {
        List<String> lines = new ArrayList<>();
        ServiceWords.add(lines, "id", bulletin.id());
        ServiceWords.add(lines, "severity", bulletin.severity().word());
        ServiceWords.add(lines, "published", bulletin.published().toString());
        ServiceWords.add(lines, "until", bulletin.until().toString());
        ServiceWords.texts(lines, "text", bulletin.text());
        if (bulletin.services().isEmpty()) {
            ServiceWords.add(lines, "about", "the list as a whole");
        }
        bulletin.services().forEach(service -> ServiceWords.add(lines, "about", service));
        return lines;
    }

    /** @return empty for a step about something else */
    static Optional<List<String>> step(Step step, Optional<Register> before) {
        if (step instanceof NeighbourStep pinned) {
            List<String> lines = lines(pinned.neighbour());
            lines.add(
                    "so: verifiers believe what this country lists for its own permits, as far as it is named here, once its snapshot was taken in.");
            return Optional.of(lines);
        }
        if (step instanceof WithdrawNeighbourStep withdrawn) {
            List<String> lines = new ArrayList<>();
            before.stream()
                    .flatMap(register -> register.neighbours().stream())
                    .filter(one ->
                            one.withdrawn().isEmpty() && one.pin().country().equals(withdrawn.country()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> lines.addAll(lines(one)),
                            () -> ServiceWords.add(lines, "country", withdrawn.country()));
            lines.add(
                    "so: every permit of it is refused by every verifier, from the next publication on. This root is never believed again.");
            return Optional.of(lines);
        }
        if (step instanceof BulletinStep told) {
            List<String> lines = lines(told.bulletin());
            lines.add("so: verifiers show this text until then. It changes no answer.");
            return Optional.of(lines);
        }
        if (step instanceof WithdrawBulletinStep over) {
            List<String> lines = new ArrayList<>();
            before.stream()
                    .flatMap(register -> register.bulletins().stream())
                    .filter(one -> one.id().equals(over.id()))
                    .findFirst()
                    .ifPresentOrElse(one -> lines.addAll(lines(one)), () -> ServiceWords.add(lines, "id", over.id()));
            lines.add("so: verifiers show it no more, from the next publication on.");
            return Optional.of(lines);
        }
        return Optional.empty();
    }
}
