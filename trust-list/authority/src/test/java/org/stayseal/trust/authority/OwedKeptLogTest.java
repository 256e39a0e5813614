package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.log.ConsistencyProof;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.SnapshotArchive;

/** TRUST-261: a revocation does not wait for its kept log, which is added when it can be made. */
class OwedKeptLogTest {

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private AuthorityHome home;
    private List<LogLeaf> leaves;
    private String id;

    @BeforeEach
    void aLogIsPublished() throws Exception {
        home = AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock);
        leaves = LogAttacks.leaves(home.sealSigner().certificate());
        id = RegisteredService.fingerprint(home.sealSigner().certificate());
    }

    @AfterEach
    void close() {
        home.close();
    }

    /** The same log once more. */
    private static PublicationInput unchanged(List<LogLeaf> all) {
        return unchanged(edge(all));
    }

    private static PublicationInput unchanged(TreeFrontier tree) {
        return Utopia.input()
                .with(new LogToPublish(tree.size(), tree.root(), Optional.of(ConsistencyProof.of(tree, List.of()))));
    }

    private static TreeFrontier edge(List<LogLeaf> leaves) {
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves) {
            tree = tree.append(leaf);
        }
        return tree;
    }

    private void revoke(Instant since) throws Exception {
        new DemoCeremonies(directory, clock).hold(new RevokeStep(id, "keyCompromise", since));
    }

    /** Published at the beginning, stolen after half an hour, revoked after an hour. */
    private void publishedAndStolen() throws Exception {
        home.publish(Utopia.input().with(LogAttacks.log(leaves)));
        clock.pass(Duration.ofHours(1));
        revoke(clock.instant().minusSeconds(1_800));
    }

    private Publication owing(PublicationInput input, String why) throws Exception {
        Publication made = home.publish(input);
        assertThat(state(made)).isEqualTo(KeyState.REVOKED);
        assertThat(kept(made)).isEmpty();
        assertThat(home.shortcomings())
                .singleElement()
                .asString()
                .contains("no kept log of the revoked signer " + id, why);
        assertThat(new Shortcomings(directory).read()).isEqualTo(home.shortcomings());
        assertThat(directory.resolve("kept-logs")).doesNotExist();
        return made;
    }

    private void addedLater(PublicationInput input, int count) throws Exception {
        Publication made = home.publish(input);
        assertThat(state(made)).isEqualTo(KeyState.REVOKED);
        assertThat(kept(made).orElseThrow().count()).isEqualTo(count);
        assertThat(home.shortcomings()).isEmpty();
    }

    @Test
    void leavesThatAreNotHereStopNoRevocation() throws Exception {
        publishedAndStolen();
        owing(unchanged(leaves), "publish where the log is");
        addedLater(unchanged(leaves).reading(leaves::stream), leaves.size());
    }

    @Test
    void leavesThatAreNotThoseOfTheHeadOrCannotBeReadStopNoRevocation() throws Exception {
        publishedAndStolen();
        owing(unchanged(leaves).reading(leaves.subList(1, leaves.size())::stream), "not the leaves of the tree head");
        owing(
                unchanged(leaves).reading(() -> {
                    throw new IllegalStateException("the database is away");
                }),
                "the database is away");
        addedLater(unchanged(leaves).reading(leaves::stream), leaves.size());
    }

    @Test
    void moreCodesThanAKeptLogHoldsStopNoRevocation() throws Exception {
        byte[] signer = leaves.get(0).signer();
        LogLeaves many = () -> IntStream.rangeClosed(0, KeptIdentities.MAX_COUNT)
                .mapToObj(n ->
                        LogLeaf.of(signer, ByteBuffer.allocate(32).putInt(n).array()));
        TreeFrontier tree = TreeFrontier.empty();
        for (Iterator<LogLeaf> all = many.leaves().iterator(); all.hasNext(); ) {
            tree = tree.append(all.next());
        }
        home.publish(Utopia.input().with(new LogToPublish(tree.size(), tree.root(), Optional.empty())));
        clock.pass(Duration.ofHours(1));
        revoke(clock.instant());
        owing(unchanged(tree).reading(many), "more codes than the 1,000,000");
    }

    @Test
    void aFolderOfHeadsThatWasLostIsNotTakenForALogThatBeganLater() throws Exception {
        publishedAndStolen();
        Path heads = directory.resolve("publications/heads");
        Path away = directory.resolve("publications/away");
        Files.move(heads, away);
        owing(unchanged(leaves).reading(leaves::stream), "restore that folder");
        Files.move(heads.resolve("2.json"), away.resolve("2.json"));
        Files.delete(heads);
        Files.move(away, heads);
        addedLater(unchanged(leaves).reading(leaves::stream), leaves.size());
    }

    @Test
    void aLogThatBeganAfterTheTheftKeepsNothingForGood() throws Exception {
        home.publish(Utopia.input());
        clock.pass(Duration.ofHours(1));
        home.publish(Utopia.input().with(LogAttacks.log(leaves)));
        revoke(clock.instant().minusSeconds(1));
        Publication made = home.publish(unchanged(leaves).reading(leaves::stream));
        assertThat(kept(made)).isEmpty();
        assertThat(home.shortcomings()).isEmpty();
        assertThat(directory.resolve("kept-logs/" + id.substring(0, 16) + ".none"))
                .exists();
    }

    @Test
    void aTheftThatWasEarlierKeepsLessAndInTheEndNothing() throws Exception {
        List<LogLeaf> first = leaves.subList(0, 4);
        home.publish(Utopia.input().with(LogAttacks.log(first)));
        clock.pass(Duration.ofHours(1));
        Instant second = clock.instant();
        List<byte[]> since =
                leaves.subList(4, leaves.size()).stream().map(LogLeaf::hash).toList();
        LogToPublish all = LogAttacks.log(leaves);
        home.publish(Utopia.input()
                .with(new LogToPublish(
                        all.size(), all.rootHash(), Optional.of(ConsistencyProof.of(edge(first), since)))));
        clock.pass(Duration.ofHours(1));
        revoke(second);
        addedLater(unchanged(leaves).reading(leaves::stream), leaves.size());

        clock.pass(Duration.ofMinutes(1));
        revoke(second.minusSeconds(1));
        assertThatThrownBy(() -> home.publish(unchanged(leaves)))
                .as("a reader that remembers the kept log would refuse a list without it")
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("publish where the log is");
        addedLater(unchanged(leaves).reading(leaves::stream), first.size());

        clock.pass(Duration.ofMinutes(1));
        Instant before = Utopia.NOW.minusSeconds(1);
        revoke(before);
        KeptLog nothing = kept(home.publish(unchanged(leaves))).orElseThrow();
        assertThat(nothing.count()).isZero();
        assertThat(nothing.before()).isEqualTo(before);
        assertThat(nothing.treeHead().treeSize()).isZero();
    }

    private KeyState state(Publication made) throws Exception {
        return TrustList.read(SignedDocument.read(made.trustList(), DocumentKind.TRUST_LIST))
                .services(Service.PermitSigner.class)
                .filter(service -> RegisteredService.idOf(service).equals(id))
                .map(service -> service.states().now())
                .findFirst()
                .orElseThrow();
    }

    private Optional<KeptLog> kept(Publication made) throws Exception {
        String name = KeptLog.nameOf(id);
        byte[] file = SnapshotArchive.read(made.snapshot()).get(name);
        return file == null
                ? Optional.empty()
                : Optional.of(KeptLog.read(SignedDocument.read(file, DocumentKind.KEPT_LOG), name));
    }
}
