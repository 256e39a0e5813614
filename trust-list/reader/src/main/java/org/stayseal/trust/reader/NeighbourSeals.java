package org.stayseal.trust.reader;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShards;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.spec.trust.TrustList;

/** The seal revocation lists of neighbours in a snapshot, each signed by the neighbour's own keys (TRUST-226). */
final class NeighbourSeals {

    /** One as it was read. */
    record Read(SignedDocument document, SealRevocationFile list) {}

    private static final String RULE = "TRUST-226";

    private NeighbourSeals() {}

    /**
     * @param files of the snapshot
     * @return by the neighbour's country
     * @throws RefusedException for one of a country that is no neighbour, that none of its keys signed, or that is of another country or environment
     */
    static SortedMap<String, Read> read(SortedMap<String, byte[]> files, TrustList list) throws RefusedException {
        SortedMap<String, Read> all = new TreeMap<>();
        for (String name : files.keySet()) {
            if (SealRevocations.countryOf(name).flatMap(list::neighbour).isEmpty()
                    && SealRevocations.countryOf(name).isPresent()) {
                throw new RefusedException(Refusal.CORRUPT, name + " is of no neighbour (" + RULE + ")");
            }
        }
        for (Neighbour neighbour : list.neighbours()) {
            String name = SealRevocations.nameOf(neighbour.country());
            Optional<SignedDocument> document = document(name, files, list.sealRevocationKeys(neighbour));
            Optional<SealRevocationFile> seals = SealRevocationFile.read(name, document, files);
            if (document.isPresent() && seals.isPresent()) {
                refuseOther(name, seals.get().head(), neighbour);
                all.put(neighbour.country(), new Read(document.get(), seals.get()));
            }
        }
        return all;
    }

    /** Whether a file of a snapshot is one of these, or of the shards beside them. */
    static boolean isName(String name, TrustList list) {
        return list.neighbours().stream()
                .map(neighbour -> SealRevocations.nameOf(neighbour.country()))
                .anyMatch(own -> own.equals(name) || SealShards.isName(own, name));
    }

    private static Optional<SignedDocument> document(String name, SortedMap<String, byte[]> files, List<TrustKey> keys)
            throws RefusedException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            SignedDocument document = SignedDocument.read(bytes, DocumentKind.SEAL_REVOCATIONS);
            if (!SealRevocations.isAcceptedByAny(document, keys)) {
                throw new RefusedException(
                        Refusal.CORRUPT, name + ": no key of that neighbour signed it (" + RULE + ")");
            }
            return Optional.of(document);
        } catch (FormatException e) {
            throw RefusedException.of(name, e);
        }
    }

    private static void refuseOther(String name, Head head, Neighbour neighbour) throws RefusedException {
        if (!head.country().equals(neighbour.country()) || head.environment() != neighbour.environment()) {
            throw new RefusedException(Refusal.MIXED, name + " is of another country or environment (" + RULE + ")");
        }
    }
}
