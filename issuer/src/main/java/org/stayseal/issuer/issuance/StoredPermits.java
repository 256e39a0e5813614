package org.stayseal.issuer.issuance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Role;
import org.stayseal.spec.permit.Purpose;

/** Permits in the database; a change of status reaches all four credentials and the seal in one transaction, with the wish to publish it. */
@Service
class StoredPermits implements Permits {

    private final JdbcClient database;
    private final PermitRows rows;
    private final Applications applications;
    private final StatusChange statusChange;
    private final AuditTrail audit;
    private final PublicAddress address;

    StoredPermits(
            JdbcClient database,
            PermitRows rows,
            Applications applications,
            StatusChange statusChange,
            AuditTrail audit,
            PublicAddress address) {
        this.database = database;
        this.rows = rows;
        this.applications = applications;
        this.statusChange = statusChange;
        this.audit = audit;
        this.address = address;
    }

    @Override
    public Optional<IssuedPermit> find(String number) {
        return rows.find(number);
    }

    @Override
    public List<IssuedPermit> search(String text, Optional<PermitStatus> status, int offset, int limit) {
        return rows.search(text, status, offset, limit);
    }

    @Override
    public Optional<Carrier> carrier(String number, String name) {
        return database.sql("""
                        SELECT c.name, c.media_type, c.bytes FROM carrier c JOIN permit p ON p.number = c.permit
                        WHERE p.number = ? AND c.name = ? AND p.stage = 'RELEASED'
                        """)
                .params(number, name)
                .query((row, count) ->
                        new Carrier(row.getString("name"), row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    @Override
    public Map<Purpose, String> codes(String number) {
        Map<Purpose, String> codes = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            carrier(number, purpose.key() + ".txt")
                    .ifPresent(carrier ->
                            codes.put(purpose, new String(carrier.bytes(), StandardCharsets.US_ASCII).strip()));
        }
        return Collections.unmodifiableMap(codes);
    }

    @Override
    public Optional<byte[]> portrait(String number) {
        return rows.find(number).flatMap(permit -> applications.portrait(permit.application()));
    }

    @Override
    public Optional<URI> holderLink(String number) {
        return database.sql("SELECT holder_token FROM permit WHERE number = ? AND stage = 'RELEASED'")
                .param(number)
                .query(String.class)
                .optional()
                .map(token -> address.resolve("/holder/" + token));
    }

    @Override
    public Optional<IssuedPermit> forHolder(String token) {
        return token.matches("[A-Za-z0-9_-]{22}") ? rows.ofHolder(token) : Optional.empty();
    }

    @Override
    @Transactional
    public IssuedPermit suspend(String number, String reason, Officer officer) {
        return change(number, reason, officer, Set.of(PermitStatus.VALID), PermitStatus.SUSPENDED, "permit-suspended");
    }

    @Override
    @Transactional
    public IssuedPermit reinstate(String number, String reason, Officer officer) {
        return change(number, reason, officer, Set.of(PermitStatus.SUSPENDED), PermitStatus.VALID, "permit-reinstated");
    }

    @Override
    @Transactional
    public IssuedPermit revoke(String number, String reason, Officer officer) {
        return change(
                number,
                reason,
                officer,
                Set.of(PermitStatus.VALID, PermitStatus.SUSPENDED),
                PermitStatus.REVOKED,
                "permit-revoked");
    }

    private IssuedPermit change(
            String number, String reason, Officer officer, Set<PermitStatus> from, PermitStatus to, String action) {
        if (!officer.is(Role.APPROVER)) {
            throw Refusal.notAllowed("approver-only", "Only an approver changes the status of a permit.");
        }
        String words = reason.strip();
        if (words.isEmpty() || words.length() > 500) {
            throw Refusal.unprocessable("reason-length", "A change of status has a reason of 1 to 500 characters.");
        }
        IssuedPermit permit = rows.lock(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
        // What is signed can be in the world before it is released, so it can be revoked from the moment it is
        // recorded.
        if (permit.stage() != Stage.RELEASED && to != PermitStatus.REVOKED) {
            throw Refusal.conflict("not-released", "This permit is not released; it can only be revoked.");
        }
        if (!from.contains(permit.status())) {
            throw Refusal.conflict(
                    permit.status() == PermitStatus.REVOKED ? "revoked-for-good" : "status-unchanged", why(permit, to));
        }
        statusChange.set(number, to, words, Optional.of(officer));
        audit.record(Optional.of(officer), action, number, "");
        return rows.find(number).orElseThrow();
    }

    private static String why(IssuedPermit permit, PermitStatus to) {
        return switch (permit.status()) {
            case REVOKED -> "This permit is revoked, and revoked stays revoked.";
            case SUPERSEDED -> "This permit was replaced by another one.";
            case SUSPENDED -> "This permit is suspended already.";
            case VALID -> to == PermitStatus.VALID ? "This permit is in force already." : "This permit is in force.";
        };
    }
}
