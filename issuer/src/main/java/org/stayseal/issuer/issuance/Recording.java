package org.stayseal.issuer.issuance;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.application.ApplicationApproved;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.publication.PublicationRequests;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.issuer.status.StatusPlaces;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Purpose;
import tools.jackson.databind.json.JsonMapper;

/**
 * Step one: gives the number, the identities and the status places, and stores the exact bytes that will be signed, with the choice of
 * the authority that they were made by: the settings of now have no say in what is signed later. All of it in the transaction of the
 * approval: a permit is recorded as a whole or not at all.
 */
@Component
class Recording {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Applications applications;
    private final StatusPlaces places;
    private final SigningDesk desk;
    private final ItemBytes items;
    private final PublicationRequests publications;
    private final AuditTrail audit;
    private final IssuerSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PermitNumbers numbers = new PermitNumbers(random);

    Recording(
            JdbcClient database,
            JsonMapper json,
            Applications applications,
            StatusPlaces places,
            SigningDesk desk,
            ItemBytes items,
            PublicationRequests publications,
            AuditTrail audit,
            IssuerSettings settings,
            Clock clock) {
        this.database = database;
        this.json = json;
        this.applications = applications;
        this.places = places;
        this.desk = desk;
        this.items = items;
        this.publications = publications;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void record(ApplicationApproved approved) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PermitDraft draft = applications.draft(approved.application(), unusedNumber(), today);
        Permit permit = draft.permit();
        insertPermit(permit.number(), approved.application(), draft);
        for (Purpose purpose : Purpose.values()) {
            recordCredential(permit, purpose, today);
        }
        X509Certificate signer = desk.certificate(Item.SEAL);
        byte[] seal = items.sealToSign(permit, signer, today);
        database.sql("INSERT INTO seal (permit, to_sign, prepared_for) VALUES (?, ?, ?)")
                .params(permit.number(), seal, SigningDesk.nameOf(signer))
                .update();
        audit.record(Optional.empty(), "permit-recorded", permit.number(), "");
    }

    private void recordCredential(Permit permit, Purpose purpose, LocalDate today) {
        StatusPlace place = places.next();
        if (isFirstOf(place.shard())) {
            publications.ask();
        }
        byte[] cti = new byte[16];
        random.nextBytes(cti);
        X509Certificate signer = desk.certificate(Item.of(purpose));
        byte[] toSign = items.credentialToSign(permit, settings.choices(), purpose, cti, place, signer, today);
        database.sql(
                        "INSERT INTO credential (cti, permit, purpose, shard, idx, to_sign, prepared_for) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        cti,
                        permit.number(),
                        purpose.key(),
                        place.shard(),
                        place.index(),
                        toSign,
                        SigningDesk.nameOf(signer))
                .update();
    }

    /** A list that nobody needed yet is published before its first permit is handed over. */
    private boolean isFirstOf(int shard) {
        return database.sql("SELECT NOT EXISTS (SELECT 1 FROM credential WHERE shard = ?)")
                .param(shard)
                .query(Boolean.class)
                .single();
    }

    private String unusedNumber() {
        while (true) {
            String number = numbers.next();
            boolean used = database.sql("SELECT EXISTS (SELECT 1 FROM permit WHERE number = ?)")
                    .param(number)
                    .query(Boolean.class)
                    .single();
            if (!used) {
                return number;
            }
        }
    }

    private void insertPermit(String number, UUID application, PermitDraft draft) {
        Map<String, String> texts = new TreeMap<>();
        draft.values().forEach((field, text) -> {
            if (field != Field.PHOTO) {
                texts.put(field.key(), text);
            }
        });
        byte[] token = new byte[16];
        random.nextBytes(token);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("""
                        INSERT INTO permit (number, application, stage, draft, photo_in_work_code, holder_token, recorded_at, next_try_at)
                        VALUES (?, ?, 'RECORDED', CAST(? AS jsonb), ?, ?, ?, ?)
                        """)
                .params(
                        number,
                        application,
                        json.writeValueAsString(texts),
                        settings.photoInWorkCode(),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                        now,
                        now)
                .update();
    }
}
