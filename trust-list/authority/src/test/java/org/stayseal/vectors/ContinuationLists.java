package org.stayseal.vectors;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.trust.authority.FurtherSigner;
import org.stayseal.trust.authority.LogToPublish;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.StolenKey;
import org.stayseal.trust.authority.VectorAuthority;

/** Lists of Utopia with a signer of continuations, and with a signer of permits whose certificate has ended. */
final class ContinuationLists {

    static final String LISTED = "continuations.zip";
    static final String STOLEN = "continuation-signer-stolen.zip";
    static final String PERMITS_STOLEN = "continued-seal-signer-stolen.zip";

    private static final String SIGNER = "continuation-signer";
    private static final String SHORT = "credential-signer-short";
    private static final Instant HEAD = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant REVOKED = Instant.parse("2026-11-22T05:00:00Z");

    private final UtopianVectors utopia;

    ContinuationLists(UtopianVectors utopia) {
        this.utopia = utopia;
    }

    private VectorAuthority authority() {
        return utopia.authority()
                .with(FurtherSigner.ofContinuations(SIGNER, "Utopia continuation signer", 0x60))
                .with(FurtherSigner.ofCredentials(SHORT, "Utopia short-lived signer", 0x61)
                        .ending(NoticeLists.CERTIFICATES_END))
                .listing(List.of(
                        NoticeLists.extension(
                                "UT-LONGER", NoticeLists.day(15), NoticeLists.day(15), Paper.UNTIL.plusDays(1)),
                        NoticeLists.extension(
                                "UT-SHORTER", NoticeLists.day(16), NoticeLists.day(16), NoticeLists.day(30)),
                        NoticeLists.extension("UT-EQUAL", NoticeLists.day(17), NoticeLists.day(17), Paper.UNTIL)));
    }

    Signer signer() {
        return authority().signer(SIGNER);
    }

    Signer shortLived() {
        return authority().signer(SHORT);
    }

    Map<String, byte[]> snapshots() throws PublicationRefusedException {
        return Map.of(
                LISTED,
                authority()
                        .at(UtopianVectors.PUBLISHED)
                        .sequence(8)
                        .publish(utopia.input())
                        .snapshot(),
                STOLEN,
                stolen(),
                PERMITS_STOLEN,
                permitsStolen());
    }

    /** The signer's key was stolen after one continuation was in the log. */
    private byte[] stolen() throws PublicationRefusedException {
        VectorAuthority authority = authority();
        Signer signer = authority.signer(SIGNER);
        return stolen(
                signer,
                new ContinuationVectors(utopia).ordinary().signedBy(signer).contentDigest(),
                authority.revoke(SIGNER, REVOKED));
    }

    /** The key of the seals' signer was stolen after one seal was in the log; that of the continuations' is its owner's alone. */
    private byte[] permitsStolen() throws PublicationRefusedException {
        VectorAuthority authority = authority();
        return stolen(
                authority.sealSigner(),
                new ContinuationVectors(utopia).seal(20).contentDigest(),
                authority.revokeSealSigner(REVOKED));
    }

    private byte[] stolen(Signer signer, byte[] signed, VectorAuthority afterwards) throws PublicationRefusedException {
        VectorAuthority authority = authority();
        List<LogLeaf> leaves =
                List.of(LogLeaf.of(HexFormat.of().parseHex(KeptLog.signerOf(signer.certificate())), signed));
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves) {
            tree = tree.append(leaf);
        }
        LogToPublish log = new LogToPublish(tree.size(), tree.root(), java.util.Optional.empty());
        PublicationInput input = utopia.input();
        Publication before = authority.at(HEAD).sequence(6).publish(input.with(log));
        StolenKey kept = StolenKey.of(
                signer.certificate(),
                SINCE,
                before.treeHead().orElseThrow(),
                authority.rootFingerprint(),
                List.of(authority.rootDocument()),
                leaves.iterator());
        return afterwards
                .at(UtopianVectors.PUBLISHED)
                .sequence(8)
                .publish(input.with(log).keeping(List.of(kept)))
                .snapshot();
    }
}
