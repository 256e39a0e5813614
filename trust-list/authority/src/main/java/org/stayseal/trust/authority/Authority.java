package org.stayseal.trust.authority;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;

/** Who signs permits and publishes whom to trust. One instance for one directory; safe for use by several threads. */
public interface Authority {

    /** What it was set up with. */
    AuthorityProfile profile();

    /**
     * The key that signs seals now; active in the newest published list. Its certificate's serial number is the reference in the seal. Another one after a rotation: ask each time.
     *
     * @throws IllegalStateException if there is none
     */
    Signer sealSigner();

    /**
     * The key that signs residence credentials now; active in the newest published list. Another one after a rotation: ask each time.
     *
     * @throws IllegalStateException if there is none
     */
    Signer credentialSigner();

    /**
     * The key that signs continuations of a permit now (docs 32): one whose scope has {@code RPC1}, which that of a signer of credentials does not include, and whose term has begun and is not
     * over. Ask each time.
     *
     * @param purposes of the permit's credentials; the scope has every one
     * @return empty where none is active, and no continuation can be given
     */
    default Optional<Signer> continuationSigner(Set<String> purposes) {
        return Optional.empty();
    }

    /** What the authority's ceremonies say of the signer with this certificate; empty where they do not name it. */
    default Optional<Service.PermitSigner> listed(X509Certificate certificate) {
        return Optional.empty();
    }

    /** What a verifier pins: the fingerprint of the first root (TRUST-32). */
    Fingerprint rootFingerprint();

    /** The first root document as published, for verifiers that pin a file. */
    byte[] rootDocument();

    /** The address of a status list: goes into every credential of that shard, and never changes. */
    default String statusUri(int shard) {
        return profile().statusPrefix() + shard;
    }

    /** The notices that the next publication lists: those in force, and those withdrawn, until a year after their end. */
    List<Notice> notices();

    /**
     * Makes a notice: every publication from the next on lists it. It is on the disk when this returns.
     *
     * @throws NoticeRefusedException if its id was used before, it is over, or it reaches beyond what the listed signers sign
     */
    void announce(Notice notice) throws NoticeRefusedException;

    /**
     * Withdraws a notice for good: from the next publication on it applies to nothing. It stays listed.
     *
     * @throws NoticeRefusedException if there is none of this id, or it is withdrawn
     */
    void withdraw(String id) throws NoticeRefusedException;

    /** The highest number that was ever taken here, also for a publication that a crash prevented; 0 before the first. */
    long lastSequence();

    /** Whether a ceremony was held, or a neighbour's list taken in, that the newest publication does not show yet. Cheap; asked often. */
    default boolean wantsPublication() {
        return false;
    }

    /**
     * Fetches what every neighbour publishes that has an address, and keeps what is good (TRUST-285). Slow: it asks other countries.
     *
     * @return what failed and why, a line each; what was kept before stays
     * @throws java.io.UncheckedIOException if the disk fails
     */
    default List<String> fetchNeighbours() {
        return List.of();
    }

    /** What the newest publication lacks and why, a line each, to be said loudly (TRUST-261). */
    default List<String> shortcomings() {
        return List.of();
    }

    /** {@link #publish(PublicationInput, long)} for whoever keeps no numbers of their own. */
    default Publication publish(PublicationInput input) throws PublicationRefusedException {
        return publish(input, 0);
    }

    /**
     * Makes, signs, checks with the reader, writes and returns a new publication. Its sequence is on the disk before anything is signed with it.
     *
     * @param above the highest number that the caller knows to be taken; the publication's is higher than this and than {@link #lastSequence()}
     * @throws PublicationRefusedException if the authority's own reader refuses what was made, or if it would take back what the newest
     *     publication says for good; nothing is released then
     * @throws java.io.UncheckedIOException if the disk fails
     */
    Publication publish(PublicationInput input, long above) throws PublicationRefusedException;

    /** The newest publication, also after a restart; empty before the first. */
    Optional<Publication> current();
}
