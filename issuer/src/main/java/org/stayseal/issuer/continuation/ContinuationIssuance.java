package org.stayseal.issuer.continuation;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.continuation.ContinuationRows.CodeRow;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.issuer.lint.ContinuationCandidate;
import org.stayseal.issuer.lint.Finding;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.publication.PublicationRequests;
import org.stayseal.issuer.signing.Preparation;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.continuation.UnsignedContinuation;

/**
 * Makes one approved continuation: records what is to be signed, lints, signs, prints, reads back, releases. The row stays locked meanwhile, so a crash gives it back at once; what was recorded or signed
 * until then is kept, and no key is asked for a second content.
 */
@Component
class ContinuationIssuance {

    private static final String NOT_IN_FORCE = "the permit is not in force any more";

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final ContinuationRows rows;
    private final ContinuationBytes bytes;
    private final Permits permits;
    private final SigningDesk desk;
    private final ContinuationMaker maker;
    private final PublicationRequests publications;
    private final AuditTrail audit;
    private final IssuerSettings settings;
    private final PublicAddress address;
    private final Clock clock;

    ContinuationIssuance(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ContinuationRows rows,
            ContinuationBytes bytes,
            Permits permits,
            SigningDesk desk,
            ContinuationMaker maker,
            PublicationRequests publications,
            AuditTrail audit,
            IssuerSettings settings,
            PublicAddress address,
            Clock clock) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rows = rows;
        this.bytes = bytes;
        this.permits = permits;
        this.desk = desk;
        this.maker = maker;
        this.publications = publications;
        this.audit = audit;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /**
     * In the transaction that holds its lock.
     *
     * @return false if it has to wait: for a signer, for its status list to be published, or for its print to be tried again
     */
    boolean advance(GivenContinuation given) {
        Optional<IssuedPermit> permit = permits.find(given.permit())
                .filter(found -> found.stage() == Stage.RELEASED && found.status() == PermitStatus.VALID);
        if (permit.isEmpty()) {
            refuse(given, NOT_IN_FORCE);
            return true;
        }
        List<CodeOfPermit> all = rows.codesOf(permit.get());
        Set<String> purposes = CodeOfPermit.purposes(all);
        Optional<X509Certificate> signer = desk.continuationCertificate(purposes);
        if (signer.isEmpty()) {
            return false;
        }
        Map<Item, CodeOfPermit> codes = all.stream().collect(Collectors.toMap(CodeOfPermit::item, code -> code));
        for (CodeRow row : rows.codes(given.id())) {
            if (row.finished().isEmpty()) {
                List<Finding> findings = sign(
                        given, java.util.Objects.requireNonNull(codes.get(row.item())), row, signer.get(), purposes);
                if (!findings.isEmpty()) {
                    refuse(given, row.item().key() + ": " + words(findings));
                    return true;
                }
            }
        }
        return isPublished(given.id()) && handOver(given, permit.get(), codes);
    }

    private List<Finding> sign(
            GivenContinuation given,
            CodeOfPermit code,
            CodeRow recorded,
            X509Certificate signer,
            Set<String> purposes) {
        String name = recorded.item().key() + "+" + given.id();
        byte[] toSign = toSign(given, code, recorded, signer, name);
        ContinuationClaims claims;
        try {
            claims = bytes.claims(given, code, recorded, bytes.signedOn(toSign, signer));
        } catch (IllegalArgumentException e) {
            return List.of(new Finding("decodes", "no reader would take it"));
        }
        Preparation preparation =
                desk.prepare(new ContinuationCandidate(given.permit(), name, claims, toSign, signer, purposes));
        if (preparation instanceof Preparation.Refused refused) {
            return refused.findings();
        }
        byte[] signature = desk.issue(((Preparation.Cleared) preparation).token());
        byte[] finished = bytes.finish(toSign, signer, signature);
        apart.executeWithoutResult(running -> database.sql("UPDATE continuation_code SET finished = ? WHERE cti = ?")
                .params(finished, recorded.cti())
                .update());
        return List.of();
    }

    /** On record before a key is asked (CONT-13). What was recorded for a key that signs no more is made again, unless that key was asked already. */
    private byte[] toSign(
            GivenContinuation given, CodeOfPermit code, CodeRow recorded, X509Certificate signer, String name) {
        byte[] key = SigningDesk.nameOf(signer);
        boolean fits = recorded.preparedFor()
                .filter(before -> Arrays.equals(before, key))
                .isPresent();
        if (recorded.toSign().isPresent() && (fits || wasAsked(given.permit(), name))) {
            return recorded.toSign().get();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        byte[] toSign = UnsignedContinuation.of(bytes.claims(given, code, recorded, today), signer)
                .toBeSigned();
        apart.executeWithoutResult(
                running -> database.sql("UPDATE continuation_code SET to_sign = ?, prepared_for = ? WHERE cti = ?")
                        .params(toSign, key, recorded.cti())
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
                          SELECT 1 FROM continuation_code c WHERE c.continuation = ? AND NOT EXISTS (
                            SELECT 1 FROM publication_file f
                            WHERE f.sequence = (SELECT max(sequence) FROM publication) AND f.path = 'status/' || c.shard))
                        """).param(id).query(Boolean.class).single();
    }

    private boolean handOver(GivenContinuation given, IssuedPermit permit, Map<Item, CodeOfPermit> codes) {
        Map<Item, String> texts = new EnumMap<>(Item.class);
        Map<Item, Optional<String>> numbers = new EnumMap<>(Item.class);
        for (CodeRow row : rows.codes(given.id())) {
            texts.put(row.item(), bytes.text(row.finished().orElseThrow()));
            numbers.put(
                    row.item(),
                    java.util.Objects.requireNonNull(codes.get(row.item())).number());
        }
        try {
            List<Carrier> made = maker.make(new ContinuationMaker.Order(
                    permit.permit().country(),
                    permit.permit().authority(),
                    codes.values().stream()
                            .map(CodeOfPermit::lastDay)
                            .min(LocalDate::compareTo)
                            .orElseThrow(),
                    given.countsUntil(),
                    given.legalGround(),
                    texts,
                    numbers,
                    address.resolve("/verify/"),
                    settings.nationalLanguage()));
            release(given, made);
        } catch (ReadBackRefused e) {
            if (isPrintedOften(given.id())) {
                refuse(given, "print: " + e.getMessage());
                return true;
            }
            return false;
        }
        return true;
    }

    private boolean isPrintedOften(UUID id) {
        return database.sql("SELECT attempts >= 8 FROM continuation WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private void release(GivenContinuation given, List<Carrier> made) {
        for (Carrier carrier : made) {
            database.sql("""
                            INSERT INTO continuation_carrier (continuation, name, media_type, bytes) VALUES (?, ?, ?, ?)
                            ON CONFLICT (continuation, name) DO NOTHING
                            """)
                    .params(given.id(), carrier.name(), carrier.mediaType(), carrier.bytes())
                    .update();
        }
        database.sql("UPDATE continuation SET state = 'RELEASED', released_at = ? WHERE id = ?")
                .params(now(), given.id())
                .update();
        audit.record(Optional.empty(), "continuation-released", given.permit(), "");
    }

    /** What may be signed already is revoked: nobody else would do so for what was never handed over. */
    private void refuse(GivenContinuation given, String because) {
        database.sql("UPDATE continuation SET state = 'REFUSED', refused_because = ? WHERE id = ?")
                .params(because, given.id())
                .update();
        database.sql("""
                        UPDATE status_entry e SET status = 1, changed_at = ? FROM continuation_code c
                        WHERE c.continuation = ? AND e.shard = c.shard AND e.idx = c.idx
                        """).params(now(), given.id()).update();
        publications.ask();
        audit.record(Optional.empty(), "continuation-refused", given.permit(), because);
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
