package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vdsnc.VdsNcDecoder;
import org.stayseal.trust.authority.LogToPublish;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.StolenKey;
import org.stayseal.trust.authority.VectorAuthority;

/** Utopia after its signers' keys were stolen: what they had signed, what the thief signs, and the log that tells one from the other. */
final class StolenKeys {

    /** From this moment on the keys are somebody else's, too. */
    static final Instant STOLEN = Instant.parse("2026-11-21T12:00:00Z");

    /** The day on which a permit is dated after that moment. */
    static final LocalDate LATE = LocalDate.of(2026, 11, 22);

    private static final Instant HEAD = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant REVOKED = Instant.parse("2026-11-22T05:00:00Z");
    private static final String OTHER_SEAL_SIGNER = "seal-signer-p384";

    private final UtopianVectors utopia;

    StolenKeys(UtopianVectors utopia) {
        this.utopia = utopia;
    }

    /** The lists after the theft. */
    byte[] snapshot() throws PublicationRefusedException {
        List<LogLeaf> leaves = leaves();
        VectorAuthority authority = utopia.authority();
        PublicationInput input = utopia.input();
        Publication before = authority.at(HEAD).sequence(6).publish(input.with(log(leaves)));
        List<StolenKey> kept = new ArrayList<>();
        for (X509Certificate signer : List.of(
                utopia.authority.sealSigner().certificate(),
                utopia.authority.credentialSigner().certificate(),
                utopia.authority.signer("idb-signer").certificate(),
                utopia.authority.signer("vds-nc-signer").certificate(),
                utopia.authority.signer(OTHER_SEAL_SIGNER).certificate())) {
            kept.add(StolenKey.of(
                    signer,
                    STOLEN,
                    before.treeHead().orElseThrow(),
                    authority.rootFingerprint(),
                    List.of(authority.rootDocument()),
                    leaves.iterator()));
        }
        List<LogLeaf> later = new ArrayList<>(leaves);
        later.add(leaf(utopia.authority.sealSigner(), sealAfterTheHead().contentDigest()));
        return authority
                .revokeSealSigner(REVOKED)
                .revokeCredentialSigner(REVOKED)
                .revoke("idb-signer", REVOKED)
                .revoke("vds-nc-signer", REVOKED)
                .revoke(OTHER_SEAL_SIGNER, REVOKED)
                .listing(NoticeLists.extensions(utopia))
                .at(UtopianVectors.PUBLISHED)
                .sequence(8)
                .publish(input.with(log(later)).keeping(kept))
                .snapshot();
    }

    static LogToPublish log(List<LogLeaf> leaves) {
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves) {
            tree = tree.append(leaf);
        }
        return new LogToPublish(tree.size(), tree.root(), Optional.empty());
    }

    private List<LogLeaf> leaves() {
        Signer sealSigner = utopia.authority.sealSigner();
        Signer credentialSigner = utopia.authority.credentialSigner();
        Signer idbSigner = utopia.authority.signer("idb-signer");
        Signer vdsNcSigner = utopia.authority.signer("vds-nc-signer");
        Signer other = utopia.authority.signer(OTHER_SEAL_SIGNER);
        List<LogLeaf> leaves = new ArrayList<>(List.of(
                leaf(credentialSigner, content(credential())),
                leaf(sealSigner, seal().contentDigest()),
                leaf(idbSigner, idb().contentDigest()),
                leaf(vdsNcSigner, vdsNcContent(vdsNc())),
                leaf(sealSigner, lateSeal().contentDigest()),
                leaf(sealSigner, extendedSeal(true).contentDigest()),
                // What the thief makes with the one key is not covered by the log of the other.
                leaf(other, forgedSeal().contentDigest())));
        // Neighbours of a forged identity: it is met only when all 128 bits are.
        byte[] ground = groundSeal().contentDigest();
        for (int bit : new int[] {0, 7, 64, 120, 127}) {
            byte[] neighbour = ground.clone();
            neighbour[bit / 8] ^= (byte) (0x80 >> bit % 8);
            leaves.add(leaf(sealSigner, neighbour));
        }
        byte[] half = ground.clone();
        Arrays.fill(half, 8, 16, (byte) 0);
        leaves.add(leaf(sealSigner, half));
        // And what else such a key signs in its time.
        for (int i = 0; i < 40; i++) {
            leaves.add(leaf(i % 2 == 0 ? sealSigner : credentialSigner, sha256("another permit " + i)));
        }
        return leaves;
    }

    String credential() {
        return utopia.credential(UtopianVectors.permit(), Purpose.FULL, 1);
    }

    Seal seal() {
        return utopia.seal(UtopianVectors.permit());
    }

    Idb idb() {
        return new IdbForge(utopia.authority.signer("idb-signer")).idb(IdbVectors.PERMANENT);
    }

    String vdsNc() {
        return new NcForge(utopia.authority.signer("vds-nc-signer"))
                .permit(UtopianVectors.permit().made());
    }

    /** Its printed end is over, and a notice moves it; one in the log, or one that the thief made. */
    Seal extendedSeal(boolean inTheLog) {
        return utopia.seal(ExtensionVectors.ending(20).number(inTheLog ? "UTEXTEND1" : "UTTHIEF02"));
    }

    /** In the log, by whatever mistake, and dated after the theft. */
    Seal lateSeal() {
        return utopia.seal(UtopianVectors.permit().number("UTLATE").issued(LATE));
    }

    /** In the log of today and not in the head from before the theft. */
    Seal sealAfterTheHead() {
        return utopia.seal(UtopianVectors.permit().number("UTSTOLEN"));
    }

    /** By the seal signer's key; its identity is kept for another signer. */
    Seal forgedSeal() {
        return utopia.seal(UtopianVectors.permit().number("UTFORGED"));
    }

    /** By the seal signer's key; identities all around its own are kept. */
    Seal groundSeal() {
        return utopia.seal(UtopianVectors.permit().number("UTGROUND"));
    }

    private static LogLeaf leaf(Signer signer, byte[] content) {
        return LogLeaf.of(HexFormat.of().parseHex(KeptLog.signerOf(signer.certificate())), content);
    }

    private static byte[] content(String credential) {
        try {
            return CredentialDecoder.decode(credential).contentDigest();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] vdsNcContent(String code) {
        try {
            return VdsNcDecoder.decode(code.getBytes(StandardCharsets.UTF_8)).contentDigest();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
