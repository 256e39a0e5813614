package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Map;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** Which algorithms a credential may name (CRED-18): fewer than COSE has, and fewer than seals use. */
final class CredentialAlgorithm {
    private static final Map<Long, SignatureAlgorithm> READ = Map.of(
            -7L, SignatureAlgorithm.ES256,
            -9L, SignatureAlgorithm.ES256,
            -35L, SignatureAlgorithm.ES384,
            -19L, SignatureAlgorithm.ED25519);
    private static final Set<SignatureAlgorithm> WRITTEN = Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384);

    private CredentialAlgorithm() {}

    static SignatureAlgorithm read(CBORObject alg) throws FormatException {
        if (alg.getType() != CBORType.Integer && alg.getType() != CBORType.TextString) {
            throw FormatException.wrongFormat("CRED-18", "alg is neither an integer nor text");
        }
        SignatureAlgorithm known =
                alg.getType() == CBORType.Integer && alg.CanValueFitInInt64() ? READ.get(alg.AsInt64Value()) : null;
        if (known == null) {
            throw FormatException.unsupported("CRED-18", "an algorithm that this release does not know");
        }
        return known;
    }

    /**
     * The number that a credential by a signer of this algorithm names.
     *
     * @throws IllegalArgumentException for an algorithm that credentials are not written with
     */
    static int written(SignatureAlgorithm algorithm) {
        if (!WRITTEN.contains(algorithm)) {
            throw new IllegalArgumentException("credentials are signed with P-256 or P-384, not with " + algorithm);
        }
        return algorithm.coseId();
    }
}
