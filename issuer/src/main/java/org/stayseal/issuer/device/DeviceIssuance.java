package org.stayseal.issuer.device;

import com.upokecenter.cbor.CBORObject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.device.DeviceRows.CredentialRow;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.issuer.lint.Candidate;
import org.stayseal.issuer.lint.Finding;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.publication.PublicationRequests;
import org.stayseal.issuer.signing.Preparation;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.trust.authority.Authority;

/**
 * Makes the credentials of one bound device: records what is to be signed, lints, signs, waits for the status list, releases. The row stays locked meanwhile, so a crash gives it back at once; what was
 * recorded or signed until then is kept, and no key is asked for a second content.
 */
@Component
class DeviceIssuance {

    private static final int PAYLOAD = 3;

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final DeviceRows rows;
    private final Permits permits;
    private final SigningDesk desk;
    private final Authority authority;
    private final PublicationRequests publications;
    private final AuditTrail audit;
    private final Clock clock;

    DeviceIssuance(
            JdbcClient database,
            PlatformTransactionManager transactions,
            DeviceRows rows,
            Permits permits,
            SigningDesk desk,
            Authority authority,
            PublicationRequests publications,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rows = rows;
        this.permits = permits;
        this.desk = desk;
        this.authority = authority;
        this.publications = publications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In the transaction that holds its lock.
     *
     * @return false if it has to wait for its status list to be published
     */
    boolean advance(HolderDevice device) {
        Optional<IssuedPermit> permit = permits.find(device.permit())
                .filter(found -> found.stage() == Stage.RELEASED && found.status() == PermitStatus.VALID);
        if (permit.isEmpty()) {
            refuse(device, "the permit is not in force any more");
            return true;
        }
        for (CredentialRow row : rows.credentials(device.id())) {
            if (row.finished().isEmpty()) {
                List<Finding> findings = sign(device, permit.get(), row);
                if (!findings.isEmpty()) {
                    refuse(device, row.purpose().key() + ": " + words(findings));
                    return true;
                }
            }
        }
        if (!isPublished(device.id())) {
            return false;
        }
        database.sql("UPDATE device SET state = 'RELEASED', released_at = ? WHERE id = ? AND state = 'BOUND'")
                .params(now(), device.id())
                .update();
        audit.record(Optional.empty(), "device-released", device.permit(), "");
        return true;
    }

    private List<Finding> sign(HolderDevice device, IssuedPermit permit, CredentialRow row) {
        Item item = Item.of(row.purpose());
        String name = item.key() + "+" + device.id();
        X509Certificate signer = desk.certificate(item);
        byte[] toSign = toSign(permit, row, signer, name);
        Candidate candidate = new Candidate(
                item,
                permit.permit(),
                permit.choices(),
                toSign,
                signer,
                authority.statusUri(row.place().shard()),
                row.place().index(),
                clock.instant(),
                Optional.of(row.key()));
        Preparation preparation = desk.prepare(candidate, name);
        if (preparation instanceof Preparation.Refused refused) {
            return refused.findings();
        }
        byte[] signature = desk.issue(((Preparation.Cleared) preparation).token());
        byte[] finished = UnsignedCredential.of(payload(toSign), signer)
                .withSignature(signature)
                .bytes();
        apart.executeWithoutResult(running -> database.sql("UPDATE device_credential SET finished = ? WHERE cti = ?")
                .params(finished, row.cti())
                .update());
        return List.of();
    }

    /** On record before a key is asked (CRED-71). What was recorded for a key that signs no more is made again, unless that key was asked already. */
    private byte[] toSign(IssuedPermit permit, CredentialRow row, X509Certificate signer, String name) {
        byte[] key = SigningDesk.nameOf(signer);
        boolean fits =
                row.preparedFor().filter(before -> Arrays.equals(before, key)).isPresent();
        if (row.toSign().isPresent() && (fits || wasAsked(permit.number(), name))) {
            return row.toSign().get();
        }
        Instant today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        byte[] toSign = UnsignedCredential.of(
                        new CredentialEncoder(permit.choices(), ZoneOffset.UTC)
                                .claims(
                                        permit.permit(),
                                        row.purpose(),
                                        today,
                                        new CredentialId(row.cti()),
                                        new StatusReference(
                                                authority.statusUri(row.place().shard()),
                                                row.place().index()),
                                        Optional.of(row.key())),
                        signer)
                .toBeSigned();
        apart.executeWithoutResult(
                running -> database.sql("UPDATE device_credential SET to_sign = ?, prepared_for = ? WHERE cti = ?")
                        .params(toSign, key, row.cti())
                        .update());
        return toSign;
    }

    private boolean wasAsked(String permit, String name) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM signing_token WHERE permit = ? AND item = ? AND redeemed_at IS NOT NULL)")
                .params(permit, name)
                .query(Boolean.class)
                .single();
    }

    /** A verifier that has everything newest must find a status for what is handed over. */
    private boolean isPublished(UUID id) {
        return database.sql("""
                        SELECT NOT EXISTS (
                          SELECT 1 FROM device_credential c WHERE c.device = ? AND NOT EXISTS (
                            SELECT 1 FROM publication_file f
                            WHERE f.sequence = (SELECT max(sequence) FROM publication) AND f.path = 'status/' || c.shard))
                        """).param(id).query(Boolean.class).single();
    }

    /** What may be signed already is revoked: nobody else would do so for what was never handed over. */
    private void refuse(HolderDevice device, String because) {
        database.sql("UPDATE device SET state = 'REFUSED', refused_because = ? WHERE id = ? AND state = 'BOUND'")
                .params(because, device.id())
                .update();
        database.sql("""
                        UPDATE status_entry e SET status = 1, changed_at = ? FROM device_credential c
                        WHERE c.device = ? AND e.shard = c.shard AND e.idx = c.idx
                        """).params(now(), device.id()).update();
        publications.ask();
        audit.record(Optional.empty(), "device-refused", device.permit(), because);
    }

    private static byte[] payload(byte[] toSign) {
        return CBORObject.DecodeFromBytes(toSign).get(PAYLOAD).GetByteString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String words(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " (" + finding.message() + ")")
                .collect(Collectors.joining("; "));
    }
}
