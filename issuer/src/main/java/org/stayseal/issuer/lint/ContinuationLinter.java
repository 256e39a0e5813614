package org.stayseal.issuer.lint;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.continuation.UnsignedContinuation;

/** What must hold of a continuation before a key touches it (CONT-13): it decodes by the reader's rules, says what is on record, names its signer, and ends before that one's certificate does. */
public final class ContinuationLinter {

    /** The payload in the Sig_structure of RFC 9052 section 4.4. */
    private static final int PAYLOAD = 3;

    private ContinuationLinter() {}

    /** Empty when every rule passed. */
    public static List<Finding> findings(ContinuationCandidate candidate) {
        UnsignedContinuation read;
        try {
            byte[] payload =
                    CBORObject.DecodeFromBytes(candidate.toSign()).get(PAYLOAD).GetByteString();
            read = UnsignedContinuation.of(payload, candidate.signer());
        } catch (CBORException | IllegalArgumentException | IllegalStateException e) {
            return List.of(new Finding("decodes", "no reader would take it"));
        }
        if (!Arrays.equals(read.toBeSigned(), candidate.toSign())) {
            return List.of(new Finding("signer-named", "its header names another signer than the active one"));
        }
        ContinuationClaims claims = read.claims();
        if (!claims.equals(candidate.recorded())) {
            return List.of(new Finding("content-of-the-record", "it says something else than the record"));
        }
        Instant ends = Instant.ofEpochSecond(claims.common().expires());
        if (candidate.signer().getNotAfter().toInstant().isBefore(ends)) {
            return List.of(new Finding(
                    "signer-outlives-the-document",
                    "its signer's certificate ends before it does; activate a newer one"));
        }
        return List.of();
    }
}
