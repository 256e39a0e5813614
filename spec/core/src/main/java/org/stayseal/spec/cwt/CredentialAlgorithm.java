package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** Which algorithms a credential may name (CRED-18): fewer than COSE has, and fewer than seals use. */
final class CredentialAlgorithm {
    private CredentialAlgorithm() {}

    static SignatureAlgorithm read(CBORObject alg) throws FormatException {
        if (alg.getType() != CBORType.Integer && alg.getType() != CBORType.TextString) {
            throw FormatException.wrongFormat("CRED-18a", "alg is neither an integer nor text");
        }
        Optional<SignatureAlgorithm> known = alg.getType() == CBORType.Integer && alg.CanValueFitInInt64()
                ? SignatureAlgorithm.ofCredential(alg.AsInt64Value())
                : Optional.empty();
        return known.orElseThrow(
                () -> FormatException.unsupported("CRED-18", "an algorithm that this release does not know"));
    }

    /**
     * The number that a credential by a signer of this algorithm names.
     *
     * @throws IllegalArgumentException for an algorithm that credentials are not written with
     */
    static int written(SignatureAlgorithm algorithm) {
        if (!algorithm.inCredentials() || !algorithm.mayWrite()) {
            throw new IllegalArgumentException("credentials are not signed with " + algorithm);
        }
        return algorithm.coseId();
    }
}
