package org.stayseal.issuer.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.permit.Purpose;

/** Reads devices and their credentials out of the database. */
@Component
class DeviceRows {

    private static final String COLUMNS = "SELECT id, permit, state, bound_at, refused_because FROM device";

    private final JdbcClient database;

    DeviceRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * One credential of a device, as recorded.
     *
     * @param toSign what its signature is made over, once a signer was chosen
     * @param preparedFor SHA-256 of that signer's certificate
     * @param finished the signed bytes, once there are
     */
    record CredentialRow(
            Purpose purpose,
            byte[] cti,
            DeviceKey key,
            StatusPlace place,
            Optional<byte[]> toSign,
            Optional<byte[]> preparedFor,
            Optional<byte[]> finished) {}

    List<HolderDevice> of(String permit) {
        return database.sql(COLUMNS + " WHERE permit = ? ORDER BY bound_at DESC, id")
                .param(permit)
                .query(DeviceRows::device)
                .list();
    }

    Optional<HolderDevice> find(UUID id) {
        return database.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query(DeviceRows::device)
                .optional();
    }

    /** The next whose credentials are to be made; its row stays locked until the transaction ends, and others pass it over. */
    Optional<HolderDevice> lockNext(OffsetDateTime now) {
        return database.sql(
                        COLUMNS
                                + " WHERE state = 'BOUND' AND next_try_at <= ? ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .param(now)
                .query(DeviceRows::device)
                .optional();
    }

    List<CredentialRow> credentials(UUID device) {
        return database.sql("""
                        SELECT purpose, cti, key_x, key_y, shard, idx, to_sign, prepared_for, finished
                        FROM device_credential WHERE device = ? ORDER BY purpose
                        """)
                .param(device)
                .query((row, count) -> new CredentialRow(
                        Purpose.ofKey(row.getString("purpose")).orElseThrow(),
                        row.getBytes("cti"),
                        new DeviceKey(row.getBytes("key_x"), row.getBytes("key_y")),
                        new StatusPlace(row.getInt("shard"), row.getInt("idx")),
                        Optional.ofNullable(row.getBytes("to_sign")),
                        Optional.ofNullable(row.getBytes("prepared_for")),
                        Optional.ofNullable(row.getBytes("finished"))))
                .list();
    }

    private static HolderDevice device(ResultSet row, int count) throws SQLException {
        return new HolderDevice(
                row.getObject("id", UUID.class),
                row.getString("permit"),
                DeviceState.valueOf(row.getString("state")),
                row.getObject("bound_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("refused_because")));
    }
}
