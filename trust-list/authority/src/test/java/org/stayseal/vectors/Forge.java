package org.stayseal.vectors;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.signing.Signer;

/** Makes credentials that our encoder refuses to make: well signed, and wrong in one thing. */
final class Forge {

    private static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=true");

    private Forge() {}

    /** A credential whose claims were changed before it was signed. */
    static String claims(byte[] payload, Signer signer, Consumer<CBORObject> change) {
        CBORObject claims = CBORObject.DecodeFromBytes(payload);
        change.accept(claims);
        return text(sign(header(-7, signer), claims.EncodeToBytes(CANONICAL), signer));
    }

    /** A credential around these bytes as payload. */
    static String payload(byte[] payload, Signer signer) {
        return text(sign(header(-7, signer), payload, signer));
    }

    /** A credential with this algorithm in its header. */
    static String algorithm(int algorithm, byte[] payload, Signer signer) {
        return text(sign(header(algorithm, signer), payload, signer));
    }

    /** A credential with a changed protected header. */
    static String header(byte[] payload, Signer signer, Consumer<CBORObject> change) {
        CBORObject header = CBORObject.DecodeFromBytes(header(-7, signer));
        change.accept(header);
        return text(sign(header.EncodeToBytes(CANONICAL), payload, signer));
    }

    static byte[] header(int algorithm, Signer signer) {
        return CBORObject.NewMap()
                .Add(1, algorithm)
                .Add(4, Credential.keyIdOf(signer.certificate()))
                .Add(16, Credential.TYPE)
                .EncodeToBytes(CANONICAL);
    }

    static byte[] sign(byte[] header, byte[] payload, Signer signer) {
        byte[] toBeSigned = CBORObject.NewArray()
                .Add("Signature1")
                .Add(header)
                .Add(new byte[0])
                .Add(payload)
                .EncodeToBytes();
        return envelope(header, payload, signer.sign(toBeSigned)).EncodeToBytes();
    }

    static CBORObject envelope(byte[] header, byte[] payload, byte[] signature) {
        return CBORObject.NewArray()
                .Add(header)
                .Add(CBORObject.NewMap())
                .Add(payload)
                .Add(signature)
                .WithTag(18);
    }

    /** The code of these bytes, whatever they are. */
    static String text(byte[] credential) {
        return "RP1:" + Base45.encode(BoundedInflate.deflate(credential));
    }

    static byte[] joined(byte[] first, byte... second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
