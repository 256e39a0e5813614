package org.stayseal.issuer.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.lint.Item;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.PermitDraft;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads permits and their items out of the database. */
@Component
class PermitRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            SELECT p.number, p.application, p.stage, p.draft, p.status, p.status_reason, p.recorded_at, p.released_at, p.refused_because,
                   p.photo_in_work_code, a.photo
            FROM permit p JOIN application a ON a.id = p.application
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    PermitRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * One of the five, as recorded.
     *
     * @param item which
     * @param toSign what its signature is made over
     * @param finished the signed bytes, once there are
     * @param shard of the status list; -1 for the seal
     * @param index of the status entry; -1 for the seal
     */
    record ItemRow(
            Item item, byte[] toSign, Optional<byte[]> finished, int shard, int index, Optional<byte[]> preparedFor) {}

    Optional<IssuedPermit> find(String number) {
        return database.sql(COLUMNS + " WHERE p.number = ?")
                .param(number)
                .query(this::permit)
                .optional();
    }

    /** The row stays locked until the transaction ends. */
    Optional<IssuedPermit> lock(String number) {
        return database.sql(COLUMNS + " WHERE p.number = ? FOR UPDATE OF p")
                .param(number)
                .query(this::permit)
                .optional();
    }

    Optional<IssuedPermit> ofHolder(String token) {
        return database.sql(COLUMNS + " WHERE p.holder_token = ? AND p.stage = 'RELEASED'")
                .param(token)
                .query(this::permit)
                .optional();
    }

    List<IssuedPermit> search(String text, Optional<PermitStatus> status, int offset, int limit) {
        String pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return database.sql(COLUMNS + """
                         WHERE (p.number LIKE upper(:pattern) OR a.search_text LIKE lower(:pattern))
                           AND (:status < 0 OR p.status = :status)
                         ORDER BY p.recorded_at DESC, p.number LIMIT :limit OFFSET :offset
                        """)
                .param("pattern", pattern)
                .param("status", status.map(PermitStatus::wire).orElse(-1))
                .param("limit", Math.max(1, Math.min(limit, 100)))
                .param("offset", Math.max(0, offset))
                .query(this::permit)
                .list();
    }

    /** The five, in the order of {@link Item}. */
    List<ItemRow> items(String number) {
        return database
                .sql("""
                        SELECT purpose AS item, to_sign, finished, shard, idx, prepared_for FROM credential WHERE permit = :number
                        UNION ALL
                        SELECT 'seal', to_sign, finished, -1, -1, prepared_for FROM seal WHERE permit = :number
                        """)
                .param("number", number)
                .query((row, count) -> new ItemRow(
                        item(row.getString("item")),
                        row.getBytes("to_sign"),
                        Optional.ofNullable(row.getBytes("finished")),
                        row.getInt("shard"),
                        row.getInt("idx"),
                        Optional.ofNullable(row.getBytes("prepared_for"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(ItemRow::item))
                .toList();
    }

    private static Item item(String key) {
        return Item.valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }

    private IssuedPermit permit(ResultSet row, int count) throws SQLException {
        PermitDraft draft = new PermitDraft();
        json.readValue(row.getString("draft"), TEXTS)
                .forEach((name, text) -> Field.of(name).ifPresent(field -> draft.set(field, text)));
        Optional.ofNullable(row.getBytes("photo")).ifPresent(draft::photo);
        return new IssuedPermit(
                row.getString("number"),
                draft.permit(),
                Disclosure.Choices.photoForWork(row.getBoolean("photo_in_work_code")),
                row.getObject("application", UUID.class),
                Stage.valueOf(row.getString("stage")),
                PermitStatus.of(row.getInt("status")),
                Optional.ofNullable(row.getString("status_reason")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                instant(row, "released_at"),
                Optional.ofNullable(row.getString("refused_because")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? Optional.empty() : Optional.of(moment.toInstant());
    }
}
