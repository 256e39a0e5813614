package org.stayseal.trust.authority;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;

/** Makes a kept log when a ceremony has revoked a signer, once, and carries it on (TRUST-187, TRUST-256, TRUST-261). */
final class KeptLogs {

    private final KeptLogFolder folder;
    private final PublicationFolder publications;

    KeptLogs(KeptLogFolder folder, PublicationFolder publications) {
        this.folder = folder;
        this.publications = publications;
    }

    /**
     * What stays good of stolen keys.
     *
     * @param keys those of which there is a kept log
     * @param owed why there is none yet of others, a line each, for people
     */
    record Kept(List<StolenKey> keys, List<String> owed) {}

    /**
     * What stays good of every signer that the register has as revoked. One whose kept log cannot be made now is revoked all the same, and owed (TRUST-261).
     *
     * @param newest what was published last
     * @throws PublicationRefusedException if a kept log that was published has to become a smaller one, and that cannot be made
     */
    Kept of(InForce inForce, PublicationInput input, Optional<Publication> newest)
            throws IOException, PublicationRefusedException {
        List<StolenKey> keys = new ArrayList<>();
        List<String> owed = new ArrayList<>();
        List<Service.PermitSigner> revoked = inForce.register()
                .services(Service.PermitSigner.class)
                .filter(signer -> signer.states().now() == KeyState.REVOKED)
                .toList();
        for (Service.PermitSigner signer : revoked) {
            Making making = new Making(inForce, signer.certificate(), compromised(signer), input, newest);
            Optional<StolenKey> kept = folder.read(signer.certificate());
            if (kept.isPresent() && kept.get().before().isAfter(making.before())) {
                kept = Optional.of(smaller(making));
                folder.write(signer.certificate(), kept);
            } else if (!folder.knows(signer.certificate())) {
                kept = madeOrOwed(making, owed);
            }
            kept.ifPresent(keys::add);
        }
        return new Kept(keys, owed);
    }

    /** A kept log that is to be made. */
    private record Making(
            InForce inForce,
            X509Certificate signer,
            Instant before,
            PublicationInput input,
            Optional<Publication> newest) {}

    private static Instant compromised(Service.PermitSigner signer) {
        return signer.states()
                .revocation()
                .map(StateHistory.Revocation::compromisedSince)
                .orElse(signer.states().since());
    }

    /** Whatever keeps it from being made only makes the revocation milder: so it waits, and the revocation does not. */
    private Optional<StolenKey> madeOrOwed(Making making, List<String> owed) throws IOException {
        Optional<StolenKey> made;
        try {
            made = made(making);
        } catch (PublicationRefusedException | RuntimeException e) {
            owed.add("no kept log of the revoked signer " + KeptLog.signerOf(making.signer())
                    + " yet, so everything that it signed is refused: " + e.getMessage());
            return Optional.empty();
        }
        folder.write(making.signer(), made);
        return made;
    }

    private Optional<StolenKey> made(Making making) throws IOException, PublicationRefusedException {
        Optional<StolenKey> given = making.input().stolenKeys().stream()
                .filter(key -> key.signer().equals(making.signer()))
                .findFirst();
        if (given.isPresent()) {
            return given;
        }
        Optional<byte[]> head = head(making);
        return head.isEmpty() ? Optional.empty() : found(making, head.get());
    }

    /** TRUST-260, TRUST-261: the theft was earlier than was said; what was published stays as a kept log, and be it an empty one. */
    private StolenKey smaller(Making making) throws IOException, PublicationRefusedException {
        try {
            Optional<byte[]> head = head(making);
            Optional<StolenKey> found = head.isEmpty() ? Optional.empty() : found(making, head.get());
            return found.orElseGet(() -> StolenKey.nothing(making.signer(), making.before(), head));
        } catch (PublicationRefusedException e) {
            throw new PublicationRefusedException("not published: the kept log of the signer "
                    + KeptLog.signerOf(making.signer()) + " has to become smaller: " + e.getMessage());
        }
    }

    /** The newest one from before that moment; none where the log began later, which must not be a folder that was lost. */
    private Optional<byte[]> head(Making making) throws IOException, PublicationRefusedException {
        Optional<byte[]> head = publications.newestHead(making.before());
        if (head.isEmpty() && !publications.hasHeadOf(making.newest())) {
            throw new PublicationRefusedException(
                    "not even the newest tree head is in publications/heads; restore that folder");
        }
        return head;
    }

    private static Optional<StolenKey> found(Making making, byte[] head) throws PublicationRefusedException {
        LogLeaves leaves = making.input()
                .leaves()
                .orElseThrow(() -> new PublicationRefusedException("what it had signed by " + making.before()
                        + " is only in the issued log, whose leaves are not here; publish where the log is"));
        try (Stream<LogLeaf> all = leaves.leaves()) {
            return StolenKey.find(
                    making.signer(),
                    making.before(),
                    head,
                    making.inForce().history().authority().orElseThrow(),
                    making.inForce().history().rootDocuments(),
                    all.iterator());
        }
    }
}
