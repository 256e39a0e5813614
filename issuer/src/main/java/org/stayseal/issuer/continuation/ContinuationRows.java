package org.stayseal.issuer.continuation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.vds.Profiles;

/** Reads continuations, and the codes that they are for, out of the database. */
@Component
class ContinuationRows {

    private static final String COLUMNS = """
            SELECT id, permit, state, counts_from, counts_until, legal_ground, requested_by, requested_at, decided_by, decision_reason,
                   refused_because, released_at, status
            FROM continuation
            """;

    private final JdbcClient database;
    private final ZoneId zone;
    private final Profiles profiles;

    ContinuationRows(JdbcClient database, IssuerSettings settings, Profiles profiles) {
        this.database = database;
        this.profiles = profiles;
        this.zone = Countries.timeZone(settings.country());
    }

    /**
     * One code of a continuation, as recorded.
     *
     * @param cti its own identity
     * @param toSign what its signature is made over, once a key was chosen
     * @param preparedFor SHA-256 of that key's certificate
     * @param finished the signed bytes, once there are
     */
    record CodeRow(
            Item item,
            byte[] cti,
            StatusPlace place,
            Optional<byte[]> toSign,
            Optional<byte[]> preparedFor,
            Optional<byte[]> finished) {}

    /** Of the issuing country: its days begin there. */
    ZoneId zone() {
        return zone;
    }

    Optional<GivenContinuation> find(UUID id) {
        return database.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query(this::given)
                .optional();
    }

    /** The row stays locked until the transaction ends. */
    Optional<GivenContinuation> lock(UUID id) {
        return database.sql(COLUMNS + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::given)
                .optional();
    }

    /** One that is to be made and that nobody else is at work on; locked until the transaction ends. */
    Optional<GivenContinuation> lockNext(OffsetDateTime now) {
        return database.sql(
                        COLUMNS
                                + " WHERE state = 'APPROVED' AND next_try_at <= ? ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(now)
                .query(this::given)
                .optional();
    }

    List<GivenContinuation> of(String permit) {
        return database.sql(COLUMNS + " WHERE permit = ? ORDER BY requested_at DESC, id LIMIT 100")
                .param(permit)
                .query(this::given)
                .list();
    }

    List<GivenContinuation> requested() {
        return database.sql(COLUMNS + " WHERE state = 'REQUESTED' ORDER BY requested_at, id LIMIT 100")
                .query(this::given)
                .list();
    }

    List<CodeRow> codes(UUID id) {
        return database
                .sql(
                        "SELECT item, cti, shard, idx, to_sign, prepared_for, finished FROM continuation_code WHERE continuation = ?")
                .param(id)
                .query((row, count) -> new CodeRow(
                        item(row.getString("item")),
                        row.getBytes("cti"),
                        new StatusPlace(row.getInt("shard"), row.getInt("idx")),
                        Optional.ofNullable(row.getBytes("to_sign")),
                        Optional.ofNullable(row.getBytes("prepared_for")),
                        Optional.ofNullable(row.getBytes("finished"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(CodeRow::item))
                .toList();
    }

    /** The signed codes of a released permit, in the order of {@link Item}. */
    List<CodeOfPermit> codesOf(IssuedPermit permit) {
        return database
                .sql("""
                        SELECT purpose AS item, finished, prepared_for FROM credential WHERE permit = :number
                        UNION ALL
                        SELECT 'seal', finished, prepared_for FROM seal WHERE permit = :number
                        """)
                .param("number", permit.number())
                .query((row, count) -> CodeOfPermit.of(
                        item(row.getString("item")),
                        row.getBytes("finished"),
                        permit.permit().documentUntil(),
                        permit.number(),
                        Optional.ofNullable(row.getBytes("prepared_for")),
                        profiles,
                        zone))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(CodeOfPermit::item))
                .toList();
    }

    private static Item item(String key) {
        return Item.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private GivenContinuation given(ResultSet row, int count) throws SQLException {
        return new GivenContinuation(
                row.getObject("id", UUID.class),
                row.getString("permit"),
                ContinuationState.valueOf(row.getString("state")),
                row.getObject("counts_from", LocalDate.class),
                row.getObject("counts_until", LocalDate.class),
                row.getString("legal_ground"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("decision_reason")),
                Optional.ofNullable(row.getString("refused_because")),
                instant(row, "released_at"),
                Renewal.of(row.getInt("status")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? Optional.empty() : Optional.of(moment.toInstant());
    }
}
