package org.stayseal.spec.continuation;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Envelope;
import org.stayseal.spec.signing.Signer;

/** A continuation complete but for its signature: the exact bytes that will be signed, checked by the reader's own rules, to be recorded first (CONT-13). */
public final class UnsignedContinuation {
    private final byte[] protectedBytes;
    private final byte[] payload;
    private final X509Certificate certificate;
    private final ContinuationClaims claims;

    private UnsignedContinuation(byte[] payload, X509Certificate certificate, ContinuationClaims claims) {
        this.protectedBytes = Envelope.header(certificate, Continuation.TYPE);
        this.payload = payload;
        this.certificate = certificate;
        this.claims = claims;
    }

    /**
     * These claims, to be signed by the key of this certificate.
     *
     * @throws IllegalArgumentException if no reader would take them, or the certificate's key is of no kind that signs credentials
     */
    public static UnsignedContinuation of(ContinuationClaims claims, X509Certificate certificate) {
        return of(ContinuationReader.write(claims), certificate);
    }

    /** The same from a payload that was made, and recorded, before. */
    public static UnsignedContinuation of(byte[] payload, X509Certificate certificate) {
        try {
            return new UnsignedContinuation(payload.clone(), certificate, ContinuationReader.read(payload));
        } catch (FormatException e) {
            throw new IllegalArgumentException(
                    "no reader would take these claims: " + e.rule() + ", " + e.getMessage(), e);
        }
    }

    /** The payload: the claims in deterministic CBOR. */
    public byte[] payload() {
        return payload.clone();
    }

    public ContinuationClaims claims() {
        return claims;
    }

    /** The bytes that are signed (CRED-20). */
    public byte[] toBeSigned() {
        return CoseSign1.toBeSigned(protectedBytes, payload);
    }

    /**
     * The continuation, signed, and read back from its bytes with its signature checked.
     *
     * @param signer of the certificate that this was made for
     * @throws IllegalArgumentException if the signer has another certificate
     * @throws IllegalStateException if the signer cannot sign, or signed something else
     */
    public Continuation sign(Signer signer) {
        if (!signer.certificate().equals(certificate)) {
            throw new IllegalArgumentException("the signer has another certificate than this continuation names");
        }
        return withSignature(signer.sign(toBeSigned()));
    }

    /** The continuation with a signature that was made elsewhere over {@link #toBeSigned()}. */
    public Continuation withSignature(byte[] signature) {
        Continuation made;
        try {
            made = Continuation.decode(CoseSign1.write(protectedBytes, payload, signature));
        } catch (FormatException e) {
            throw new IllegalStateException("a continuation that does not read back: " + e.rule(), e);
        }
        if (!made.verifies(certificate.getPublicKey()) || !Arrays.equals(made.payload(), payload)) {
            throw new IllegalStateException("the signature is not one over this continuation");
        }
        return made;
    }
}
