package org.stayseal.spec.live;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** A live code complete but for the device's signature (LIVE-9). */
public final class UnsignedLiveCode {
    private static final byte[] HEADER = CBORObject.NewOrderedMap()
            .Add(LiveCode.ALG, SignatureAlgorithm.ES256.coseId())
            .Add(LiveCode.TYP, LiveCode.TYPE)
            .EncodeToBytes();

    private final byte[] payload;

    private UnsignedLiveCode(byte[] payload) {
        this.payload = payload;
    }

    /**
     * A proof for this credential.
     *
     * @param now of which whole seconds are kept
     * @param nonce what the verifier gave, 8 to 64 bytes
     */
    public static UnsignedLiveCode of(Credential credential, Instant now, Optional<byte[]> nonce) {
        CBORObject map = CBORObject.NewOrderedMap();
        put(map, LiveCode.MADE_AT, now.getEpochSecond());
        nonce.ifPresent(value -> put(map, LiveCode.NONCE, value));
        put(map, LiveCode.CREDENTIAL, credential.bytes());
        return new UnsignedLiveCode(map.EncodeToBytes());
    }

    private static void put(CBORObject map, long key, Object value) {
        map.Add(CBORObject.FromObject(key), CBORObject.FromObject(value));
    }

    /** What the device signs (CRED-20). */
    public byte[] toBeSigned() {
        return CoseSign1.toBeSigned(HEADER, payload);
    }

    /**
     * The live code with the device's signature, read back and checked.
     *
     * @param signature r and s, 64 bytes
     * @throws IllegalArgumentException if it is not one by the key that the credential is bound to
     */
    public LiveCode withSignature(byte[] signature) {
        LiveCode code;
        try {
            code = LiveCode.decode(CoseSign1.write(HEADER, payload, signature));
        } catch (FormatException e) {
            throw new IllegalArgumentException("a live code that does not read back: " + e.rule(), e);
        }
        if (!code.proves()) {
            throw new IllegalArgumentException("the signature is not one by the device of this credential");
        }
        return code;
    }
}
