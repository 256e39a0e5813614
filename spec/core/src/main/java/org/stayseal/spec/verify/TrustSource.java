package org.stayseal.spec.verify;

import java.util.List;
import java.util.Optional;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Notice;

/** What a verifier was told about signers: data from a trust list whose signatures were checked, never a judgement. */
public interface TrustSource {

    /** What there is to judge by. */
    TrustKnowledge knowledge();

    /** The notices of the list, whatever their state (TRUST-140); none under an unknown root (VER-36). */
    default List<Notice> notices() {
        return List.of();
    }

    /** What was adopted of the neighbour that speaks for this issuing country (TRUST-220); empty for the list's own, and under an unknown root. */
    default Optional<TrustKnowledge.NeighbourAtHand> neighbour(String issuingCountry) {
        return Optional.empty();
    }

    /** What the list tells of incidents (TRUST-235); none under an unknown root. */
    default List<Bulletin> bulletins() {
        return List.of();
    }

    /**
     * The certificates listed for a seal's signer (Doc 9303-13 2.2), whatever their state; none under an unknown root (VER-36).
     *
     * @param signerIdentifier two-letter country and two alphanumerics, such as {@code UTTS}
     * @param certificateReference serial number in upper-case hex without leading zeros, such as {@code 5B}
     */
    List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference);

    /**
     * The certificates listed for a credential's key identifier, whatever their state; none under an unknown root (VER-36).
     *
     * @param kid first 8 bytes of the SHA-256 of the certificate
     */
    List<SignerCandidate> credentialSigners(byte[] kid);

    /**
     * The certificates listed for signers of seals that have this reference (docs 21), whatever their state; none under an unknown root (VER-36).
     *
     * @param reference the last five bytes of the SHA-1 of the certificate, ten lower-case hexadecimal digits. It only finds candidates: it proves nothing, and several may have it
     */
    List<SignerCandidate> signersByReference(String reference);

    /**
     * This very certificate, if it is listed for a signer of VDS-NCs (docs 22), whatever its state; none under an unknown root (VER-36).
     *
     * @param certificate in DER, as the code carries it
     */
    List<SignerCandidate> signersByCertificate(byte[] certificate);

    /**
     * A source that knows nothing: every code is then {@code NO_TRUST_LIST}.
     *
     * @param problem why, in English
     */
    static TrustSource none(String problem) {
        return without(TrustKnowledge.none(problem));
    }

    /** A source without any candidate, for a list that is missing, refused, or under another root. */
    static TrustSource without(TrustKnowledge knowledge) {
        return new TrustSource() {
            @Override
            public TrustKnowledge knowledge() {
                return knowledge;
            }

            @Override
            public List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference) {
                return List.of();
            }

            @Override
            public List<SignerCandidate> credentialSigners(byte[] kid) {
                return List.of();
            }

            @Override
            public List<SignerCandidate> signersByReference(String reference) {
                return List.of();
            }

            @Override
            public List<SignerCandidate> signersByCertificate(byte[] certificate) {
                return List.of();
            }
        };
    }
}
