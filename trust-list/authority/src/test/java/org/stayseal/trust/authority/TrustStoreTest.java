package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.trust.reader.FolderLock;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Refusal;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import org.stayseal.trust.reader.TrustStore;

class TrustStoreTest {

    @TempDir
    Path folder;

    private final VectorAuthority authority = Utopia.authority();
    private final Pin pin = new Pin(authority.rootFingerprint());

    @Test
    void whatIsTakenIsKeptAndItsRootRemembered() throws Exception {
        Publication publication = authority.publish(Utopia.input());

        assertThat(store().kept(pin)).isEmpty();
        assertThat(store().take(publication.snapshot(), pin)).isInstanceOf(SnapshotResult.Taken.class);

        assertThat(store().kept(pin)
                        .orElseThrow()
                        .taken()
                        .orElseThrow()
                        .trustList()
                        .head()
                        .sequence())
                .isEqualTo(1);
        assertThat(store().pin()).contains(pin);
    }

    @Test
    void theSameAgainIsAlreadyThere() throws Exception {
        byte[] snapshot = authority.publish(Utopia.input()).snapshot();
        store().take(snapshot, pin);

        assertThat(store().take(snapshot, pin)).isInstanceOf(SnapshotResult.AlreadyThere.class);
    }

    @Test
    void aNewerOneReplacesAndTheOldFolderGoes() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        store().take(authority.publish(Utopia.input()).snapshot(), pin);

        assertThat(kept()).isEqualTo(2);
        assertThat(generations()).hasSize(1);
    }

    @Test
    void aRolledBackSnapshotIsRefused() throws Exception {
        byte[] old = authority.publish(Utopia.input()).snapshot();
        store().take(authority.publish(Utopia.input()).snapshot(), pin);

        assertThat(refusal(old)).isEqualTo(Refusal.OLDER);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void anOlderStatusListUnderNewerDocumentsIsRefused() throws Exception {
        store().take(
                        authority
                                .at(Utopia.NOW.plusSeconds(60))
                                .publish(Utopia.input())
                                .snapshot(),
                        pin);
        byte[] backdated = authority.at(Utopia.NOW).publish(Utopia.input()).snapshot();

        assertThat(refusal(backdated)).isEqualTo(Refusal.OLDER);
    }

    @Test
    void aSnapshotThatDropsAStatusListIsRefused() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        byte[] without = authority
                .publish(new PublicationInput(List.of(), Utopia.input().seals()))
                .snapshot();

        assertThat(refusal(without)).isEqualTo(Refusal.OLDER);
    }

    @Test
    void theSameNumberWithAnotherContentIsAConflict() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        byte[] twin = Utopia.authority()
                .publish(new PublicationInput(
                        Utopia.input().statusLists(),
                        Map.of("ff".repeat(16), new SealRevocations.Entry(1, Utopia.NOW))))
                .snapshot();

        assertThat(refusal(twin)).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void aRevokedKeyThatComesBackIsAConflict() throws Exception {
        store().take(
                        Utopia.authority()
                                .revokeSealSigner(Utopia.NOW)
                                .publish(Utopia.input())
                                .snapshot(),
                        pin);

        assertThat(refusal(
                        Utopia.authority().sequence(2).publish(Utopia.input()).snapshot()))
                .isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void anExpiredManifestIsRefused() throws Exception {
        byte[] snapshot = authority.publish(Utopia.input()).snapshot();
        TrustStore later =
                TrustStore.at(folder, clock(Utopia.NOW.plus(Duration.ofDays(7)).plusSeconds(1)));

        SnapshotResult result = later.take(snapshot, pin);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SnapshotResult.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(Refusal.EXPIRED));
        assertThat(later.kept(pin)).isEmpty();
    }

    @Test
    void aForeignSnapshotChangesNothing() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);

        assertThat(refusal(Utopia.stranger().publish(Utopia.input()).snapshot()))
                .isEqualTo(Refusal.UNKNOWN_ROOT);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void anotherRootDoesNotReplaceTheChainThatIsKept() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        VectorAuthority stranger = Utopia.stranger().sequence(9);

        SnapshotResult result =
                store().take(stranger.publish(Utopia.input()).snapshot(), new Pin(stranger.rootFingerprint()));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SnapshotResult.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(Refusal.CONFLICT));
    }

    @Test
    void aPinPastTheKeptRootIsAConflict() throws Exception {
        Path vectors = Utopia.keys().resolve("../snapshot");
        byte[] turned = Files.readAllBytes(vectors.resolve("second-root.zip"));
        Snapshot later = Snapshots.open(turned, pin).taken().orElseThrow();
        store().take(Files.readAllBytes(vectors.resolve("second.zip")), pin);

        SnapshotResult result = store().take(turned, new Pin(later.rootFingerprint()));

        assertThat(later.root().head().sequence()).isEqualTo(2);
        assertThat(result)
                .isInstanceOfSatisfying(
                        SnapshotResult.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(Refusal.CONFLICT));
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aCrashBeforeThePointerMovesLeavesTheOldSnapshot() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        Path half = Files.createDirectory(folder.resolve("g-2-0123abcd"));
        Files.write(half.resolve("snapshot.zip"), new byte[] {'P', 'K'});
        Files.writeString(folder.resolve("current.new"), "g-2-0123");

        assertThat(kept()).isEqualTo(1);
        store().take(authority.publish(Utopia.input()).snapshot(), pin);

        assertThat(kept()).isEqualTo(2);
        assertThat(generations()).hasSize(1);
    }

    @Test
    void whatWasChangedOnTheDiskIsNotBelieved() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        Path file = generations().get(0).resolve("snapshot.zip");
        byte[] zip = Files.readAllBytes(file);
        zip[zip.length / 2] ^= 1;
        Files.write(file, zip);

        assertThat(store().kept(pin).orElseThrow()).isInstanceOf(SnapshotResult.Refused.class);
    }

    @Test
    void aDamagedSnapshotIsReplacedButItsNumbersAreNotForgotten() throws Exception {
        byte[] old = authority.publish(Utopia.input()).snapshot();
        byte[] now = authority.publish(Utopia.input()).snapshot();
        store().take(now, pin);
        Files.write(generations().get(0).resolve("snapshot.zip"), new byte[3]);

        assertThat(refusal(old)).isEqualTo(Refusal.OLDER);
        assertThat(store().take(now, pin)).isInstanceOf(SnapshotResult.Taken.class);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aDamagedMemoryIsNotTakenForNone() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        Files.writeString(generations().get(0).resolve("memory"), "nonsense");
        byte[] next = authority.publish(Utopia.input()).snapshot();

        assertThatThrownBy(() -> store().take(next, pin)).isInstanceOf(IOException.class);
    }

    @Test
    void twoProcessesExcludeEachOther() throws Exception {
        try (FolderLock held = FolderLock.take(folder, Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder, Duration.ofMillis(120)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process");
        }
        FolderLock.take(folder, Duration.ZERO).close();
    }

    @Test
    void aStoreWhoseSnapshotIsOverTakesANewerOne() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        Instant later = Utopia.NOW.plus(Duration.ofDays(18));
        byte[] newer = authority.at(later).publish(Utopia.input()).snapshot();

        assertThat(TrustStore.at(folder, clock(later)).take(newer, pin)).isInstanceOf(SnapshotResult.Taken.class);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aClockThatWasSetForwardAndBackChangesNothing() throws Exception {
        store().take(authority.publish(Utopia.input()).snapshot(), pin);
        byte[] next = authority.publish(Utopia.input()).snapshot();

        assertThat(TrustStore.at(folder, clock(Utopia.NOW.plus(Duration.ofDays(4000))))
                        .take(next, pin))
                .isInstanceOfSatisfying(
                        SnapshotResult.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(Refusal.EXPIRED));
        assertThat(kept()).isEqualTo(1);
        TrustStore early = TrustStore.at(folder, clock(Utopia.NOW.minus(Duration.ofDays(4000))));
        assertThat(early.take(next, pin)).isInstanceOf(SnapshotResult.Taken.class);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aRootThatIsTooLongIsCorrupt() throws Exception {
        Publication publication = authority.publish(Utopia.input());
        byte[] root = authority.rootDocument();
        byte[] longest = java.util.Arrays.copyOf(root, 262_144);
        java.util.Arrays.fill(longest, root.length, longest.length, (byte) ' ');
        byte[] longer = java.util.Arrays.copyOf(longest, longest.length + 1);
        longer[longest.length] = ' ';

        assertThat(refusal(new Forgery(publication)
                        .put("root/1.json", longer)
                        .manifestAnew(authority.hierarchy())
                        .zip()))
                .isEqualTo(Refusal.CORRUPT);
        assertThat(store().take(
                                new Forgery(publication)
                                        .put("root/1.json", longest)
                                        .manifestAnew(authority.hierarchy())
                                        .zip(),
                                pin))
                .isInstanceOf(SnapshotResult.Taken.class);
    }

    private Refusal refusal(byte[] snapshot) throws IOException {
        SnapshotResult result = store().take(snapshot, pin);
        assertThat(result).isInstanceOf(SnapshotResult.Refused.class);
        return ((SnapshotResult.Refused) result).reason();
    }

    private long kept() throws IOException {
        return store().kept(pin)
                .orElseThrow()
                .taken()
                .orElseThrow()
                .trustList()
                .head()
                .sequence();
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.getFileName().toString().startsWith("g-")).toList();
        }
    }

    private TrustStore store() {
        return TrustStore.at(folder, clock(Utopia.NOW.plusSeconds(120)));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
