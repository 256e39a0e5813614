package org.stayseal.issuer.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Role;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.PermitDraft;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications in the database. Four eyes are asked for here and, once more, by a constraint of the table. */
@Service
class StoredApplications implements Applications {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            SELECT a.id, a.state, a.fields, a.applied_by, a.applied_at, a.decided_by, a.decided_at, a.decision_reason, p.number
            FROM application a LEFT JOIN permit p ON p.application = a.id
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final IssuerSettings settings;
    private final FormReader reader;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredApplications(
            JdbcClient database,
            JsonMapper json,
            AuditTrail audit,
            ApplicationEventPublisher events,
            IssuerSettings settings,
            TextCapacity capacity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.reader = new FormReader(settings, capacity);
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public ReadForm read(ApplicationForm form, Officer officer) {
        requireClerk(officer);
        return reader.read(form, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static void requireClerk(Officer officer) {
        if (!officer.is(Role.CLERK)) {
            throw Refusal.notAllowed("clerk-only", "Only a clerk takes applications.");
        }
    }

    /** A transaction begun here, since an apply that reads first comes from inside this class. */
    @Override
    public Application apply(ReadForm read, Officer officer) {
        requireClerk(officer);
        return Objects.requireNonNull(transaction.execute(running -> store(read, officer)));
    }

    private Application store(ReadForm read, Officer officer) {
        ApplicationForm form = read.form();
        Map<String, String> texts = new TreeMap<>(form.fields());
        texts.remove(Field.PHOTO.key());
        UUID id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO application (id, state, fields, portrait, photo, search_text, applied_by, applied_at)
                        VALUES (:id, 'SUBMITTED', CAST(:fields AS jsonb), :portrait, :photo, :search, :by, :at)
                        """)
                .param("id", id)
                .param("fields", json.writeValueAsString(texts))
                .param("portrait", read.portrait().orElse(null), java.sql.Types.BINARY)
                .param("photo", photo(read.draft()), java.sql.Types.BINARY)
                .param("search", searchText(form))
                .param("by", officer.name())
                .param("at", now())
                .update();
        audit.record(Optional.of(officer), "application-submitted", id.toString(), "");
        return find(id).orElseThrow();
    }

    @Override
    @Transactional
    public Application approve(UUID id, Officer officer) {
        decide(id, officer, ApplicationState.APPROVED, Optional.empty());
        audit.record(Optional.of(officer), "application-approved", id.toString(), "");
        events.publishEvent(new ApplicationApproved(id));
        return find(id).orElseThrow();
    }

    @Override
    @Transactional
    public Application reject(UUID id, Officer officer, String reason) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > 500) {
            throw Refusal.unprocessable("reason-length", "A rejection has a reason of 1 to 500 characters.");
        }
        decide(id, officer, ApplicationState.REJECTED, Optional.of(words));
        audit.record(Optional.of(officer), "application-rejected", id.toString(), "");
        return find(id).orElseThrow();
    }

    private void decide(UUID id, Officer officer, ApplicationState state, Optional<String> reason) {
        if (!officer.is(Role.APPROVER)) {
            throw Refusal.notAllowed("approver-only", "Only an approver decides on applications.");
        }
        Application application = database.sql(COLUMNS + " WHERE a.id = ? FOR UPDATE OF a")
                .param(id)
                .query(this::application)
                .optional()
                .orElseThrow(() -> Refusal.notFound("no-application", "There is no such application."));
        if (application.appliedBy().equals(officer.name())) {
            throw Refusal.notAllowed("four-eyes", "The officer who wrote an application down does not decide on it.");
        }
        if (application.state() != ApplicationState.SUBMITTED) {
            throw Refusal.conflict("already-decided", "This application is decided already.");
        }
        database.sql("""
                        UPDATE application SET state = :state, decided_by = :by, decided_at = :at, decision_reason = :reason WHERE id = :id
                        """)
                .param("state", state.name())
                .param("by", officer.name())
                .param("at", now())
                .param("reason", reason.orElse(null), java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
    }

    @Override
    public PermitDraft draft(UUID id, String number, LocalDate issued) {
        Application application = find(id).filter(found -> found.state() == ApplicationState.APPROVED)
                .orElseThrow(() -> Refusal.conflict("not-approved", "There is no such approved application."));
        PermitDraft draft = new PermitDraft();
        application.form().fields().forEach((name, text) -> Field.of(name).ifPresent(field -> draft.set(field, text)));
        photo(id).ifPresent(draft::photo);
        return FormReader.issue(draft, settings, number, issued);
    }

    @Override
    public Optional<byte[]> portrait(UUID id) {
        return picture(id, "portrait");
    }

    @Override
    public Optional<byte[]> photo(UUID id) {
        return picture(id, "photo");
    }

    private Optional<byte[]> picture(UUID id, String column) {
        return database.sql("SELECT " + column + " FROM application WHERE id = ? AND " + column + " IS NOT NULL")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    @Override
    public Optional<Application> find(UUID id) {
        return database.sql(COLUMNS + " WHERE a.id = ?")
                .param(id)
                .query(this::application)
                .optional();
    }

    @Override
    public List<Application> list(Optional<ApplicationState> state, int offset, int limit) {
        String where = state.isPresent() ? " WHERE a.state = :state" : " WHERE :state = ''";
        return database.sql(COLUMNS + where + " ORDER BY a.applied_at DESC, a.id LIMIT :limit OFFSET :offset")
                .param("state", state.map(Enum::name).orElse(""))
                .param("limit", Math.max(1, Math.min(limit, 100)))
                .param("offset", Math.max(0, offset))
                .query(this::application)
                .list();
    }

    private Application application(ResultSet row, int number) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                ApplicationState.valueOf(row.getString("state")),
                new ApplicationForm(json.readValue(row.getString("fields"), TEXTS)),
                row.getString("applied_by"),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                decision(row),
                Optional.ofNullable(row.getString("number")));
    }

    private static Optional<Application.Decision> decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Application.Decision(
                        by,
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("decision_reason"))));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte @org.jspecify.annotations.Nullable [] photo(PermitDraft draft) {
        return draft.permit()
                .person()
                .photo()
                .map(org.stayseal.spec.permit.Photo::bytes)
                .orElse(null);
    }

    private static String searchText(ApplicationForm form) {
        return (form.text(Field.SURNAME.key()) + " " + form.text(Field.GIVEN_NAMES.key()))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
