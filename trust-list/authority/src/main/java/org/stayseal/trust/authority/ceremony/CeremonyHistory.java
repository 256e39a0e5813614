package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Root;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisterDiff;
import org.stayseal.trust.authority.register.RegisteredRoot;

/**
 * All ceremonies of an authority, from the first without a gap, and the register that comes of them (TRUST-251).
 *
 * <p>Security guarantees: every transcript in it was accepted by the root before it, follows the one before it by number and digest, and gives the register that people had seen.
 */
public final class CeremonyHistory {

    private static final String RULE = "TRUST-251";

    /** Before the first ceremony. */
    public static final CeremonyHistory NONE = new CeremonyHistory(List.of(), Optional.empty());

    private final List<Transcript> transcripts;
    private final Optional<Register> register;

    private CeremonyHistory(List<Transcript> transcripts, Optional<Register> register) {
        this.transcripts = transcripts;
        this.register = register;
    }

    /**
     * Replays transcripts.
     *
     * @param files from the first, in their order
     * @throws CeremonyRefusedException with the number of the first that does not count
     */
    public static CeremonyHistory replay(List<byte[]> files) throws CeremonyRefusedException {
        CeremonyHistory history = NONE;
        for (byte[] file : files) {
            try {
                history = history.then(Transcript.read(file, history.rootInForce()));
            } catch (CeremonyRefusedException e) {
                throw new CeremonyRefusedException(
                        e.rule(), "ceremony " + (history.number() + 1) + " does not count: " + e.getMessage());
            }
        }
        return history;
    }

    /**
     * One ceremony more.
     *
     * @throws CeremonyRefusedException if it does not follow, or does not give the register that it names
     */
    public CeremonyHistory then(Transcript transcript) throws CeremonyRefusedException {
        // Read again under the root in force here: it may have been made for another history.
        Transcript counted = Transcript.read(transcript.bytes(), rootInForce());
        Register after = after(counted.ceremony());
        return new CeremonyHistory(
                Stream.concat(transcripts.stream(), Stream.of(counted)).toList(), Optional.of(after));
    }

    /**
     * What was read later, which must begin with this.
     *
     * @throws CeremonyRefusedException if a ceremony that was replayed is another now, or gone
     */
    public CeremonyHistory continued(CeremonyHistory later) throws CeremonyRefusedException {
        for (int i = 0; i < transcripts.size(); i++) {
            if (later.number() <= i
                    || !later.transcripts
                            .get(i)
                            .file()
                            .digest()
                            .equals(transcripts.get(i).file().digest())) {
                throw new CeremonyRefusedException(
                        RULE, "ceremony " + (i + 1) + " was there, and is another now, or gone; restore the folder");
            }
        }
        return later;
    }

    /** The ceremonies that hold at that moment: a ceremony may be held before its moment, and so are all after it. */
    public CeremonyHistory at(Instant now) {
        List<Transcript> holding = transcripts.stream()
                .takeWhile(transcript -> !transcript.ceremony().at().isAfter(now))
                .toList();
        if (holding.size() == transcripts.size()) {
            return this;
        }
        try {
            CeremonyHistory history = NONE;
            for (Transcript transcript : holding) {
                history = new CeremonyHistory(
                        Stream.concat(history.transcripts.stream(), Stream.of(transcript))
                                .toList(),
                        Optional.of(history.after(transcript.ceremony())));
            }
            return history;
        } catch (CeremonyRefusedException e) {
            throw new IllegalStateException("ceremonies that were replayed can be replayed", e);
        }
    }

    /**
     * Refuses a history with a ceremony whose moment is to come (TRUST-259): a clock was wrong when it was held, or is here.
     *
     * @throws CeremonyRefusedException with its number
     */
    public void requireNoneAhead(Instant now) throws CeremonyRefusedException {
        for (Transcript transcript : transcripts) {
            Ceremony ceremony = transcript.ceremony();
            if (MomentRule.isOfAWrongClock(ceremony, now)) {
                throw new CeremonyRefusedException(
                        MomentRule.RULE,
                        "ceremony " + ceremony.number() + " is of " + ceremony.at() + ", and it is " + now
                                + " here: set the clock right; if the clock was wrong where it was held, and no list shows it, take "
                                + ceremony.number() + ".json out of the folder ceremonies and hold it anew");
            }
        }
    }

    /** The moment that a ceremony of now has: now, or where the last one is of a moment just ahead, that one. Never later: what is decided holds as soon as it can. */
    public Instant nextMoment(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return last().map(transcript -> transcript.ceremony().at())
                .filter(at -> at.isAfter(second))
                .orElse(second);
    }

    private Register after(Ceremony ceremony) throws CeremonyRefusedException {
        refuseUnlessNext(ceremony);
        Register after = folded(base(ceremony), ceremony);
        if (!after.digest().equals(ceremony.after())) {
            throw new CeremonyRefusedException(
                    RULE,
                    "the register after ceremony " + ceremony.number() + " is " + after.digest()
                            + ", not the one that was reviewed, " + ceremony.after());
        }
        return after;
    }

    private Register base(Ceremony ceremony) {
        return register.orElseGet(() -> Register.empty(ceremony.country(), ceremony.environment()));
    }

    private static Register folded(Register before, Ceremony ceremony) throws CeremonyRefusedException {
        Register now = before;
        for (Step step : ceremony.steps()) {
            now = step.applyTo(now, ceremony.moment());
        }
        if (!now.roots().get(0).fingerprint().equals(ceremony.root())) {
            throw new CeremonyRefusedException(
                    RULE,
                    "the ceremony is of the authority with the root " + ceremony.root() + ", and this is another");
        }
        return now;
    }

    private void refuseUnlessNext(Ceremony ceremony) throws CeremonyRefusedException {
        if (ceremony.number() != number() + 1) {
            throw new CeremonyRefusedException(
                    RULE, "the ceremony is number " + ceremony.number() + ", and the next is " + (number() + 1));
        }
        if (ceremony.rootStep().isEmpty() && register.isEmpty()) {
            throw new CeremonyRefusedException(RULE, "the first ceremony brings no root");
        }
        if (register.isEmpty()) {
            return;
        }
        Register before = register.get();
        Transcript last = transcripts.get(transcripts.size() - 1);
        if (!ceremony.previous().equals(Optional.of(last.file().digest()))) {
            throw new CeremonyRefusedException(
                    RULE,
                    "the chain is broken: it names " + ceremony.previous().orElseThrow()
                            + " as the ceremony before it, which is "
                            + last.file().digest());
        }
        if (!ceremony.before().equals(Optional.of(before.digest()))) {
            throw new CeremonyRefusedException(
                    RULE,
                    "it was made for another register than the one of now, " + before.digest()
                            + "; make it anew and have it reviewed");
        }
        if (!ceremony.country().equals(before.country()) || ceremony.environment() != before.environment()) {
            throw new CeremonyRefusedException(RULE, "it is of another country or environment");
        }
        if (ceremony.at().isBefore(last.ceremony().at())) {
            throw new CeremonyRefusedException(
                    RULE,
                    "its moment, " + ceremony.at() + ", is before that of the ceremony before it, "
                            + last.ceremony().at());
        }
    }

    /**
     * Writes the first ceremony, with all digests, from what it is to do. Nothing is kept.
     *
     * @throws CeremonyRefusedException if there is one already, or the steps cannot be made
     */
    public CeremonyFile first(
            String country, Environment environment, Instant at, String title, String reason, List<Step> steps)
            throws CeremonyRefusedException {
        if (register.isPresent()) {
            throw new CeremonyRefusedException(RULE, "this authority has held its first ceremony");
        }
        return drafted(Register.empty(country, environment), at, title, reason, steps);
    }

    /**
     * Writes the next ceremony, with all numbers and digests, from what it is to do. Nothing is kept.
     *
     * @throws CeremonyRefusedException if there was none before it, or the steps cannot be made
     */
    public CeremonyFile next(Instant at, String title, String reason, List<Step> steps)
            throws CeremonyRefusedException {
        Register before = register.orElseThrow(
                () -> new CeremonyRefusedException(RULE, "this authority has not held its first ceremony"));
        return drafted(before, at, title, reason, steps);
    }

    private CeremonyFile drafted(Register before, Instant at, String title, String reason, List<Step> steps)
            throws CeremonyRefusedException {
        Instant moment = at.truncatedTo(ChronoUnit.SECONDS);
        Register after = before;
        for (Step step : steps) {
            after = step.applyTo(after, new Step.Moment(number() + 1, moment));
        }
        if (after.roots().isEmpty()) {
            throw new CeremonyRefusedException(RULE, "the first ceremony brings no root");
        }
        CeremonyFile file = CeremonyFile.of(new Ceremony(
                before.country(),
                before.environment(),
                number() + 1,
                last().map(transcript -> transcript.file().digest()),
                after.roots().get(0).fingerprint(),
                moment,
                title,
                reason,
                register.map(Register::digest),
                after.digest(),
                steps));
        refuseUnlessNext(file.ceremony());
        return file;
    }

    /**
     * What a ceremony would do: replays it and asks every rule, and keeps nothing. Also before it is signed.
     *
     * @param circumstances what was published so far, and the time
     * @throws CeremonyRefusedException if it may not be held so
     */
    public DryRun dryRun(CeremonyFile file, Circumstances circumstances) throws CeremonyRefusedException {
        Ceremony ceremony = file.ceremony();
        requireNoneAhead(circumstances.now());
        if (circumstances.published().lastCeremony() > number()) {
            throw new CeremonyRefusedException(
                    "TRUST-262",
                    "a list with ceremony " + circumstances.published().lastCeremony()
                            + " was published, and the last one here is " + number()
                            + "; restore the folder ceremonies from the copy that is kept elsewhere");
        }
        refuseVoid(file);
        Register after = after(ceremony);
        Register before = base(ceremony);
        List<String> warnings = new Proposal(ceremony, before, after, circumstances).requireGood();
        return new DryRun(file, before, after, RegisterDiff.lines(before, after), warnings);
    }

    /** What was made for another state than that of now, with what to do next (TRUST-268). */
    private void refuseVoid(CeremonyFile file) throws CeremonyRefusedException {
        int number = file.ceremony().number();
        if (number > number() + 1) {
            throw new CeremonyRefusedException(
                    RULE,
                    "it is ceremony " + number + ", and the last one here is " + number()
                            + ": this copy of the directory is older; bring it up to date");
        }
        if (number == number() + 1) {
            return;
        }
        if (transcripts.get(number - 1).file().digest().equals(file.digest())) {
            throw new CeremonyRefusedException(RULE, "it was held already, as ceremony " + number);
        }
        throw new CeremonyRefusedException(
                RULE,
                "it was made to be ceremony " + number
                        + ", and another one was held as that meanwhile: its signatures are void; take it over onto what holds now (trust ceremony redo), have it reviewed and signed again");
    }

    /** How many there are; the number of the last. */
    public int number() {
        return transcripts.size();
    }

    /** The last. */
    public Optional<Transcript> last() {
        return transcripts.isEmpty() ? Optional.empty() : Optional.of(transcripts.get(transcripts.size() - 1));
    }

    /** All, from the first. */
    public List<Transcript> transcripts() {
        return transcripts;
    }

    /** The register that comes of them; empty before the first. */
    public Optional<Register> register() {
        return register;
    }

    /** The fingerprint by which the authority is known: that of its first root. */
    public Optional<Fingerprint> authority() {
        return register.map(now -> now.roots().get(0).fingerprint());
    }

    /** The root whose keys decide about the next ceremony. */
    public Optional<Root> rootInForce() {
        return register.flatMap(Register::root).map(RegisteredRoot::root);
    }

    /** The signed roots from the first, as they are published. */
    public List<byte[]> rootDocuments() {
        return transcripts.stream()
                .flatMap(transcript -> transcript.rootDocument().stream())
                .toList();
    }
}
