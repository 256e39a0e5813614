package org.stayseal.issuer.issuance;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.issuance.PermitRows.ItemRow;
import org.stayseal.issuer.lint.Candidate;
import org.stayseal.issuer.lint.Finding;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.signing.Preparation;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.issuer.signing.SigningToken;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.trust.authority.Authority;

/**
 * Steps two to four: lint, sign, carriers. Each step begins from what the database says, so it may be begun again after a crash; none of
 * them changes bytes that a key was asked to sign.
 */
@Component
class Issuance {

    /** Carriers are drawn this often before a permit is refused for them: its record is in order, and a refusal is for good. */
    private static final int CARRIER_ATTEMPTS = 3;

    private static final Duration BETWEEN_CARRIERS = Duration.ofSeconds(20);
    private static final String REVOKED_BEFORE = "revoked before it was released";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PermitRows rows;
    private final SigningDesk desk;
    private final ItemBytes items;
    private final PreparedAgain preparedAgain;
    private final CarrierMaker carriers;
    private final Applications applications;
    private final Authority authority;
    private final StatusChange statusChange;
    private final AuditTrail audit;
    private final IssuerSettings settings;
    private final PublicAddress address;
    private final Clock clock;

    Issuance(
            JdbcClient database,
            PlatformTransactionManager transactions,
            PermitRows rows,
            SigningDesk desk,
            ItemBytes items,
            PreparedAgain preparedAgain,
            CarrierMaker carriers,
            Applications applications,
            Authority authority,
            StatusChange statusChange,
            AuditTrail audit,
            IssuerSettings settings,
            PublicAddress address,
            Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.desk = desk;
        this.items = items;
        this.preparedAgain = preparedAgain;
        this.carriers = carriers;
        this.applications = applications;
        this.authority = authority;
        this.statusChange = statusChange;
        this.audit = audit;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /**
     * From wherever it stands to released or refused.
     *
     * @throws Claim.Lost when another issuer has claimed it meanwhile; nothing was written after that
     */
    void advance(Claim claim) {
        IssuedPermit permit = rows.find(claim.number()).orElseThrow();
        if (permit.status() != PermitStatus.VALID) {
            refuse(claim, permit.stage(), REVOKED_BEFORE);
            return;
        }
        if (permit.stage() == Stage.RECORDED || permit.stage() == Stage.LINTED) {
            Map<Item, SigningToken> tokens = new EnumMap<>(Item.class);
            if (!lint(claim, permit, tokens)) {
                return;
            }
            sign(claim, tokens);
        }
        handOver(claim, permit);
    }

    /** Tokens are of this process: after a crash the same bytes are linted again; after a rotation, those for the new key. */
    private boolean lint(Claim claim, IssuedPermit permit, Map<Item, SigningToken> tokens) {
        for (ItemRow recorded : rows.items(permit.number())) {
            if (recorded.finished().isPresent()) {
                continue;
            }
            ItemRow row = preparedAgain.forTheKeyOfNow(claim, permit, recorded);
            Preparation preparation = desk.prepare(new Candidate(
                    row.item(),
                    permit.permit(),
                    permit.choices(),
                    row.toSign(),
                    desk.certificate(row.item()),
                    row.item() == Item.SEAL ? "" : authority.statusUri(row.shard()),
                    row.index(),
                    clock.instant()));
            if (preparation instanceof Preparation.Refused refused) {
                refuse(claim, permit.stage(), row.item().key() + ": " + words(refused.findings()));
                return false;
            }
            tokens.put(row.item(), ((Preparation.Cleared) preparation).token());
        }
        move(claim, permit.stage(), Stage.LINTED, "permit-linted", "");
        return true;
    }

    private void sign(Claim claim, Map<Item, SigningToken> tokens) {
        for (ItemRow row : rows.items(claim.number())) {
            SigningToken token = tokens.get(row.item());
            if (token != null) {
                store(claim, row, items.finish(row.item(), row.toSign(), desk.issue(token)));
            }
        }
        move(claim, Stage.LINTED, Stage.SIGNED, "permit-signed", "");
    }

    private void store(Claim claim, ItemRow row, byte[] finished) {
        String mine = " AND finished IS NULL AND EXISTS (SELECT 1 FROM permit WHERE number = ? AND claim = ?)";
        int stored = row.item() == Item.SEAL
                ? database.sql("UPDATE seal SET finished = ?, identity = ? WHERE permit = ?" + mine)
                        .params(finished, items.sealIdentity(finished), claim.number(), claim.number(), claim.token())
                        .update()
                : database.sql("UPDATE credential SET finished = ? WHERE permit = ? AND purpose = ?" + mine)
                        .params(finished, claim.number(), row.item().key(), claim.number(), claim.token())
                        .update();
        if (stored == 0) {
            throw new Claim.Lost(claim);
        }
    }

    private void handOver(Claim claim, IssuedPermit permit) {
        if (!statusIsPublished(permit.number())) {
            throw new PutOff("its status list is not published yet", Duration.ofSeconds(1));
        }
        Map<Purpose, String> codes = new EnumMap<>(Purpose.class);
        byte[] seal = {};
        for (ItemRow row : rows.items(permit.number())) {
            byte[] finished = row.finished().orElseThrow();
            if (row.item() == Item.SEAL) {
                seal = finished;
            } else {
                codes.put(row.item().purpose().orElseThrow(), items.text(finished));
            }
        }
        CarrierOrder order = new CarrierOrder(
                permit.permit(),
                applications.portrait(permit.application()),
                codes,
                seal,
                address.resolve("/verify/"),
                settings.nationalLanguage(),
                true);
        try {
            List<Carrier> made = carriers.make(order);
            transaction.executeWithoutResult(running -> release(claim, made));
        } catch (CarrierMaker.ReadBackRefused e) {
            if (carrierFailures(claim) < CARRIER_ATTEMPTS) {
                throw new PutOff("carriers: " + e.getMessage(), BETWEEN_CARRIERS);
            }
            refuse(claim, Stage.SIGNED, "carriers: " + e.getMessage());
        }
    }

    /** Counts one more. */
    private int carrierFailures(Claim claim) {
        return database.sql(
                        "UPDATE permit SET carrier_failures = carrier_failures + 1 WHERE number = ? AND claim = ? RETURNING carrier_failures")
                .params(claim.number(), claim.token())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new Claim.Lost(claim));
    }

    /** A verifier that has everything newest must find a status for what is handed over; a list, once published, is published ever after. */
    private boolean statusIsPublished(String number) {
        return database.sql("""
                        SELECT NOT EXISTS (
                          SELECT 1 FROM credential c WHERE c.permit = ? AND NOT EXISTS (
                            SELECT 1 FROM publication_file f
                            WHERE f.sequence = (SELECT max(sequence) FROM publication) AND f.path = 'status/' || c.shard))
                        """).param(number).query(Boolean.class).single();
    }

    private void release(Claim claim, List<Carrier> made) {
        String number = claim.number();
        if (rows.lock(number).orElseThrow().status() != PermitStatus.VALID) {
            refuse(claim, Stage.SIGNED, REVOKED_BEFORE);
            return;
        }
        for (Carrier carrier : made) {
            database.sql("""
                            INSERT INTO carrier (permit, name, media_type, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (permit, name) DO NOTHING
                            """)
                    .params(number, carrier.name(), carrier.mediaType(), carrier.bytes())
                    .update();
        }
        database.sql("UPDATE permit SET released_at = ? WHERE number = ?")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), number)
                .update();
        move(claim, Stage.SIGNED, Stage.RELEASED, "permit-released", "");
    }

    /** What may be signed already is revoked with the refusal: nobody else would do so for a permit that was never handed over. */
    private void refuse(Claim claim, Stage from, String because) {
        transaction.executeWithoutResult(running -> {
            database.sql("UPDATE permit SET refused_because = ? WHERE number = ?")
                    .params(because, claim.number())
                    .update();
            move(claim, from, Stage.REFUSED, "permit-refused", because);
            if (statusChange.mayBeSigned(claim.number())) {
                revoke(claim.number(), "Refused before release: " + because);
            }
        });
    }

    private void revoke(String number, String reason) {
        if (rows.lock(number).orElseThrow().status() == PermitStatus.REVOKED) {
            statusChange.reachWhatWasSignedSince(number);
        } else {
            statusChange.set(number, PermitStatus.REVOKED, reason, Optional.empty());
            audit.record(Optional.empty(), "permit-revoked", number, "");
        }
    }

    private void move(Claim claim, Stage from, Stage to, String action, String detail) {
        transaction.executeWithoutResult(running -> {
            int moved = database.sql("UPDATE permit SET stage = ? WHERE number = ? AND stage = ? AND claim = ?")
                    .params(to.name(), claim.number(), from.name(), claim.token())
                    .update();
            if (moved == 0) {
                throw new Claim.Lost(claim);
            }
            audit.record(Optional.empty(), action, claim.number(), detail);
        });
    }

    private static String words(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " (" + finding.message() + ")")
                .collect(Collectors.joining("; "));
    }
}
