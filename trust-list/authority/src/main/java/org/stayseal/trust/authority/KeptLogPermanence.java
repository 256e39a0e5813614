package org.stayseal.trust.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.reader.SnapshotArchive;

/** A kept log that was published stays, and gets no wider: neither by its moment nor by an identity (TRUST-256). One that went would refuse good permits, one that grew would let a thief's in. */
final class KeptLogPermanence {

    private KeptLogPermanence() {}

    static void require(Publication published, List<StolenKey> next)
            throws FormatException, PublicationRefusedException {
        Map<String, byte[]> files = SnapshotArchive.read(published.snapshot());
        String country = TrustList.read(SignedDocument.read(published.trustList(), DocumentKind.TRUST_LIST))
                .head()
                .country();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            if (KeptLog.NAME.matcher(name).matches() && name.endsWith(".json")) {
                KeptLog before = KeptLog.read(SignedDocument.read(file.getValue(), DocumentKind.KEPT_LOG), name);
                if (!before.head().country().equals(country)) {
                    // A neighbour's: its own reader remembers what was kept there.
                    continue;
                }
                byte[] bytes = files.getOrDefault(KeptLog.identitiesNameOf(before.signer()), new byte[0]);
                requireNoWider(before, before.identitiesFrom(bytes), next);
            }
        }
    }

    private static void requireNoWider(KeptLog before, KeptIdentities had, List<StolenKey> next)
            throws PublicationRefusedException {
        Optional<StolenKey> after = next.stream()
                .filter(key -> KeptLog.signerOf(key.signer()).equals(before.signer()))
                .findFirst();
        if (after.isEmpty()) {
            throw refused(before, "would be gone: everything that it holds would be refused");
        }
        if (after.get().before().isAfter(before.before())) {
            throw refused(before, "would count until " + after.get().before() + " instead of " + before.before());
        }
        if (!had.containsAll(after.get().identities())) {
            throw refused(before, "would hold identities that it did not hold");
        }
    }

    private static PublicationRefusedException refused(KeptLog log, String what) {
        return new PublicationRefusedException("not published: the kept log of the signer " + log.signer() + " " + what
                + "; restore the folder kept-logs from the moment of the newest publication");
    }
}
