package org.stayseal.vectors;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.util.BigIntegers;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.cwt.Claims;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.live.UnsignedLiveCode;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Signer;
import org.stayseal.trust.authority.FurtherSigner;

/** The holder's device: a published test key, credentials bound to it, and live codes, good ones and ones that no device would make. */
final class Device {

    private static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=true");
    private static final int MADE_AT = 6;
    private static final int NONCE = 10;
    private static final int CREDENTIAL = -65538;

    private final UtopianVectors utopia;
    private final Signer key;

    /** @param key a signer whose key is the device's; its certificate is not used */
    private Device(UtopianVectors utopia, Signer key) {
        this.utopia = utopia;
        this.key = key;
    }

    static Device holders(UtopianVectors utopia) {
        return new Device(utopia, signer(utopia, "device"));
    }

    static Device anothers(UtopianVectors utopia) {
        return new Device(utopia, signer(utopia, "outsider"));
    }

    /** No list has it: only its key is of interest. */
    private static Signer signer(UtopianVectors utopia, String key) {
        return utopia.authority()
                .with(FurtherSigner.ofCredentials(key, "Device", 0xD0))
                .signer(key);
    }

    DeviceKey publicKey() {
        ECPublicKey point = (ECPublicKey) key.certificate().getPublicKey();
        return new DeviceKey(
                coordinate(point.getW().getAffineX()), coordinate(point.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(DeviceKey.LENGTH, number);
    }

    Credential credential(PermitChange permit, Purpose purpose, long index) {
        return credential(permit, purpose, index, publicKey());
    }

    /** A credential that is bound to this key, whatever it is. */
    Credential credential(PermitChange permit, Purpose purpose, long index, DeviceKey bound) {
        Claims plain = utopia.claims(permit, purpose, index);
        Claims claims = new Claims(
                plain.issuer(),
                plain.expires(),
                plain.notBefore(),
                plain.issuedAt(),
                plain.id(),
                Optional.of(bound),
                plain.status(),
                plain.person(),
                plain.permit());
        return UnsignedCredential.of(claims, utopia.authority.credentialSigner().certificate())
                .sign(utopia.authority.credentialSigner());
    }

    static Credential unbound(UtopianVectors utopia, PermitChange permit, Purpose purpose) {
        try {
            return CredentialDecoder.decode(utopia.credential(permit, purpose, 1));
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a device makes it. */
    String shows(Credential credential, Instant at) {
        return shows(credential, at, Optional.empty());
    }

    String shows(Credential credential, Instant at, Optional<byte[]> nonce) {
        UnsignedLiveCode code = UnsignedLiveCode.of(credential, at, nonce);
        return code.withSignature(key.sign(code.toBeSigned())).text();
    }

    /** A live code well signed around whatever credential. */
    String around(byte[] credential, Instant at) {
        return changed(credential, at, claims -> {});
    }

    /** A live code whose claims were changed before it was signed. */
    String changed(byte[] credential, Instant at, Consumer<CBORObject> change) {
        CBORObject claims =
                CBORObject.NewMap().Add(MADE_AT, at.getEpochSecond()).Add(CREDENTIAL, credential);
        change.accept(claims);
        return text(Forge.sign(header(), claims.EncodeToBytes(CANONICAL), key));
    }

    String withNonce(byte[] credential, Instant at, byte[] nonce) {
        return changed(credential, at, claims -> claims.Add(NONCE, nonce));
    }

    /** A live code with a changed protected header. */
    String header(byte[] payload, Consumer<CBORObject> change) {
        CBORObject header = CBORObject.DecodeFromBytes(header());
        change.accept(header);
        return text(Forge.sign(header.EncodeToBytes(CANONICAL), payload, key));
    }

    /** A live code around these bytes as payload. */
    String payload(byte[] payload) {
        return text(Forge.sign(header(), payload, key));
    }

    static byte[] header() {
        return CBORObject.NewMap().Add(1, -7).Add(16, LiveCode.TYPE).EncodeToBytes(CANONICAL);
    }

    static byte[] message(String text) {
        try {
            return LiveCode.bytesOf(text);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] message) {
        return LiveCode.PREFIX + Base45.encode(message);
    }

    static byte[] payloadOf(String text) {
        return CBORObject.DecodeFromBytes(message(text)).Untag().get(2).GetByteString();
    }

    /** The same live code with something changed in its last bytes, which are the proof's. */
    static String altered(String text) {
        byte[] message = message(text);
        message[message.length - 1] ^= 1;
        return text(message);
    }

    /** The proof shortened by so many bytes. */
    static String shortened(String text, int by) {
        CBORObject envelope = CBORObject.DecodeFromBytes(message(text)).Untag();
        byte[] signature = envelope.get(3).GetByteString();
        return text(Forge.envelope(
                        envelope.get(0).GetByteString(),
                        envelope.get(2).GetByteString(),
                        Arrays.copyOf(signature, signature.length - by))
                .EncodeToBytes());
    }
}
