package org.stayseal.issuer.lint;

import java.security.cert.X509Certificate;
import java.util.Set;
import org.stayseal.spec.continuation.ContinuationClaims;

/**
 * Bytes of a continuation that ask for a signature, and what they must agree with.
 *
 * @param permit the number of the permit
 * @param name what the record calls it: once of each name and permit
 * @param recorded what it must say, by the record
 * @param toSign exactly what the signature would be made over
 * @param signer the certificate of the key that would sign
 * @param purposes of all credentials of that permit
 */
public record ContinuationCandidate(
        String permit,
        String name,
        ContinuationClaims recorded,
        byte[] toSign,
        X509Certificate signer,
        Set<String> purposes) {

    /** Keeps its own copy, so that what was linted cannot change under the lint. */
    public ContinuationCandidate {
        toSign = toSign.clone();
        purposes = Set.copyOf(purposes);
    }

    @Override
    public byte[] toSign() {
        return toSign.clone();
    }
}
