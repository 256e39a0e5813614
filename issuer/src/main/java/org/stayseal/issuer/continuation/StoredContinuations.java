package org.stayseal.issuer.continuation;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Role;
import org.stayseal.issuer.publication.PublicationRequests;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.issuer.status.StatusPlaces;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.continuation.UnsignedContinuation;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.trust.authority.Authority;

/** Continuations in the database. What is decided is on record, with the wish to publish it, in one transaction. */
@Service
class StoredContinuations implements Continuations {

    private static final StatusPlace ANYWHERE = new StatusPlace(0, 0);

    private final JdbcClient database;
    private final ContinuationRows rows;
    private final ContinuationBytes bytes;
    private final Permits permits;
    private final StatusPlaces places;
    private final SigningDesk desk;
    private final PublicationRequests publications;
    private final AuditTrail audit;
    private final Authority authority;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredContinuations(
            JdbcClient database,
            ContinuationRows rows,
            ContinuationBytes bytes,
            Permits permits,
            StatusPlaces places,
            SigningDesk desk,
            PublicationRequests publications,
            AuditTrail audit,
            Authority authority,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.bytes = bytes;
        this.permits = permits;
        this.places = places;
        this.desk = desk;
        this.publications = publications;
        this.audit = audit;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public List<GivenContinuation> of(String permit) {
        return rows.of(permit);
    }

    @Override
    public Optional<GivenContinuation> find(UUID id) {
        return rows.find(id);
    }

    @Override
    public List<GivenContinuation> requested() {
        return rows.requested();
    }

    @Override
    public Optional<Carrier> carrier(UUID id, String name) {
        return database.sql("""
                        SELECT c.name, c.media_type, c.bytes FROM continuation_carrier c JOIN continuation o ON o.id = c.continuation
                        WHERE o.id = ? AND c.name = ? AND o.state = 'RELEASED'
                        """)
                .params(id, name)
                .query((row, count) ->
                        new Carrier(row.getString("name"), row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    @Override
    @Transactional
    public GivenContinuation request(String number, LocalDate until, String legalGround, Officer officer) {
        if (!officer.is(Role.CLERK)) {
            throw Refusal.notAllowed("clerk-only", "Only a clerk writes a continuation down.");
        }
        IssuedPermit permit = inForce(number);
        if (rows.of(number).stream()
                .anyMatch(one ->
                        one.state() == ContinuationState.REQUESTED || one.state() == ContinuationState.APPROVED)) {
            throw Refusal.conflict("in-work", "This permit has a continuation that is not done yet.");
        }
        List<CodeOfPermit> codes = rows.codesOf(permit);
        FirstDay first = firstDay(permit, codes);
        requireDays(first, until);
        LocalDate from = first.of(until);
        requireForm(codes, from, until, legalGround.strip());
        UUID id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO continuation (id, permit, state, counts_from, counts_until, legal_ground, requested_by, requested_at, next_try_at)
                        VALUES (?, ?, 'REQUESTED', ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, number, from, until, legalGround.strip(), officer.name(), now(), now())
                .update();
        audit.record(Optional.of(officer), "continuation-requested", number, "");
        return rows.find(id).orElseThrow();
    }

    /** As verifiers will judge it, by the notices that are listed now. */
    private FirstDay firstDay(IssuedPermit permit, List<CodeOfPermit> codes) {
        return FirstDay.of(codes, permit.permit().country(), authority.notices());
    }

    /** VER-91, CONT-6. */
    private void requireDays(FirstDay first, LocalDate until) {
        if (!until.isAfter(first.end())) {
            throw Refusal.unprocessable(
                    "continuation-until",
                    "The permit lasts until " + first.end()
                            + (first.end().equals(first.printedEnd()) ? " itself" : " by a notice")
                            + "; give a later day.");
        }
        requireNotOver(until);
        if (until.isAfter(first.latest())) {
            throw Refusal.unprocessable(
                    "continuation-until",
                    "A continuation lasts " + ContinuationClaims.MAX_DAYS + " days at most, here until "
                            + first.latest() + ". Longer takes a new permit.");
        }
    }

    private void requireNotOver(LocalDate until) {
        if (until.isBefore(LocalDate.ofInstant(clock.instant(), rows.zone()))) {
            throw Refusal.unprocessable("continuation-until", "That day is over.");
        }
    }

    /** What no reader would take is said to whoever writes it down, and not to an operator later. */
    private void requireForm(List<CodeOfPermit> codes, LocalDate from, LocalDate until, String legalGround) {
        X509Certificate signer = signer(codes);
        if (legalGround.isEmpty()) {
            throw Refusal.unprocessable("legal-ground", "A continuation names its legal ground, such as Act 5 § 3.");
        }
        try {
            UnsignedContinuation.of(
                    bytes.claims(
                            from,
                            until,
                            legalGround,
                            codes.get(0),
                            new byte[CredentialId.LENGTH],
                            ANYWHERE,
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                    signer);
        } catch (IllegalArgumentException e) {
            throw Refusal.unprocessable(
                    "legal-ground", "The legal ground is a reference of at most 100 bytes in one line.");
        }
    }

    @Override
    @Transactional
    public GivenContinuation approve(UUID id, Officer officer) {
        GivenContinuation given = decide(id, ContinuationState.APPROVED, Optional.empty(), officer);
        IssuedPermit permit = inForce(given.permit());
        List<CodeOfPermit> codes = rows.codesOf(permit);
        requireNotOver(given.countsUntil());
        FirstDay first = firstDay(permit, codes);
        if (!first.allows(given.countsFrom())) {
            throw Refusal.conflict(
                    "continuation-from",
                    "The notice by which the permit lasted is listed no more: it ended on " + first.end()
                            + ", and this continuation begins on " + given.countsFrom()
                            + ". Reject it and have it written down again.");
        }
        signer(codes);
        for (CodeOfPermit code : codes) {
            StatusPlace place = places.next();
            byte[] cti = new byte[CredentialId.LENGTH];
            random.nextBytes(cti);
            database.sql("INSERT INTO continuation_code (cti, continuation, item, shard, idx) VALUES (?, ?, ?, ?, ?)")
                    .params(cti, id, code.item().key(), place.shard(), place.index())
                    .update();
        }
        publications.ask();
        audit.record(Optional.of(officer), "continuation-approved", given.permit(), "");
        return rows.find(id).orElseThrow();
    }

    @Override
    @Transactional
    public GivenContinuation reject(UUID id, String reason, Officer officer) {
        GivenContinuation given = decide(id, ContinuationState.REJECTED, Optional.of(words(reason)), officer);
        audit.record(Optional.of(officer), "continuation-rejected", given.permit(), "");
        return rows.find(id).orElseThrow();
    }

    private GivenContinuation decide(UUID id, ContinuationState state, Optional<String> reason, Officer officer) {
        if (!officer.is(Role.APPROVER)) {
            throw Refusal.notAllowed("approver-only", "Only an approver decides on continuations.");
        }
        GivenContinuation given = locked(id);
        if (given.requestedBy().equals(officer.name())) {
            throw Refusal.notAllowed("four-eyes", "The officer who wrote a continuation down does not decide on it.");
        }
        if (given.state() != ContinuationState.REQUESTED) {
            throw Refusal.conflict("already-decided", "This continuation is decided already.");
        }
        database.sql("""
                        UPDATE continuation SET state = :state, decided_by = :by, decided_at = :at, decision_reason = CAST(:reason AS text),
                          next_try_at = :at WHERE id = :id
                        """)
                .param("state", state.name())
                .param("by", officer.name())
                .param("at", now())
                .param("reason", reason.orElse(null))
                .param("id", id)
                .update();
        return given;
    }

    @Override
    @Transactional
    public GivenContinuation end(UUID id, Renewal decision, String reason, Officer officer) {
        if (!officer.is(Role.APPROVER)) {
            throw Refusal.notAllowed("approver-only", "Only an approver ends a continuation.");
        }
        if (decision == Renewal.PENDING) {
            throw Refusal.unprocessable("renewal", "A renewal is refused or granted.");
        }
        GivenContinuation given = locked(id);
        if (given.state() != ContinuationState.RELEASED && given.state() != ContinuationState.APPROVED) {
            throw Refusal.conflict("not-released", "This continuation is neither released nor approved.");
        }
        if (given.renewal() != Renewal.PENDING) {
            throw Refusal.conflict("ended-for-good", "This continuation has ended, and ended stays ended.");
        }
        database.sql("UPDATE continuation SET status = ?, ended_by = ?, ended_at = ?, end_reason = ? WHERE id = ?")
                .params(decision.wire(), officer.name(), now(), words(reason), id)
                .update();
        if (given.state() == ContinuationState.APPROVED) {
            // What waits for a signer or for its print is never handed over, and keeps no other one from being given.
            database.sql("UPDATE continuation SET state = 'REFUSED', refused_because = ? WHERE id = ?")
                    .params("the renewal was decided before it was released", id)
                    .update();
        }
        setEntries(id, decision.wire());
        audit.record(Optional.of(officer), "continuation-renewal-" + decision.key(), given.permit(), "");
        return rows.find(id).orElseThrow();
    }

    /** In the transaction of whoever decides it. */
    private void setEntries(UUID id, int status) {
        database.sql("""
                        UPDATE status_entry e SET status = ?, changed_at = ? FROM continuation_code c
                        WHERE c.continuation = ? AND e.shard = c.shard AND e.idx = c.idx
                        """).params(status, now(), id).update();
        publications.ask();
    }

    private IssuedPermit inForce(String number) {
        IssuedPermit permit = permits.find(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
        if (permit.stage() != Stage.RELEASED || permit.status() != PermitStatus.VALID) {
            throw Refusal.conflict(
                    "not-in-force", "Only a released permit that is neither suspended nor revoked goes on.");
        }
        return permit;
    }

    private GivenContinuation locked(UUID id) {
        return rows.lock(id).orElseThrow(() -> Refusal.notFound("no-continuation", "There is no such continuation."));
    }

    private X509Certificate signer(List<CodeOfPermit> codes) {
        Set<String> purposes = CodeOfPermit.purposes(codes);
        return desk.continuationCertificate(purposes)
                .orElseThrow(
                        () -> Refusal.conflict(
                                "no-continuation-signer",
                                "No signer of continuations for the purposes "
                                        + String.join(", ", new TreeSet<>(purposes))
                                        + " is active and within its term. An operator announces one whose scope has RPC1 and these purposes, and activates it."));
    }

    private static String words(String reason) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > 500) {
            throw Refusal.unprocessable("reason-length", "A decision has a reason of 1 to 500 characters.");
        }
        return words;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
