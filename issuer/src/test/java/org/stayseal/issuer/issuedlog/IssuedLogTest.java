package org.stayseal.issuer.issuedlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.publication.Publisher;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TreeHead;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.LogToPublish;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.StolenKey;
import org.stayseal.trust.reader.SnapshotArchive;

/** TRUST-180 to TRUST-189 as the desk keeps them. */
class IssuedLogTest extends IssuerTest {

    @Autowired
    private IssuedLog log;

    @Autowired
    private Authority authority;

    @Autowired
    private Publisher publisher;

    @Autowired
    private Permits permits;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void everythingThatIsReleasedIsInTheLogUnderItsSigner() throws Exception {
        List<LogLeaf> items = itemsOf(released());
        assertThat(items).hasSize(5).doesNotHaveDuplicates();
        assertThat(leaves()).containsAll(items);
    }

    @Test
    void leavesHaveNumbersWithoutGapsAlsoWhenManyAppendAtOnceAndSomeFail() throws Exception {
        ExecutorService issuers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                byte[] content = Sha256.of(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
                boolean fails = i % 4 == 0;
                running.add(issuers.submit(() -> transaction().executeWithoutResult(status -> {
                    log.append(List.of(LogLeaf.of(new byte[32], content)));
                    if (fails) {
                        status.setRollbackOnly();
                    }
                })));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            issuers.shutdown();
        }
        assertThat(database.sql("SELECT max(idx) + 1 = count(*) AND min(idx) = 0 FROM issued_log_leaf")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        LogToPublish now = transaction().execute(status -> log.toPublish(0));
        assertThat(root(leaves(), now.size())).isEqualTo(Hex.encode(now.rootHash()));
    }

    @Test
    void aLeafIsNeitherChangedNorRemoved() {
        for (String sql : List.of(
                "UPDATE issued_log_leaf SET content = sha256('') WHERE idx = 0",
                "DELETE FROM issued_log_leaf WHERE idx = 0",
                "TRUNCATE issued_log_leaf")) {
            assertThatThrownBy(() -> database.sql(sql).update()).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theHeadIsPublishedWithEachPublicationAndEachBeginsWithTheOneBefore() throws Exception {
        released();
        TreeHead first = publishedHead();
        List<LogLeaf> items = itemsOf(released());
        TreeHead second = publishedHead();
        assertThat(second.treeSize()).isGreaterThanOrEqualTo(first.treeSize() + 5);
        List<LogLeaf> leaves = leaves();
        assertThat(root(leaves, first.treeSize())).isEqualTo(first.rootHash());
        assertThat(root(leaves, second.treeSize())).isEqualTo(second.rootHash());
        assertThat(leaves.subList(0, (int) second.treeSize())).containsAll(items);
    }

    @Test
    void aHeadIsRecordedAlsoWhenADeskAppendsWhileItIsPublished() throws Exception {
        released();
        publishedHead();
        long before = publishedSizes();
        LogToPublish made = transaction().execute(status -> log.toPublish(before));
        for (int leaf = 0; leaf < 3; leaf++) {
            byte[] content = Sha256.of(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            transaction().executeWithoutResult(status -> log.append(List.of(LogLeaf.of(new byte[32], content))));
        }
        LogToPublish during = transaction().execute(status -> log.toPublish(before));
        assertThat(during.size()).isEqualTo(made.size() + 3);
        for (int leaf = 0; leaf < 3; leaf++) {
            byte[] content = Sha256.of(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            transaction().executeWithoutResult(status -> log.append(List.of(LogLeaf.of(new byte[32], content))));
        }
        transaction().executeWithoutResult(status -> log.published(during.size(), before));
        assertThat(publishedSizes()).isGreaterThanOrEqualTo(during.size());
        LogToPublish next = transaction().execute(status -> log.toPublish(during.size()));
        assertThat(next.proof().orElseThrow().leads(during.rootHash(), next.rootHash()))
                .isTrue();
    }

    private long publishedSizes() {
        return database.sql("SELECT max(size) FROM issued_log_published")
                .query(Long.class)
                .single();
    }

    @Test
    void anotherLogThanThePublishedOneIsRefused() throws Exception {
        released();
        publishedHead();
        long published =
                authority.current().map(Publication::logSize).orElseThrow().orElseThrow();
        LogToPublish now = transaction().execute(status -> log.toPublish(published));
        PublicationInput input =
                new PublicationInput(List.of(new PublicationInput.StatusShard(0, 4, Map.of())), Map.of());
        assertThatThrownBy(() -> authority.publish(input.with(new LogToPublish(now.size(), new byte[32], now.proof()))))
                .isInstanceOf(PublicationRefusedException.class);
        LogToPublish shorter = transaction().execute(status -> log.toPublish(published + 1000));
        assertThat(shorter.proof()).isEmpty();
    }

    @Test
    void whatWasSignedStaysProvableWhenThePersonsRecordIsErased() throws Exception {
        String number = released();
        List<LogLeaf> items = itemsOf(number);
        publishedHead();
        byte[] head = authority.current().flatMap(Publication::treeHead).orElseThrow();
        erase(number);
        Instant stolen = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        int found = 0;
        for (X509Certificate signer : List.of(
                authority.sealSigner().certificate(),
                authority.credentialSigner().certificate())) {
            StolenKey key = StolenKey.of(
                    signer,
                    stolen,
                    head,
                    authority.rootFingerprint(),
                    List.of(authority.rootDocument()),
                    leaves().iterator());
            for (LogLeaf item : items) {
                found += Hex.encode(item.signer()).equals(KeptLog.signerOf(signer))
                                && key.identities().contains(item.identity())
                        ? 1
                        : 0;
            }
        }
        assertThat(found).isEqualTo(5);
    }

    private List<LogLeaf> itemsOf(String number) throws Exception {
        List<LogLeaf> items = new ArrayList<>();
        for (String code : permits.codes(number).values()) {
            items.add(leaf(
                    authority.credentialSigner().certificate(),
                    CredentialDecoder.decode(code).contentDigest()));
        }
        byte[] seal = database.sql("SELECT finished FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single();
        items.add(leaf(
                authority.sealSigner().certificate(), SealDecoder.decode(seal).contentDigest()));
        return items;
    }

    private static LogLeaf leaf(X509Certificate signer, byte[] content) {
        return LogLeaf.of(HexFormat.of().parseHex(KeptLog.signerOf(signer)), content);
    }

    private List<LogLeaf> leaves() {
        return transaction().execute(status -> {
            try (Stream<LogLeaf> leaves = log.leaves()) {
                return leaves.toList();
            }
        });
    }

    private static String root(List<LogLeaf> leaves, long size) {
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves.subList(0, (int) size)) {
            tree = tree.append(leaf);
        }
        return Hex.encode(tree.root());
    }

    /** Has it published, and fetches it as anyone may. */
    private TreeHead publishedHead() throws Exception {
        long before = publisher.sequence();
        database.sql("UPDATE publication_state SET wanted = wanted + 1, wanted_since = now()")
                .update();
        for (int i = 0; i < 600 && publisher.sequence() <= before; i++) {
            pause();
        }
        HttpResponse<byte[]> answer = send(request("/trust/log/head").GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SnapshotArchive.read(authority.current().orElseThrow().snapshot()))
                .containsKey(TreeHead.NAME);
        return TreeHead.read(SignedDocument.read(answer.body(), DocumentKind.TREE_HEAD));
    }

    /** Everything that names the person or the permit; the service itself has no such function yet. */
    private void erase(String number) {
        UUID application = database.sql("SELECT application FROM permit WHERE number = ?")
                .param(number)
                .query(UUID.class)
                .single();
        for (String table : List.of("carrier", "signature_record", "signing_token", "credential", "seal")) {
            database.sql("DELETE FROM " + table + " WHERE permit = ?")
                    .param(number)
                    .update();
        }
        database.sql("DELETE FROM permit WHERE number = ?").param(number).update();
        database.sql("DELETE FROM application WHERE id = ?").param(application).update();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
