package org.stayseal.spec.cwt;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;

/**
 * A credential complete but for its signature: the exact bytes that will be signed, checked by the reader's own rules (CRED-71). They are
 * what an issuer records before it signs; {@link #of(byte[], X509Certificate)} takes the recorded payload up again.
 */
public final class UnsignedCredential {
    private final byte[] protectedBytes;
    private final byte[] payload;
    private final X509Certificate certificate;
    private final Claims claims;

    private UnsignedCredential(byte[] payload, X509Certificate certificate, Claims claims) {
        this.protectedBytes = Envelope.header(certificate, Credential.TYPE);
        this.payload = payload;
        this.certificate = certificate;
        this.claims = claims;
    }

    /**
     * These claims, to be signed by the key of this certificate.
     *
     * @throws IllegalArgumentException if no reader would take them, or the certificate's key is of no kind that signs credentials
     */
    public static UnsignedCredential of(Claims claims, X509Certificate certificate) {
        return of(ClaimsWriter.write(claims), certificate);
    }

    /** The same from a payload that was made, and recorded, before. */
    public static UnsignedCredential of(byte[] payload, X509Certificate certificate) {
        try {
            return new UnsignedCredential(payload.clone(), certificate, ClaimsReader.read(payload));
        } catch (FormatException e) {
            throw new IllegalArgumentException(
                    "no reader would take these claims: " + e.rule() + ", " + e.getMessage(), e);
        }
    }

    /** The payload: the claims in deterministic CBOR. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The protected header, which is signed with the payload. */
    byte[] protectedBytes() {
        return protectedBytes.clone();
    }

    public Claims claims() {
        return claims;
    }

    /**
     * Characters of the code's text as it would be if it were signed now, give or take a few: what a signature deflates to differs a little. For judging beforehand whether it fits into a symbol.
     */
    public int textLengthWhenSigned() {
        byte[] standIn = new byte
                [SignatureAlgorithm.ofKey(certificate.getPublicKey())
                        .orElseThrow()
                        .signatureLength()];
        byte[] noise = Sha256.of(payload);
        for (int i = 0; i < standIn.length; i++) {
            noise = i > 0 && i % noise.length == 0 ? Sha256.of(noise) : noise;
            standIn[i] = noise[i % noise.length];
        }
        return CredentialDecoder.PREFIX.length()
                + Base45.encode(BoundedInflate.deflate(CoseSign1.write(protectedBytes, payload, standIn)))
                        .length();
    }

    /** The bytes that are signed (CRED-20). */
    public byte[] toBeSigned() {
        return CoseSign1.toBeSigned(protectedBytes, payload);
    }

    /**
     * The credential, signed, and read back from its bytes with its signature checked.
     *
     * @param signer of the certificate that this was made for
     * @throws IllegalArgumentException if the signer has another certificate
     * @throws IllegalStateException if the signer cannot sign, or signed something else
     */
    public Credential sign(Signer signer) {
        if (!signer.certificate().equals(certificate)) {
            throw new IllegalArgumentException("the signer has another certificate than this credential names");
        }
        return withSignature(signer.sign(toBeSigned()));
    }

    /** The credential with a signature that was made elsewhere over {@link #toBeSigned()}. */
    public Credential withSignature(byte[] signature) {
        byte[] bytes = CoseSign1.write(protectedBytes, payload, signature);
        Credential credential;
        try {
            credential = CredentialDecoder.decode(bytes);
        } catch (FormatException e) {
            throw new IllegalStateException("a credential that does not read back: " + e.rule(), e);
        }
        if (!credential.verifies(certificate.getPublicKey()) || !Arrays.equals(credential.payload(), payload)) {
            throw new IllegalStateException("the signature is not one over this credential");
        }
        return credential;
    }
}
