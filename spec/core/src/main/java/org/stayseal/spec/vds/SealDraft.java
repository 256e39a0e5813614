package org.stayseal.spec.vds;

import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.signing.Signer;

/** A seal that waits for its signature: what is recorded before a key is asked (VDS-25). */
public final class SealDraft {

    private final SealRequest request;
    private final X509Certificate signer;
    private final byte[] toBeSigned;

    SealDraft(SealRequest request, X509Certificate signer, byte[] toBeSigned) {
        this.request = request;
        this.signer = signer;
        this.toBeSigned = toBeSigned;
    }

    public SealRequest request() {
        return request;
    }

    /** Header and message zone: exactly what the key signs. */
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    /**
     * Signs and completes.
     *
     * @throws IllegalArgumentException if the signer is not the one that the draft was prepared for
     */
    public Seal sign(Signer key) {
        if (!key.certificate().equals(signer)) {
            throw new IllegalArgumentException("the draft names another signer");
        }
        return complete(key.sign(toBeSigned.clone()));
    }

    /**
     * The seal with a signature that was made elsewhere, read back and verified.
     *
     * @param signature raw r and s over {@link #toBeSigned()}
     * @throws IllegalArgumentException if it is not the signer's signature over these bytes
     */
    public Seal complete(byte[] signature) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(toBeSigned);
        out.write(SealDecoder.SIGNATURE_TAG);
        out.writeBytes(DerLength.encode(signature.length));
        out.writeBytes(signature);
        try {
            Seal seal = SealDecoder.decode(out.toByteArray());
            if (!seal.names(signer) || !seal.verifies(signer.getPublicKey())) {
                throw new IllegalArgumentException("the signature is not the signer's over these bytes (VDS-25)");
            }
            Map<String, String> readBack =
                    Profiles.read(seal, request.profile()).values();
            if (!readBack.equals(request.values())) {
                throw new IllegalArgumentException("the seal does not read back to the values asked for (VDS-25)");
            }
            return seal;
        } catch (FormatException e) {
            throw new IllegalArgumentException(
                    "the seal does not read back: " + e.getMessage() + " (" + e.rule() + ")", e);
        }
    }
}
