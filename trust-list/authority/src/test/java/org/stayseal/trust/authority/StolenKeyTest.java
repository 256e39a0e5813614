package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.log.ConsistencyProof;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.SignedDocument;

/** TRUST-187, TRUST-188: what an authority refuses to keep, and to publish. */
class StolenKeyTest {

    private final VectorAuthority authority = Utopia.authority();
    private final X509Certificate signer = authority.sealSigner().certificate();
    private final List<LogLeaf> leaves = LogAttacks.leaves(signer);

    @Test
    void theIdentitiesOfThatSignerAndOfNoOtherAreKept() throws Exception {
        List<LogLeaf> all = new ArrayList<>(leaves);
        all.addAll(LogAttacks.leaves(authority.credentialSigner().certificate()));
        StolenKey key = key(signer, LogAttacks.STOLEN, head(all), all);
        assertThat(key.identities().count()).isEqualTo(leaves.size());
        assertThat(key.head().treeSize()).isEqualTo(all.size());
    }

    @Test
    void leavesAfterTheHeadAreNotLookedAt() throws Exception {
        byte[] head = head(leaves.subList(0, 4));
        assertThat(key(signer, LogAttacks.STOLEN, head, leaves).identities().count())
                .isEqualTo(4);
    }

    @Test
    void aHeadFromAfterTheMomentIsRefused() throws Exception {
        byte[] head = head(leaves);
        refused(signer, Utopia.NOW.minusSeconds(1), head, leaves, "after the moment");
        assertThat(key(signer, Utopia.NOW, head, leaves).before()).isEqualTo(Utopia.NOW);
    }

    @Test
    void aHeadThatAnotherRoleSignedIsRefused() throws Exception {
        byte[] payload =
                SignedDocument.read(head(leaves), DocumentKind.TREE_HEAD).payload();
        byte[] forged = SignedDocument.write(
                DocumentKind.TREE_HEAD, payload, List.of(authority.hierarchy().signer(KeyName.SNAPSHOT)));
        refused(signer, LogAttacks.STOLEN, forged, leaves, "TRUST-14");
    }

    @Test
    void aRootThatOnlyAcceptsItselfProvesNothing() throws Exception {
        VectorAuthority stranger = Utopia.stranger();
        byte[] head = stranger.publish(Utopia.input().with(LogAttacks.log(leaves)))
                .treeHead()
                .orElseThrow();
        assertThatThrownBy(() -> StolenKey.of(
                        signer,
                        LogAttacks.STOLEN,
                        head,
                        authority.rootFingerprint(),
                        List.of(stranger.rootDocument()),
                        leaves.iterator()))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("does not begin with that of this authority");
    }

    @Test
    void leavesThatAreNotThoseOfTheHeadAreRefused() throws Exception {
        byte[] head = head(leaves);
        refused(signer, LogAttacks.STOLEN, head, leaves.subList(0, 8), "not the leaves");
        List<LogLeaf> swapped = new ArrayList<>(leaves);
        swapped.set(0, leaves.get(1));
        swapped.set(1, leaves.get(0));
        refused(signer, LogAttacks.STOLEN, head, swapped, "not the leaves");
    }

    @Test
    void aKeyThatHadSignedNothingIsRefused() throws Exception {
        X509Certificate other = authority.credentialSigner().certificate();
        refused(other, LogAttacks.STOLEN, head(leaves), leaves, "nothing that this key");
    }

    @Test
    void nothingIsKeptOfAKeyThatIsNotRevokedOrFromAfterItWasCompromised() throws Exception {
        StolenKey key = key(signer, LogAttacks.STOLEN, head(leaves), leaves);
        PublicationInput input = Utopia.input().with(LogAttacks.log(leaves)).keeping(List.of(key));
        assertThatThrownBy(() -> authority.publish(input))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("not revoked");
        authority.revokeSealSigner(LogAttacks.STOLEN.minusSeconds(1)).at(TrustVectors.LATER);
        assertThatThrownBy(() -> authority.publish(input))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("compromised");
        assertThat(authority.revokeSealSigner(LogAttacks.REVOKED).publish(input).snapshot())
                .isNotEmpty();
        assertThatThrownBy(() -> authority.publish(input.keeping(List.of(key, key))))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("two kept logs");
    }

    @Test
    void aLogThatEndsShrinksOrWasChangedIsNotPublished(@TempDir Path folder) throws Exception {
        Clock clock = Clock.fixed(Utopia.NOW, ZoneOffset.UTC);
        try (AuthorityHome home = AuthorityHome.openOrCreateDemo(folder, Utopia.PROFILE, clock)) {
            home.publish(Utopia.input());
            home.publish(Utopia.input().with(LogAttacks.log(List.of())));
            home.publish(Utopia.input().with(LogAttacks.log(leaves.subList(0, 5))));
            refused(home, Utopia.input());
            refused(home, Utopia.input().with(LogAttacks.log(leaves.subList(0, 4))));
            refused(home, Utopia.input().with(LogAttacks.log(leaves)));
            List<LogLeaf> changed = new ArrayList<>(leaves);
            changed.set(2, leaves.get(8));
            refused(home, Utopia.input().with(grown(changed)));
            long before = home.lastSequence();
            assertThat(home.publish(Utopia.input().with(grown(leaves))).logSize())
                    .hasValue(leaves.size());
            assertThat(home.lastSequence()).as("a refusal takes no number").isEqualTo(before + 1);
        }
    }

    /** From the five that were published to all. */
    private LogToPublish grown(List<LogLeaf> all) {
        TreeFrontier published = TreeFrontier.empty();
        for (LogLeaf leaf : leaves.subList(0, 5)) {
            published = published.append(leaf);
        }
        List<byte[]> since =
                all.subList(5, all.size()).stream().map(LogLeaf::hash).toList();
        LogToPublish log = LogAttacks.log(all);
        return new LogToPublish(log.size(), log.rootHash(), Optional.of(ConsistencyProof.of(published, since)));
    }

    private static void refused(AuthorityHome home, PublicationInput input) {
        assertThatThrownBy(() -> home.publish(input))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("issued log");
    }

    private byte[] head(List<LogLeaf> all) throws PublicationRefusedException {
        return authority
                .publish(Utopia.input().with(LogAttacks.log(all)))
                .treeHead()
                .orElseThrow();
    }

    private StolenKey key(X509Certificate of, Instant before, byte[] head, List<LogLeaf> all)
            throws PublicationRefusedException {
        return StolenKey.of(
                of, before, head, authority.rootFingerprint(), List.of(authority.rootDocument()), all.iterator());
    }

    private void refused(X509Certificate of, Instant before, byte[] head, List<LogLeaf> all, String words) {
        assertThatThrownBy(() -> key(of, before, head, all))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining(words);
    }
}
