package org.stayseal.trust.authority;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;

/** Makes a kept log when a ceremony has revoked a signer, once, and carries it on (TRUST-187, TRUST-256). */
final class KeptLogs {

    private final KeptLogFolder folder;
    private final PublicationFolder publications;

    KeptLogs(KeptLogFolder folder, PublicationFolder publications) {
        this.folder = folder;
        this.publications = publications;
    }

    /**
     * What stays good of every signer that the register has as revoked.
     *
     * @throws PublicationRefusedException if a kept log has to be made and the leaves of the issued log are not given, or are not those of the head
     */
    List<StolenKey> of(InForce inForce, PublicationInput input) throws IOException, PublicationRefusedException {
        List<StolenKey> all = new ArrayList<>();
        List<Service.PermitSigner> revoked = inForce.register()
                .services(Service.PermitSigner.class)
                .filter(signer -> signer.states().now() == KeyState.REVOKED)
                .toList();
        for (Service.PermitSigner signer : revoked) {
            if (!folder.knows(signer.certificate())) {
                folder.write(signer.certificate(), made(inForce, signer, input));
            }
            folder.read(signer.certificate()).ifPresent(all::add);
        }
        return all;
    }

    private Optional<StolenKey> made(InForce inForce, Service.PermitSigner signer, PublicationInput input)
            throws IOException, PublicationRefusedException {
        Optional<StolenKey> given = input.stolenKeys().stream()
                .filter(key -> key.signer().equals(signer.certificate()))
                .findFirst();
        if (given.isPresent()) {
            return given;
        }
        Instant before = signer.states()
                .revocation()
                .map(StateHistory.Revocation::compromisedSince)
                .orElse(signer.states().since());
        Optional<byte[]> head = publications.newestHead(before);
        return head.isEmpty() ? Optional.empty() : found(inForce, signer.certificate(), before, head.get(), input);
    }

    private static Optional<StolenKey> found(
            InForce inForce, X509Certificate signer, Instant before, byte[] head, PublicationInput input)
            throws PublicationRefusedException {
        LogLeaves leaves = input.leaves()
                .orElseThrow(() -> new PublicationRefusedException(
                        "not published: a signer is revoked, and what it had signed by " + before
                                + " is only in the issued log, whose leaves are not here; publish where the log is"));
        try (Stream<LogLeaf> all = leaves.leaves()) {
            return StolenKey.find(
                    signer,
                    before,
                    head,
                    inForce.history().authority().orElseThrow(),
                    inForce.history().rootDocuments(),
                    all.iterator());
        }
    }
}
