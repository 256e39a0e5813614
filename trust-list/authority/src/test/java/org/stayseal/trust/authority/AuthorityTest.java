package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.verify.CertificateProfile;
import org.stayseal.spec.verify.SignerCandidate;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;

class AuthorityTest {

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(Utopia.NOW, ZoneOffset.UTC);

    /** Only a head from before a theft says what stays good, and a theft is noticed late. */
    @Test
    void everyHeadOfTheIssuedLogIsKept() throws Exception {
        TreeFrontier empty = TreeFrontier.empty();
        PublicationInput input = Utopia.input().with(new LogToPublish(empty.size(), empty.root(), Optional.empty()));
        List<byte[]> published = new ArrayList<>();
        try (AuthorityHome home = open()) {
            for (int i = 0; i < 5; i++) {
                published.add(home.publish(input).treeHead().orElseThrow());
            }
        }

        for (int i = 0; i < 5; i++) {
            assertThat(folder.resolve("publications/heads/" + (i + 1) + ".json"))
                    .hasBinaryContent(published.get(i));
        }
    }

    @Test
    void whatIsPublishedAnswersAVerifierAsData() throws Exception {
        VectorAuthority authority = Utopia.authority();
        Snapshot snapshot = open(authority, authority.publish(Utopia.input()));
        TrustSource trust = snapshot.trustSource();
        StatusSource status = snapshot.statusSource();

        SignerCandidate seal = trust.sealSigners("UTRP", "10").get(0);
        X509Certificate credential = authority.credentialSigner().certificate();
        byte[] kid =
                Arrays.copyOf(java.security.MessageDigest.getInstance("SHA-256").digest(credential.getEncoded()), 8);

        assertThat(seal.certificate()).isEqualTo(authority.sealSigner().certificate());
        assertThat(seal.authorities()).hasSize(1);
        assertThat(seal.state()).isEqualTo(SignerCandidate.State.ACTIVE);
        assertThat(seal.scope().documentTypes()).containsExactly("FB06");
        assertThat(trust.sealSigners("UTRP", "11")).isEmpty();
        assertThat(trust.credentialSigners(kid).get(0).certificate()).isEqualTo(credential);
        assertThat(trust.credentialSigners(new byte[8])).isEmpty();
        assertThat(trust.knowledge().list().orElseThrow().demo()).isTrue();
        assertThat(status.credential(authority.statusUri(0), 5).orElseThrow().value())
                .isEqualTo(1);
        assertThat(status.credential(authority.statusUri(0), 7).orElseThrow().value())
                .isZero();
        assertThat(status.credential(authority.statusUri(0), 1 << 20)).isEmpty();
        assertThat(status.credential(authority.statusUri(1), 7)).isEmpty();
        assertThat(status.seal("UTO", HexFormat.of().parseHex(Utopia.REVOKED_SEAL))
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        assertThat(status.seal("UTO", new byte[16]).orElseThrow().value()).isZero();
        assertThat(status.seal("D", new byte[16])).isEmpty();
    }

    @Test
    void aRevokedSignerIsListedAndInTheCrl() throws Exception {
        VectorAuthority authority = Utopia.authority().revokeSealSigner(Utopia.NOW.minusSeconds(60));
        SignerCandidate candidate = open(authority, authority.publish(Utopia.input()))
                .trustSource()
                .sealSigners("UTRP", "10")
                .get(0);

        assertThat(candidate.state()).isEqualTo(SignerCandidate.State.REVOKED);
        assertThat(candidate.crls().get(0).getRevokedCertificate(Utopia.SEAL_SERIAL))
                .isNotNull();
    }

    @Test
    void publishedTestKeysGiveTheSameBytesEachTime() throws Exception {
        assertThat(Utopia.authority().publish(Utopia.input()).snapshot())
                .isEqualTo(Utopia.authority().publish(Utopia.input()).snapshot());
        assertThat(Utopia.authority().rootFingerprint())
                .isEqualTo(Utopia.authority().rootFingerprint());
    }

    @Test
    void theSignersCertificatesFollowTheProfilesThatVerifiersCheck() {
        VectorAuthority authority = Utopia.authority();

        assertThat(CertificateProfile.brokenSealSignerRule(
                        authority.sealSigner().certificate()))
                .isEmpty();
        assertThat(CertificateProfile.brokenCredentialSignerRule(
                        authority.credentialSigner().certificate()))
                .isEmpty();
    }

    @Test
    void aRestartFindsTheSameKeysAndTheLastPublication() throws Exception {
        Publication published;
        try (AuthorityHome home = open()) {
            published = home.publish(Utopia.input());
        }
        try (AuthorityHome again = open()) {
            Publication current = again.current().orElseThrow();

            assertThat(current.snapshot()).isEqualTo(published.snapshot());
            assertThat(current.statusLists().get(again.statusUri(0)).jwt())
                    .isEqualTo(published.statusLists().get(again.statusUri(0)).jwt());
            assertThat(current.crls()).containsOnlyKeys("UTO");
            assertThat(again.publish(Utopia.input()).sequence()).isEqualTo(2);
            assertThat(signs(again.sealSigner())).isTrue();
        }
    }

    @Test
    void aCrashAfterTheNumberWasTakenNeverUsesItAgain() throws Exception {
        try (AuthorityHome home = open()) {
            home.publish(Utopia.input());
            new PublicationFolder(folder.resolve("publications")).takeSequence(0);

            assertThat(home.publish(Utopia.input()).sequence()).isEqualTo(3);
        }
    }

    @Test
    void aFolderThatFellBehindContinuesAboveTheNumbersThatTheCallerKnows() throws Exception {
        try (AuthorityHome home = open()) {
            home.publish(Utopia.input());

            assertThat(home.publish(Utopia.input(), 41).sequence()).isEqualTo(42);
            assertThat(home.lastSequence()).isEqualTo(42);
            assertThat(home.publish(Utopia.input(), 7).sequence()).isEqualTo(43);
        }
    }

    @Test
    void aRecordFromAnOlderCopyCannotTakeBackARevocation() throws Exception {
        try (AuthorityHome home = open()) {
            home.publish(state(Map.of(5, 1, 6, 2, 7, 3), Utopia.input().seals()));
        }
        try (AuthorityHome home = open()) {
            byte[] before = home.current().orElseThrow().snapshot();

            assertThatThrownBy(() ->
                            home.publish(state(Map.of(7, 3), Utopia.input().seals())))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("place 5 of status list 0");
            assertThatThrownBy(() -> home.publish(
                            state(Map.of(5, 2, 7, 3), Utopia.input().seals())))
                    .isInstanceOf(PublicationRefusedException.class);
            assertThatThrownBy(() ->
                            home.publish(state(Map.of(5, 1), Utopia.input().seals())))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("place 7");
            assertThatThrownBy(() -> home.publish(state(Map.of(5, 1, 7, 3), Map.of())))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("seal " + Utopia.REVOKED_SEAL);
            assertThat(home.current().orElseThrow().snapshot()).isEqualTo(before);

            assertThat(home.publish(state(Map.of(5, 1, 7, 3), Utopia.input().seals()))
                            .sequence())
                    .as("a suspension may end")
                    .isEqualTo(2);
        }
    }

    @Test
    void aSealRevokedByAClockThatWasAheadIsListedFromNowOn() throws Exception {
        SealRevocations.Entry future = new SealRevocations.Entry(1, Utopia.NOW.plusSeconds(3600));
        try (AuthorityHome home = open()) {
            Publication made = home.publish(state(Map.of(), Map.of(Utopia.REVOKED_SEAL, future)));

            SealRevocations list =
                    SealRevocations.read(SignedDocument.read(made.sealRevocations(), DocumentKind.SEAL_REVOCATIONS));
            assertThat(list.entries().get(Utopia.REVOKED_SEAL)).isEqualTo(new SealRevocations.Entry(1, Utopia.NOW));
        }
    }

    @Test
    void aSealOfADocumentThatEndedLongAgoMayLeaveTheList() throws Exception {
        try (AuthorityHome home = open()) {
            home.publish(Utopia.input());
            Publication made = home.publish(
                    new PublicationInput(Utopia.input().statusLists(), Map.of(), Set.of(Utopia.REVOKED_SEAL)));

            assertThat(made.sequence()).isEqualTo(2);
        }
    }

    @Test
    void aCrashWhileKeysWereMadeLeavesNoHierarchyAndTheNextStartMakesOne() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve("password"), "half");

        try (AuthorityHome home = open()) {
            assertThat(signs(home.credentialSigner())).isTrue();
        }
    }

    @Test
    void nothingInTheFolderIsForOthersToRead() throws Exception {
        try (AuthorityHome home = open()) {
            home.publish(Utopia.input());
        }
        try (Stream<Path> all = Files.walk(folder.resolve("keys"))) {
            List<String> others = all.map(AuthorityTest::permissions)
                    .filter(text -> !text.endsWith("------"))
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    @Test
    void twoProcessesCannotHaveOneAuthority() throws Exception {
        try (org.stayseal.trust.reader.FolderLock held =
                org.stayseal.trust.reader.FolderLock.take(folder, java.time.Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> AuthorityHome.openOrCreateDemo(
                            folder, Utopia.PROFILE, clock, java.time.Duration.ofMillis(100)))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aProfileForAnAddressThatNoCredentialCouldHoldIsRefused() {
        assertThatThrownBy(() -> AuthorityProfile.utopia(URI.create("ftp://localhost")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuthorityProfile.utopia(URI.create("http://localhost/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PublicationInput state(Map<Integer, Integer> statuses, Map<String, SealRevocations.Entry> seals) {
        return new PublicationInput(List.of(new PublicationInput.StatusShard(0, 1 << 20, statuses)), seals);
    }

    private AuthorityHome open() {
        return AuthorityHome.openOrCreateDemo(folder, Utopia.PROFILE, clock);
    }

    private static Snapshot open(Authority authority, Publication publication) {
        return Snapshots.open(publication.snapshot(), new Pin(authority.rootFingerprint()))
                .taken()
                .orElseThrow();
    }

    private static boolean signs(Signer signer) {
        byte[] message = {1, 2, 3};
        return signer.algorithm().verify(signer.certificate().getPublicKey(), message, signer.sign(message));
    }

    private static String permissions(Path path) {
        try {
            return path + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
