package org.stayseal.issuer.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Role;
import org.stayseal.issuer.publication.PublicationRequests;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.issuer.status.StatusPlaces;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.permit.Purpose;

/**
 * Devices in the database.
 *
 * <p>Guarantees: a link binds one device, once, within {@link #LINK_LASTS}, and ends with the fifth wrong number of the letter; neither the link, the number nor what a device collects with is
 * kept or logged; whoever changes a device holds the row of its permit, so that nothing revives a device that was revoked.
 */
@Service
class StoredDevices implements Devices {

    /** How long a link is good. */
    static final Duration LINK_LASTS = Duration.ofDays(14);
    /** How long a device may collect what was made for it. */
    static final Duration COLLECTING_LASTS = Duration.ofHours(1);

    private static final int TRIES = 5;
    private static final int TOKEN_LENGTH = 22;

    private final JdbcClient database;
    private final DeviceRows rows;
    private final StatusPlaces places;
    private final PublicationRequests publications;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final PublicAddress address;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    StoredDevices(
            JdbcClient database,
            DeviceRows rows,
            StatusPlaces places,
            PublicationRequests publications,
            PasswordEncoder passwords,
            AuditTrail audit,
            PublicAddress address,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.places = places;
        this.publications = publications;
        this.passwords = passwords;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    private record OpenLink(UUID id, String permit, String letter, int tries, Instant expires) {}

    @Override
    public List<HolderDevice> of(String permit) {
        return rows.of(permit);
    }

    @Override
    @Transactional
    public Invitation invite(String permit, Officer officer) {
        if (!officer.is(Role.CLERK)) {
            throw Refusal.notAllowed("clerk-only", "Only a clerk invites a holder's device.");
        }
        requireInForce(permit);
        close("permit = ?", permit, "REPLACED");
        String token = secrets.token();
        String letter = secrets.letterNumber();
        Instant expires = clock.instant().plus(LINK_LASTS);
        database.sql("""
                        INSERT INTO device_invitation (id, permit, token, letter, invited_by, invited_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        permit,
                        Secrets.digest(token),
                        passwords.encode(letter),
                        officer.name(),
                        now(),
                        moment(expires))
                .update();
        audit.record(Optional.of(officer), "device-invited", permit, "");
        return new Invitation(address.resolve("/verify/holder.html#" + token), letter, expires);
    }

    /** Wrong numbers stay counted: a refusal does not roll back. */
    @Override
    @Transactional(noRollbackFor = Refusal.class)
    public String bind(String token, String letterNumber, Map<Purpose, DeviceKey> keys) {
        requireKeys(keys);
        // The permit's row before the link's, as whoever invites takes them.
        boolean inForce = lockPermit(permitOf(token));
        OpenLink link = link(token);
        if (!passwords.matches(letterNumber, link.letter())) {
            throw wrongNumber(link);
        }
        if (!inForce) {
            throw notInForce();
        }
        requireNewKeys(keys);
        close("id = ?", link.id(), "USED");
        String collection = secrets.token();
        UUID device = UUID.randomUUID();
        database.sql("""
                        INSERT INTO device (id, permit, invitation, state, collection, collect_until, bound_at, next_try_at)
                        VALUES (?, ?, ?, 'BOUND', ?, ?, ?, ?)
                        """)
                .params(
                        device,
                        link.permit(),
                        link.id(),
                        Secrets.digest(collection),
                        moment(clock.instant().plus(COLLECTING_LASTS)),
                        now(),
                        now())
                .update();
        keys.forEach((purpose, key) -> record(device, purpose, key));
        publications.ask();
        audit.record(Optional.empty(), "device-bound", link.permit(), "");
        return collection;
    }

    private static void requireKeys(Map<Purpose, DeviceKey> keys) {
        boolean whole = keys.size() == Purpose.values().length
                && keys.values().stream().allMatch(key -> key.publicKey().isPresent());
        if (!whole || new HashSet<>(keys.values()).size() < keys.size()) {
            throw Refusal.unprocessable("device-keys", "A device has a P-256 key of its own for each purpose.");
        }
    }

    /** A key that is bound already links two purposes, or two permits (CRED-62). */
    private void requireNewKeys(Map<Purpose, DeviceKey> keys) {
        for (DeviceKey key : keys.values()) {
            boolean known = database.sql(
                            "SELECT EXISTS (SELECT 1 FROM device_credential WHERE key_x = ? AND key_y = ?)")
                    .params(key.x(), key.y())
                    .query(Boolean.class)
                    .single();
            if (known) {
                throw Refusal.unprocessable("device-keys", "A device makes new keys for each link.");
            }
        }
    }

    private String permitOf(String token) {
        if (token.length() != TOKEN_LENGTH) {
            throw noLink();
        }
        return database.sql("SELECT permit FROM device_invitation WHERE token = ? AND closed IS NULL")
                .param(Secrets.digest(token))
                .query(String.class)
                .optional()
                .orElseThrow(StoredDevices::noLink);
    }

    private OpenLink link(String token) {
        return database.sql("""
                        SELECT id, permit, letter, tries, expires_at FROM device_invitation WHERE token = ? AND closed IS NULL FOR UPDATE
                        """)
                .param(Secrets.digest(token))
                .query((row, count) -> new OpenLink(
                        row.getObject("id", UUID.class),
                        row.getString("permit"),
                        row.getString("letter"),
                        row.getInt("tries"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .filter(found -> clock.instant().isBefore(found.expires()))
                .orElseThrow(StoredDevices::noLink);
    }

    private Refusal wrongNumber(OpenLink link) {
        int tries = link.tries() + 1;
        database.sql("UPDATE device_invitation SET tries = ? WHERE id = ?")
                .params(tries, link.id())
                .update();
        if (tries >= TRIES) {
            close("id = ?", link.id(), "TRIES");
            audit.record(Optional.empty(), "device-link-ended", link.permit(), "five wrong numbers");
            return noLink();
        }
        return Refusal.unprocessable(
                "letter-number", "That is not the number in the letter. Tries left: " + (TRIES - tries) + ".");
    }

    private void record(UUID device, Purpose purpose, DeviceKey key) {
        StatusPlace place = places.next();
        database.sql("""
                        INSERT INTO device_credential (cti, device, purpose, key_x, key_y, shard, idx) VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        secrets.identity(CredentialId.LENGTH),
                        device,
                        purpose.key(),
                        key.x(),
                        key.y(),
                        place.shard(),
                        place.index())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Map<Purpose, String>> collect(String collection) {
        UUID device = database.sql("SELECT id FROM device WHERE collection = ? AND collect_until > ?")
                .params(Secrets.digest(collection), now())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("no-collection", "There is nothing to collect any more."));
        HolderDevice found = rows.find(device).orElseThrow();
        return switch (found.state()) {
            case BOUND -> Optional.empty();
            case RELEASED -> Optional.of(texts(device));
            case REFUSED, REVOKED ->
                throw Refusal.conflict("device-refused", "The codes for this device could not be made.");
        };
    }

    private Map<Purpose, String> texts(UUID device) {
        Map<Purpose, String> texts = new EnumMap<>(Purpose.class);
        for (DeviceRows.CredentialRow row : rows.credentials(device)) {
            texts.put(row.purpose(), credential(row.finished().orElseThrow()).text());
        }
        return texts;
    }

    private static Credential credential(byte[] finished) {
        try {
            return CredentialDecoder.decode(finished);
        } catch (org.stayseal.spec.FormatException e) {
            throw new IllegalStateException("A stored credential does not decode: " + e.rule() + ".", e);
        }
    }

    @Override
    @Transactional
    public void revoke(UUID device, String reason, Officer officer) {
        if (!officer.is(Role.CLERK) && !officer.is(Role.APPROVER)) {
            throw Refusal.notAllowed("officer-only", "Only an officer revokes a device.");
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            throw Refusal.unprocessable("reason-length", "A decision has a reason of 1 to 500 characters.");
        }
        HolderDevice found =
                rows.find(device).orElseThrow(() -> Refusal.notFound("no-device", "There is no such device."));
        lockPermit(found.permit());
        int revoked =
                database.sql("""
                        UPDATE device SET state = 'REVOKED', revoked_by = ?, revoked_at = ?, revoke_reason = ?
                        WHERE id = ? AND state IN ('BOUND', 'RELEASED')
                        """).params(officer.name(), now(), why, device).update();
        if (revoked == 0) {
            throw Refusal.conflict("not-bound", "This device is not bound any more.");
        }
        database.sql("""
                        UPDATE status_entry e SET status = 1, changed_at = ? FROM device_credential c
                        WHERE c.device = ? AND e.shard = c.shard AND e.idx = c.idx
                        """).params(now(), device).update();
        publications.ask();
        audit.record(Optional.of(officer), "device-revoked", found.permit(), "");
    }

    /** Whoever changes the status of a permit holds its row as well. */
    private void requireInForce(String permit) {
        if (!lockPermit(permit)) {
            throw notInForce();
        }
    }

    private static Refusal notInForce() {
        return Refusal.conflict(
                "not-in-force",
                "Only the holder of a released permit that is neither suspended nor revoked binds a device.");
    }

    /** Not its key: tokens and signatures refer to it meanwhile, in transactions of their own. */
    private boolean lockPermit(String permit) {
        return database.sql("SELECT stage = 'RELEASED' AND status = 0 FROM permit WHERE number = ? FOR NO KEY UPDATE")
                .param(permit)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
    }

    private void close(String which, Object value, String because) {
        database.sql("UPDATE device_invitation SET closed = ?, closed_at = ? WHERE closed IS NULL AND " + which)
                .params(because, now(), value)
                .update();
    }

    /** The same for one that never was: nobody learns which links there are. */
    private static Refusal noLink() {
        return Refusal.notFound("no-link", "This link is not good any more. Ask the authority for a new one.");
    }

    private OffsetDateTime now() {
        return moment(clock.instant());
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
