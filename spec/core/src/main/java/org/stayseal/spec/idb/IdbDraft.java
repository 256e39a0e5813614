package org.stayseal.spec.idb;

import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.signing.Signer;

/** A code that waits for its signature: what is recorded before a key is asked (IDB-28). */
public final class IdbDraft {

    private final IdbRequest request;
    private final X509Certificate signer;
    private final byte[] toBeSigned;

    IdbDraft(IdbRequest request, X509Certificate signer, byte[] toBeSigned) {
        this.request = request;
        this.signer = signer;
        this.toBeSigned = toBeSigned;
    }

    public IdbRequest request() {
        return request;
    }

    /** Header and message group: exactly what the key signs. */
    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    /**
     * Signs and completes.
     *
     * @throws IllegalArgumentException if the signer is not the one that the draft was prepared for
     */
    public Idb sign(Signer key) {
        if (!key.certificate().equals(signer)) {
            throw new IllegalArgumentException("the draft names another signer");
        }
        return complete(key.sign(toBeSigned.clone()));
    }

    /**
     * The code with a signature that was made elsewhere, read back and verified.
     *
     * @param signature raw r and s over {@link #toBeSigned()}
     * @throws IllegalArgumentException if it is not the signer's signature over these bytes, or the code is longer than a QR code holds
     */
    public Idb complete(byte[] signature) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(toBeSigned);
        if (request.certificateInside()) {
            IdbEncoder.tlv(out, IdbDecoder.CERTIFICATE, IdbEncoder.der(signer));
        }
        IdbEncoder.tlv(out, IdbDecoder.SIGNATURE, signature);
        String text = IdbText.write(out.toByteArray(), true, request.compressed());
        if (text.length() > Limits.MAX_CODE_BYTES) {
            throw new IllegalArgumentException("a code of " + text.length() + " characters; a QR code holds "
                    + Limits.MAX_CODE_BYTES + " (IDB-29)");
        }
        Idb idb = IdbEncoder.readBack(request, text);
        if (!idb.names(signer) || !idb.verifies(signer.getPublicKey())) {
            throw new IllegalArgumentException("the signature is not the signer's over these bytes (IDB-28)");
        }
        return idb;
    }
}
