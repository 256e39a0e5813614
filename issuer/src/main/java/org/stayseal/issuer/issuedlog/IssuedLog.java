package org.stayseal.issuer.issuedlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.spec.log.ConsistencyProof;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.trust.authority.LogToPublish;

/**
 * The leaves and the edge of their tree.
 *
 * <p>Guarantees: leaves have the numbers from 0 without a gap, also with several issuers at work, because the one row of the edge is held while a leaf is appended; a leaf and the edge
 * change together or not at all; what is published begins with what was published before.
 */
@Component
public class IssuedLog {

    private final JdbcClient database;

    IssuedLog(JdbcClient database) {
        this.database = database;
    }

    /** Appends leaves in the transaction of whoever records the signatures; others wait until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<LogLeaf> leaves) {
        TreeFrontier tree = edge("SELECT size, edge FROM issued_log WHERE id = 1 FOR UPDATE");
        for (LogLeaf leaf : leaves) {
            database.sql("INSERT INTO issued_log_leaf (idx, signer, content) VALUES (?, ?, ?)")
                    .params(tree.size(), leaf.signer(), leaf.content())
                    .update();
            tree = tree.append(leaf);
        }
        database.sql("UPDATE issued_log SET size = ?, edge = ? WHERE id = 1")
                .params(tree.size(), tree.bytes())
                .update();
    }

    /** Whether there are leaves under no published head. */
    public boolean hasGrownSinceItsHead() {
        return database.sql("SELECT size > coalesce((SELECT max(size) FROM issued_log_published), 0) FROM issued_log")
                .query(Boolean.class)
                .single();
    }

    /** The leaves in their order, for making a kept log. In a transaction, so that they are read as they come; to be closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Stream<LogLeaf> leaves() {
        return database
                .sql("SELECT signer, content FROM issued_log_leaf ORDER BY idx")
                .query((row, count) -> LogLeaf.of(row.getBytes("signer"), row.getBytes("content")))
                .stream();
    }

    /**
     * The log as it is now, with the proof that it begins with the one whose head was published last (TRUST-188). The leaves since then are read and hashed again: the edge alone would
     * not show that a leaf was changed.
     *
     * @param published how many leaves the newest published head has
     * @throws IllegalStateException when the leaves and the edge are not those of one log
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LogToPublish toPublish(long published) {
        TreeFrontier now = edge("SELECT size, edge FROM issued_log WHERE id = 1");
        TreeFrontier known = knownEdge(Math.min(published, now.size()));
        TreeFrontier earlier = known;
        TreeFrontier tree = known;
        List<byte[]> since = new ArrayList<>();
        for (Numbered next : after(known.size(), now.size())) {
            if (next.number() != tree.size()) {
                throw new IllegalStateException("The issued log lacks leaf " + tree.size() + ".");
            }
            byte[] hash = next.leaf().hash();
            tree = tree.append(hash);
            if (tree.size() <= published) {
                earlier = tree;
            } else {
                since.add(hash);
            }
        }
        if (tree.size() != now.size() || !Arrays.equals(tree.root(), now.root())) {
            throw new IllegalStateException("The leaves of the issued log are not those of its edge: it was changed.");
        }
        // A log shorter than what was published has no proof; the authority refuses it and says why.
        Optional<ConsistencyProof> proof = earlier.size() == published && published > 0
                ? Optional.of(ConsistencyProof.of(earlier, since))
                : Optional.empty();
        return new LogToPublish(tree.size(), tree.root(), proof);
    }

    /**
     * A head of that many leaves was published.
     *
     * @param before of how many leaves the one before it was: no edge from before that one is needed again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void published(long size, long before) {
        // Of the log as it was published, not as it is: desks append while a head is made.
        TreeFrontier edge = knownEdge(size);
        for (Numbered next : after(edge.size(), size)) {
            edge = edge.append(next.leaf());
        }
        if (edge.size() == size) {
            database.sql("INSERT INTO issued_log_published (size, edge) VALUES (?, ?) ON CONFLICT (size) DO NOTHING")
                    .params(size, edge.bytes())
                    .update();
            database.sql("DELETE FROM issued_log_published WHERE size < ?")
                    .param(before)
                    .update();
        }
    }

    /** The edge under the newest head of at most that many leaves. */
    private TreeFrontier knownEdge(long atMost) {
        return database.sql("SELECT size, edge FROM issued_log_published WHERE size <= ? ORDER BY size DESC LIMIT 1")
                .param(atMost)
                .query((row, count) -> TreeFrontier.of(row.getLong("size"), row.getBytes("edge")))
                .optional()
                .orElse(TreeFrontier.empty());
    }

    private TreeFrontier edge(String sql) {
        return database.sql(sql)
                .query((row, count) -> TreeFrontier.of(row.getLong("size"), row.getBytes("edge")))
                .single();
    }

    private record Numbered(long number, LogLeaf leaf) {}

    private List<Numbered> after(long from, long to) {
        return database.sql("SELECT idx, signer, content FROM issued_log_leaf WHERE idx >= ? AND idx < ? ORDER BY idx")
                .params(from, to)
                .query((row, count) ->
                        new Numbered(row.getLong("idx"), LogLeaf.of(row.getBytes("signer"), row.getBytes("content"))))
                .list();
    }
}
