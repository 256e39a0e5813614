package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.log.ConsistencyProof;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.ceremony.ActivateStep;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.RetiringStep;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.ceremony.RootStep;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;

/** A running authority follows its ceremonies without a restart (TRUST-257, TRUST-258). */
class RotationTest {

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();

    private AuthorityHome home() {
        return AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock);
    }

    private DemoCeremonies ceremonies() {
        return new DemoCeremonies(directory, clock);
    }

    @Test
    void aSignerIsExchangedWhileTheServiceRuns() throws Exception {
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            Signer old = home.sealSigner();
            AnnounceStep announce = ceremonies().announcing("seal-2027", "R2", 0x20);
            String id = RegisteredService.idOf(announce.service());
            assertThat(home.wantsPublication()).isFalse();
            ceremonies().hold(announce);
            assertThat(home.wantsPublication()).isTrue();
            assertThat(home.sealSigner().certificate()).isEqualTo(old.certificate());

            clock.pass(Duration.ofDays(1));
            assertThatThrownBy(() -> ceremonies().hold(new ActivateStep(id)))
                    .isInstanceOf(CeremonyRefusedException.class)
                    .hasMessageContaining("TRUST-252")
                    .hasMessageContaining("publish one first");
            assertThat(state(home.publish(Utopia.input()), id)).isEqualTo(KeyState.ANNOUNCED);
            assertThat(home.wantsPublication()).isFalse();
            clock.pass(Duration.ofDays(6).minusSeconds(1));
            assertThatThrownBy(() -> ceremonies().hold(new ActivateStep(id)))
                    .hasMessageContaining(
                            "until 2026-11-29T12:00:00Z verifiers may use a list that does not announce it");

            clock.pass(Duration.ofSeconds(1));
            ceremonies().hold(new ActivateStep(id), new RetiringStep(RegisteredService.fingerprint(old.certificate())));
            assertThat(home.sealSigner().certificate())
                    .as("no list says so yet")
                    .isEqualTo(old.certificate());
            assertThat(state(home.publish(Utopia.input()), id)).isEqualTo(KeyState.ACTIVE);
            assertThat(RegisteredService.fingerprint(home.sealSigner().certificate()))
                    .isEqualTo(id);
            assertThat(home.credentialSigner().certificate()).isNotEqualTo(old.certificate());
        }
        try (AuthorityHome again = home()) {
            assertThat(again.sealSigner().certificate().getSerialNumber()).isEqualTo(0x20);
        }
    }

    @Test
    void aRevokedKeySignsNothingMoreFromTheCeremonyOn() throws Exception {
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            clock.pass(Duration.ofHours(1));
            String id = RegisteredService.fingerprint(home.sealSigner().certificate());
            ceremonies().hold(new RevokeStep(id, "keyCompromise", clock.instant()));
            assertThatThrownBy(home::sealSigner)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("activate one by a ceremony");
            Publication made = home.publish(Utopia.input());
            assertThat(state(made, id)).isEqualTo(KeyState.REVOKED);
            assertThat(org.stayseal.spec.signing.Crypto.revocationList(
                                    made.crls().get("UTO"))
                            .getRevokedCertificates())
                    .hasSize(1);
        }
    }

    @Test
    void whatAStolenKeyHadSignedIsKeptFromThenOn() throws Exception {
        try (AuthorityHome home = home()) {
            List<LogLeaf> leaves = LogAttacks.leaves(home.sealSigner().certificate());
            String id = RegisteredService.fingerprint(home.sealSigner().certificate());
            home.publish(Utopia.input().with(LogAttacks.log(leaves.subList(0, 5))));
            clock.pass(Duration.ofHours(2));
            LogToPublish all = LogAttacks.log(leaves);
            LogToPublish grown = new LogToPublish(
                    all.size(),
                    all.rootHash(),
                    Optional.of(ConsistencyProof.of(edge(leaves.subList(0, 5)), hashes(leaves, 5))));
            home.publish(Utopia.input().with(grown));
            ceremonies()
                    .hold(new RevokeStep(id, "keyCompromise", clock.instant().minusSeconds(3_600)));
            PublicationInput input = Utopia.input()
                    .with(new LogToPublish(
                            all.size(), all.rootHash(), Optional.of(ConsistencyProof.of(edge(leaves), List.of()))));
            clock.pass(Duration.ofMinutes(1));
            Publication revoked = home.publish(input.reading(leaves::stream));
            KeptLog kept = kept(revoked, id);
            assertThat(kept.count()).isEqualTo(5);
            assertThat(kept.before()).isEqualTo(Utopia.NOW.plus(Duration.ofHours(1)));
            // Without the leaves, from the folder; and never less, later or wider.
            assertThat(kept(home.publish(input), id).identities()).isEqualTo(kept.identities());
            Path folder = directory.resolve("kept-logs");
            Path file = folder.resolve(id.substring(0, 16) + ".json");
            byte[] content = Files.readAllBytes(file);
            Files.write(
                    file,
                    new String(content, StandardCharsets.UTF_8)
                            .replace("2026-11-22T13:00:00Z", "2026-11-22T13:00:01Z")
                            .getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> home.publish(input))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("has to become smaller");
            Files.delete(file);
            Files.write(folder.resolve(id.substring(0, 16) + ".none"), new byte[0]);
            assertThatThrownBy(() -> home.publish(input))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("would be gone");
            Files.write(file, content);
            assertThat(kept(home.publish(input), id).count()).isEqualTo(5);
        }
    }

    private static KeptLog kept(Publication publication, String signer) throws Exception {
        String name = KeptLog.nameOf(signer);
        byte[] file = SnapshotArchive.read(publication.snapshot()).get(name);
        return KeptLog.read(SignedDocument.read(file, DocumentKind.KEPT_LOG), name);
    }

    private static TreeFrontier edge(List<LogLeaf> leaves) {
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves) {
            tree = tree.append(leaf);
        }
        return tree;
    }

    private static List<byte[]> hashes(List<LogLeaf> leaves, int from) {
        return leaves.subList(from, leaves.size()).stream().map(LogLeaf::hash).toList();
    }

    @Test
    void aCeremonyOfAWrongClockStopsWhoPublishesUntilItIsTakenOut() throws Exception {
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            String id = RegisteredService.fingerprint(home.sealSigner().certificate());
            clock.pass(Duration.ofDays(365));
            ceremonies().hold(new RevokeStep(id, "keyCompromise", clock.instant()));
            clock.pass(Duration.ofDays(-364));
            assertThatThrownBy(() -> home.publish(Utopia.input()))
                    .hasMessageContaining("TRUST-259")
                    .hasMessageContaining("ceremony 2 is of 2027-11-22T12:00:00Z");
            assertThatThrownBy(home::sealSigner).hasMessageContaining("TRUST-259");
            Files.delete(directory.resolve("ceremonies/2.json"));
            ceremonies().hold(new RevokeStep(id, "keyCompromise", clock.instant()));
            assertThat(state(home.publish(Utopia.input()), id)).isEqualTo(KeyState.REVOKED);
        }
    }

    @Test
    void aListOnWhichADecidedRevocationIsMissingSaysSoUntilOneHasIt() throws Exception {
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            String id = RegisteredService.fingerprint(home.sealSigner().certificate());
            clock.pass(Duration.ofMinutes(63));
            ceremonies().hold(new RevokeStep(id, "keyCompromise", clock.instant()));
            clock.pass(Duration.ofMinutes(-3));
            assertThat(state(home.publish(Utopia.input()), id)).isEqualTo(KeyState.ACTIVE);
            assertThat(home.shortcomings())
                    .anyMatch(line -> line.contains("list 2 does NOT show that the seal signer")
                            && line.contains("publish again at 2026-11-22T13:03:00Z"))
                    .anyMatch(line -> line.contains("does not show ceremony 2"));
            clock.pass(Duration.ofMinutes(3));
            assertThat(state(home.publish(Utopia.input()), id)).isEqualTo(KeyState.REVOKED);
            assertThat(home.shortcomings()).noneMatch(line -> line.contains("not show") || line.contains("NOT show"));
        }
    }

    @Test
    void aRootReplacesTheKeyOfTheTrustListAndReadersFollow() throws Exception {
        try (AuthorityHome home = home()) {
            Fingerprint pinned = home.rootFingerprint();
            home.publish(Utopia.input());
            Signer newKey = ceremonies().fresh("trust-list-2");
            clock.pass(Duration.ofHours(1));
            Root first = Root.read(SignedDocument.read(home.rootDocument(), DocumentKind.ROOT));
            Map<Role, RoleKeys> roles = new EnumMap<>(first.roles());
            roles.put(
                    Role.TRUST_LIST,
                    RoleKeys.single(TrustKey.of(newKey.certificate().getPublicKey())));
            ceremonies()
                    .hold(RootStep.of(new Root(
                            new Head(
                                    "UTO",
                                    Environment.DEMO,
                                    2,
                                    clock.instant(),
                                    clock.instant().plus(Duration.ofDays(1_000))),
                            roles)));
            Publication made = home.publish(Utopia.input());
            assertThat(made.roots()).hasSize(2);
            assertThat(SignedDocument.read(made.trustList(), DocumentKind.TRUST_LIST)
                            .isAcceptedBy(roles.get(Role.TRUST_LIST)))
                    .isTrue();
            assertThat(Snapshots.open(made.snapshot(), new Pin(pinned))).isInstanceOf(SnapshotResult.Taken.class);
            assertThat(home.rootFingerprint()).isEqualTo(pinned);
        }
    }

    @Test
    void aKeyOfARoleThatIsNotHereIsNamed() throws Exception {
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            Files.move(directory.resolve("keys/snapshot.p12"), directory.resolve("snapshot.p12"));
            assertThatThrownBy(() -> home.publish(Utopia.input()))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("the role snapshot of root needs 1");
        }
    }

    @Test
    void aDemoFromBeforeThereWereCeremoniesGoesOn() throws Exception {
        Fingerprint root;
        byte[] certificate;
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            root = home.rootFingerprint();
            certificate = home.sealSigner().certificate().getEncoded();
        }
        remove(directory.resolve("ceremonies"));
        Files.delete(directory.resolve("publications/lists.json"));
        clock.pass(Duration.ofDays(1));
        try (AuthorityHome home = home()) {
            assertThat(home.rootFingerprint()).isEqualTo(root);
            assertThat(home.sealSigner().certificate().getEncoded()).isEqualTo(certificate);
            assertThat(new CeremonyFolder(directory).history().number()).isEqualTo(1);
            assertThat(home.publish(Utopia.input()).sequence()).isEqualTo(2);
            assertThat(new PublishedListsFile(directory).read().lists())
                    .singleElement()
                    .extracting(list -> list.ceremony())
                    .isEqualTo(1);
        }
    }

    @Test
    void aCeremonyThatWasReplacedStopsTheService() throws Exception {
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            Files.write(directory.resolve("ceremonies/2.json"), new byte[] {'{', '}'});
            assertThatThrownBy(() -> home.publish(Utopia.input())).hasMessageContaining("ceremony 2 does not count");
        }
        assertThatThrownBy(this::home).hasMessageContaining("ceremony 2 does not count");
    }

    @Test
    void anAuthorityOfAnotherCountryIsNotOpened() {
        home().close();
        AuthorityProfile other = new AuthorityProfile(
                "ATL",
                "XA",
                "Atlantis",
                Utopia.PROFILE.operator(),
                Utopia.PROFILE.documentTypes(),
                Utopia.PROFILE.publicBaseUrl(),
                Duration.ofDays(7),
                Duration.ofDays(3));
        assertThatThrownBy(() -> AuthorityHome.open(directory, other, clock)).hasMessageContaining("are of UTO");
        assertThatThrownBy(() -> AuthorityHome.open(directory.resolve("none"), other, clock))
                .hasMessageContaining("no ceremony was held");
    }

    private static KeyState state(Publication publication, String id) throws Exception {
        return TrustList.read(SignedDocument.read(publication.trustList(), DocumentKind.TRUST_LIST))
                .services(Service.PermitSigner.class)
                .filter(service -> RegisteredService.idOf(service).equals(id))
                .map(service -> service.states().now())
                .findFirst()
                .orElseThrow();
    }

    private static void remove(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
