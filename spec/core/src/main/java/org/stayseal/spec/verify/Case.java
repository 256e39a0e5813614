package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.LegalEffect;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.verify.Check.Question;

/** One verification while it goes on: what was received, what is asked, and the checks made so far. */
final class Case {

    final Presented presented;
    final Asked asked;
    final TrustSource trust;
    final TrustKnowledge knowledge;
    final StatusSource statuses;
    final Optional<StatusSource.StatusEntry> status;
    /** The machine's time, read once. */
    final Instant now;
    /** The instant to judge at (VER-7). */
    final Instant at;

    private final List<Check> checks = new ArrayList<>();
    private @Nullable SignerCandidate candidate;
    private boolean signatureFits;
    private final List<AppliedNotice> applied = new ArrayList<>();
    private Optional<X509Certificate> authority = Optional.empty();
    private List<JudgedContinuation> continuations = List.of();

    Case(Presented presented, Asked asked, TrustSource trust, StatusSource status, Clock clock) {
        this.presented = presented;
        this.asked = asked;
        this.trust = trust;
        TrustKnowledge known = trust.knowledge();
        this.knowledge = known.kind() == TrustKnowledge.Kind.PINNED && !explicit()
                ? trust.neighbour(presented.country()).map(known::by).orElse(known)
                : known;
        this.statuses = status;
        this.status = explicit() ? Optional.empty() : presented.status(status);
        this.now = clock.instant();
        this.at = asked.at().orElse(now);
    }

    /** Whether the signer's certificate was given by hand (VER-10). */
    boolean explicit() {
        return asked.signer().isPresent();
    }

    Optional<SignerCandidate> candidate() {
        return Optional.ofNullable(candidate);
    }

    boolean signatureFits() {
        return signatureFits;
    }

    /** The CSCA that signed the candidate: three steps ask, and finding it costs a signature check, so it is looked for once. */
    Optional<X509Certificate> authority() {
        return authority;
    }

    void choose(SignerCandidate chosen, boolean fits) {
        candidate = chosen;
        signatureFits = fits;
        authority = explicit() ? Optional.empty() : ChainStep.issuer(chosen);
    }

    /** The notices that reach the permit and apply at the moment asked about (VER-62, VER-63), once the signer was looked for. */
    ReachingNotices notices() {
        return ReachingNotices.of(this);
    }

    void beside(List<JudgedContinuation> judged) {
        continuations = judged;
    }

    /** The continuations beside it, judged, in the order in which they were given (VER-91). */
    List<JudgedContinuation> continuations() {
        return continuations;
    }

    /** Whether it has begun and has ended by what it says itself (VER-93). */
    boolean isOver() {
        if (!presented.grant().givesSomething()) {
            // It need not state a term: a proof of vaccination has none.
            return false;
        }
        Presented.Term term = presented.term();
        return !at.isBefore(term.signed())
                && term.begins().filter(at::isBefore).isEmpty()
                && term.ends().filter(end -> !at.isBefore(end)).isPresent();
    }

    /** Notes that a notice decided something: the verdict shows it (VER-66). */
    void applied(Notice notice) {
        AppliedNotice shown = new AppliedNotice(
                notice,
                notice.kind() == Notice.Kind.EXTENSION ? presented.term().lastDay(presented.zone()) : Optional.empty());
        if (!applied.contains(shown)) {
            applied.add(shown);
        }
    }

    List<AppliedNotice> applied() {
        return applied;
    }

    /** What the list tells of incidents that concern the signer or its authority, now (VER-87): shown, and judged by nobody. */
    List<Bulletin> bulletins() {
        if (knowledge.kind() != TrustKnowledge.Kind.PINNED || explicit() || candidate == null) {
            return List.of();
        }
        Set<String> names = Stream.concat(Stream.of(candidate.certificate()), authority.stream())
                .map(NoticeScope::fingerprint)
                .collect(Collectors.toSet());
        return trust.bulletins().stream()
                .filter(bulletin ->
                        bulletin.currentAt(at) && bulletin.services().stream().anyMatch(names::contains))
                .toList();
    }

    /** What the law gives to what the signer signs, if this is what it signed (VER-67). */
    Optional<LegalEffect> legalEffect() {
        return signatureFits ? candidate().flatMap(SignerCandidate::legalEffect) : Optional.empty();
    }

    List<Check> checks() {
        return checks;
    }

    void add(Check check) {
        checks.add(check);
    }

    void passed(String name, Question question, String detail) {
        checks.add(new Check(name, question, Result.PASSED, Optional.empty(), detail));
    }

    void notAsked(String name, Question question, String detail) {
        checks.add(new Check(name, question, Result.NOT_ASKED, Optional.empty(), detail));
    }

    /** The holder's own device showed it. */
    void live(String name, String detail) {
        checks.add(new Check(name, Question.HOLDER, Result.LIVE, Optional.empty(), detail));
    }

    /** The holder's papers were compared, and fit. */
    void matched(String name, String detail) {
        checks.add(new Check(name, Question.HOLDER, Result.MATCHED, Optional.empty(), detail));
    }

    /** Nothing speaks against the holder, and the face is still to be compared. */
    void compare(String name, String detail) {
        checks.add(new Check(name, Question.HOLDER, Result.COMPARE, Optional.empty(), detail));
    }

    /** A check whose result is the one that the reason has in the registry. */
    void because(String name, Reason reason, String detail) {
        checks.add(check(name, reason, detail));
    }

    static Check check(String name, Reason reason, String detail) {
        return new Check(
                name,
                Question.valueOf(reason.question().toUpperCase(java.util.Locale.ROOT)),
                Result.valueOf(reason.result()),
                Optional.of(reason),
                detail);
    }

    /** The reason of an earlier step, if it had one. */
    Optional<Reason> reasonOf(String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .flatMap(Check::reason);
    }

    boolean hasPassed(String name) {
        return checks.stream().anyMatch(check -> check.name().equals(name) && check.result() == Result.PASSED);
    }
}
