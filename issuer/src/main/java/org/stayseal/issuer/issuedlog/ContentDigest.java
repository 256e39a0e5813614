package org.stayseal.issuer.issuedlog;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import org.stayseal.issuer.lint.Item;
import org.stayseal.spec.bytes.Sha256;

/** What the log holds of an item, from the bytes that were signed and the signature (TRUST-181). */
public final class ContentDigest {

    /** The claims in the Sig_structure of RFC 9052 section 4.4. */
    private static final int PAYLOAD = 3;

    private ContentDigest() {}

    /**
     * @param toSign what the signature is made over: a seal's header and message zone, or a credential's Sig_structure
     * @param signature r and s side by side
     * @return 32 bytes
     */
    public static byte[] of(Item item, byte[] toSign, byte[] signature) {
        return of(item == Item.SEAL, toSign, signature);
    }

    /** The same; what is no seal, a credential or a continuation, is a message in COSE. */
    public static byte[] of(boolean seal, byte[] toSign, byte[] signature) {
        return seal
                ? Sha256.of(toSign, Arrays.copyOf(signature, signature.length / 2))
                : Sha256.of(CBORObject.DecodeFromBytes(toSign).get(PAYLOAD).GetByteString());
    }
}
