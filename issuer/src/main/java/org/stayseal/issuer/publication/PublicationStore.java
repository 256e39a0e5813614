package org.stayseal.issuer.publication;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.reader.SnapshotArchive;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The present statuses, as the authority wants them, and the publications that were made of them. */
@Component
class PublicationStore {

    /** How many publications are kept, for readers that are in the middle of fetching one. */
    private static final int KEPT = 3;

    /** Four fifths of what a reader takes (TRUST-63). */
    private static final int LARGE_SNAPSHOT = SnapshotArchive.MAX_BYTES / 5 * 4;

    private static final Logger LOG = LoggerFactory.getLogger(PublicationStore.class);

    private final JdbcClient database;

    PublicationStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * The whole present state.
     *
     * @param now seals of documents that ended more than a year before, with the longest continuation that they can have, are not listed any more (STATUS-52)
     * @param notices of the trust list: an extended permit ends later (TRUST-147)
     */
    PublicationInput input(int shardSize, Instant now, List<Notice> notices) {
        Map<Integer, Map<Integer, Integer>> shards = new HashMap<>();
        shards.put(0, new HashMap<>());
        database.sql(
                        "SELECT shard FROM credential UNION SELECT shard FROM continuation_code UNION SELECT shard FROM device_credential")
                .query(Integer.class)
                .list()
                .forEach(shard -> shards.putIfAbsent(shard, new HashMap<>()));
        database.sql("SELECT shard, idx, status FROM status_entry WHERE status <> 0")
                .query(row -> {
                    Map<Integer, Integer> statuses = shards.get(row.getInt("shard"));
                    if (statuses != null) {
                        statuses.put(row.getInt("idx"), row.getInt("status"));
                    }
                });
        List<PublicationInput.StatusShard> lists = new ArrayList<>();
        shards.forEach((shard, statuses) -> lists.add(new PublicationInput.StatusShard(shard, shardSize, statuses)));
        Map<String, SealRevocations.Entry> seals = new HashMap<>();
        Set<String> ended = new HashSet<>();
        LocalDate over = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(1).minusDays(ContinuationClaims.MAX_DAYS);
        database.sql("""
                        SELECT s.identity, p.status, p.status_changed_at, p.draft ->> 'documentUntil' AS document_until
                        FROM seal s JOIN permit p ON p.number = s.permit
                        WHERE p.status <> 0 AND s.identity IS NOT NULL
                        """).query(row -> {
            String until = row.getString("document_until");
            if (until != null
                    && ExtendedEnds.of(LocalDate.parse(until), notices).isBefore(over)) {
                ended.add(Hex.encode(row.getBytes("identity")));
                return;
            }
            Instant since = row.getObject("status_changed_at", OffsetDateTime.class)
                    .toInstant()
                    .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            seals.put(Hex.encode(row.getBytes("identity")), new SealRevocations.Entry(row.getInt("status"), since));
        });
        return new PublicationInput(lists, seals, ended);
    }

    /** The newest sequence on record, 0 before the first. */
    long newest() {
        return database.sql("SELECT coalesce(max(sequence), 0) FROM publication")
                .query(Long.class)
                .single();
    }

    /** When the newest publication was made. */
    Optional<Instant> newestIssued() {
        return database.sql("SELECT issued FROM publication ORDER BY sequence DESC LIMIT 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Stores what is to be served from now on.
     *
     * @throws IllegalStateException when it would not be the newest, and so never be served
     */
    void store(Publication publication, URI base) {
        long newest = newest();
        if (publication.sequence() <= newest) {
            throw new IllegalStateException("Publication " + publication.sequence()
                    + " would never be served: the database holds number " + newest + " already.");
        }
        database.sql("INSERT INTO publication (sequence, issued, next_update) VALUES (?, ?, ?)")
                .params(publication.sequence(), moment(publication.issued()), moment(publication.nextUpdate()))
                .update();
        if (publication.snapshot().length >= LARGE_SNAPSHOT) {
            LOG.warn(
                    "the snapshot has {} bytes; beyond {} nothing can be published any more",
                    publication.snapshot().length,
                    SnapshotArchive.MAX_BYTES);
        }
        for (PublishedFile file : files(publication, base)) {
            database.sql(
                            "INSERT INTO publication_file (sequence, path, media_type, etag, bytes) VALUES (?, ?, ?, ?, ?)")
                    .params(publication.sequence(), file.path(), file.mediaType(), file.etag(), file.bytes())
                    .update();
        }
        database.sql("DELETE FROM publication WHERE sequence <= ?")
                .param(publication.sequence() - KEPT)
                .update();
    }

    List<PublishedFile> files(long sequence) {
        return database.sql("SELECT path, media_type, etag, bytes FROM publication_file WHERE sequence = ?")
                .param(sequence)
                .query((row, count) -> new PublishedFile(
                        row.getString("path"),
                        row.getString("media_type"),
                        row.getString("etag"),
                        row.getBytes("bytes")))
                .list();
    }

    private static List<PublishedFile> files(Publication publication, URI base) {
        List<PublishedFile> files = new ArrayList<>();
        files.add(PublishedFile.of("trust/snapshot", PublishedTypes.ZIP, publication.snapshot()));
        files.add(PublishedFile.of("trust/trust-list", PublishedTypes.JOSE, publication.trustList()));
        files.add(PublishedFile.of("trust/seal-revocations", PublishedTypes.JOSE, publication.sealRevocations()));
        publication
                .sealShards()
                .forEach((digits, shard) ->
                        files.add(PublishedFile.of("trust/seal-revocations/" + digits, PublishedTypes.BYTES, shard)));
        publication
                .roots()
                .forEach((number, root) ->
                        files.add(PublishedFile.of("trust/root/" + number, PublishedTypes.JOSE, root)));
        files.add(PublishedFile.of(
                "trust/root",
                PublishedTypes.JOSE,
                Objects.requireNonNull(
                        publication.roots().get(publication.roots().lastKey()))));
        publication
                .crls()
                .forEach((name, crl) -> files.add(PublishedFile.of("trust/crl/" + name, PublishedTypes.CRL, crl)));
        publication
                .treeHead()
                .ifPresent(head -> files.add(PublishedFile.of("trust/log/head", PublishedTypes.JOSE, head)));
        publication.statusLists().forEach((address, lists) -> {
            String path = PublishedFile.path(address, base);
            files.add(PublishedFile.of(path, PublishedTypes.STATUS_CWT, lists.cwt()));
            files.add(PublishedFile.of(path, PublishedTypes.STATUS_JWT, lists.jwt()));
        });
        files.add(PublishedFile.of("status", PublishedTypes.JSON, aggregation(publication)));
        return files;
    }

    /** The addresses of all lists (STATUS-62). */
    private static byte[] aggregation(Publication publication) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode lists = json.putArray("status_lists");
        publication.statusLists().keySet().stream()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .forEach(lists::add);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
