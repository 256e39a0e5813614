package org.stayseal.issuer.publication;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.status.StatusListClaims;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.trust.authority.Publication;

/**
 * What status lists said at a time, for as long as the settings say (STATUS-63 to STATUS-65; Token Status List, section 8.4). It answers for a list and a time; nothing
 * tells which times there are.
 */
@Component
class StatusHistory {

    private static final long MEGABYTE = 1_000_000;

    private final JdbcClient database;
    private final IssuerSettings.Publication settings;
    private final Clock clock;

    @Autowired
    StatusHistory(JdbcClient database, IssuerSettings settings, Clock clock) {
        this(database, settings.publication(), clock);
    }

    StatusHistory(JdbcClient database, IssuerSettings.Publication settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the authority keeps any. */
    boolean isKept() {
        return !settings.history().isZero();
    }

    /** Keeps the lists of a publication, in its transaction, and lets go of what answers for nothing any more. */
    void keep(Publication publication, URI base) {
        if (!isKept()) {
            database.sql("DELETE FROM status_history").update();
            return;
        }
        publication.statusLists().forEach((address, lists) -> {
            String path = PublishedFile.path(address, base);
            StatusListClaims claims = claims(lists.cwt(), address);
            keep(PublishedFile.of(path, PublishedTypes.STATUS_CWT, lists.cwt()), claims);
            keep(PublishedFile.of(path, PublishedTypes.STATUS_JWT, lists.jwt()), claims);
            mergeTheOneBefore(path, claims.issued());
        });
        letGo();
    }

    /**
     * The forms of the token that was in force at a time: it was issued then or before, and had not ended.
     *
     * @return none for a time from which nothing is kept, and for the future
     */
    List<PublishedFile> at(String path, Instant time) {
        Instant now = clock.instant();
        if (time.isAfter(now) || time.isBefore(now.minus(settings.history()))) {
            return List.of();
        }
        return database.sql("""
                        SELECT media_type, etag, bytes FROM status_history h
                        WHERE path = :path AND expires >= :time
                          AND issued = (SELECT max(issued) FROM status_history WHERE path = :path AND issued <= :time)
                        ORDER BY media_type
                        """)
                .param("path", path)
                .param("time", moment(time))
                .query((row, count) -> new PublishedFile(
                        path, row.getString("media_type"), row.getString("etag"), row.getBytes("bytes")))
                .list();
    }

    /** Two publications within one second: the later one is in force. */
    private void keep(PublishedFile file, StatusListClaims claims) {
        database.sql("""
                        INSERT INTO status_history (path, media_type, issued, expires, content, etag, size, bytes)
                        VALUES (:path, :type, :issued, :expires, :content, :etag, :size, :bytes)
                        ON CONFLICT (path, media_type, issued) DO UPDATE
                        SET expires = :expires, content = :content, etag = :etag, size = :size, bytes = :bytes
                        """)
                .param("path", file.path())
                .param("type", file.mediaType())
                .param("issued", moment(claims.issued()))
                .param("expires", moment(claims.expires()))
                .param("content", claims.list().digest())
                .param("etag", file.etag())
                .param("size", file.bytes().length)
                .param("bytes", file.bytes())
                .update();
    }

    /** The token that this one replaces is let go where the one before it has the same entries and had not ended: that one answers for both. */
    private void mergeTheOneBefore(String path, Instant issued) {
        database.sql("""
                        WITH replaced AS (
                          SELECT max(issued) AS issued FROM status_history WHERE path = :path AND issued < :now
                        ), earlier AS (
                          SELECT max(h.issued) AS issued FROM status_history h, replaced r WHERE h.path = :path AND h.issued < r.issued
                        )
                        DELETE FROM status_history h USING status_history e, replaced r, earlier f
                        WHERE h.path = :path AND h.issued = r.issued AND e.path = h.path AND e.media_type = h.media_type
                          AND e.issued = f.issued AND e.content = h.content AND e.expires >= :now
                        """).param("path", path).param("now", moment(issued)).update();
    }

    /** What nobody can ask for any more, and the oldest beyond the room for all. */
    private void letGo() {
        database.sql("DELETE FROM status_history WHERE expires < ?")
                .param(moment(clock.instant().minus(settings.history())))
                .update();
        database.sql("""
                        DELETE FROM status_history WHERE issued <= (
                          SELECT max(issued) FROM (
                            SELECT issued, sum(size) OVER (ORDER BY issued DESC RANGE UNBOUNDED PRECEDING) AS room FROM status_history
                          ) kept WHERE room > ?)
                        """).param(settings.historyMegabytes() * MEGABYTE).update();
    }

    private static StatusListClaims claims(byte[] cwt, String address) {
        try {
            return StatusListCwt.read(cwt, address).claims();
        } catch (FormatException e) {
            throw new IllegalStateException("a status list of the own publication can be read", e);
        }
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
