package org.stayseal.mutants;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.live.LiveCode;

/** Changes of a live code: text, message, header, claims, moment, proof, and the credential inside in each of its own layers. */
final class LiveEdits {

    private static final int PROTECTED = 0;
    private static final int PAYLOAD = 2;
    private static final int SIGNATURE = 3;
    private static final CBORObject MADE_AT = CBORObject.FromObject(6);
    private static final CBORObject NONCE = CBORObject.FromObject(10);
    private static final CBORObject CREDENTIAL = CBORObject.FromObject(-65538);

    /** Seconds around the bounds of VER-106. */
    private static final List<Long> MOMENTS = List.of(-91L, -90L, -89L, -60L, 0L, 29L, 30L, 31L, 86_400L);

    private LiveEdits() {}

    static boolean fits(byte[] code) {
        return new String(code, StandardCharsets.ISO_8859_1).startsWith(LiveCode.PREFIX);
    }

    static Edit changed(byte[] code, Signers signers, Dice dice) {
        byte[] message;
        CBORObject envelope;
        CBORObject claims;
        try {
            message = LiveCode.bytesOf(new String(code, StandardCharsets.ISO_8859_1));
            envelope = CBORObject.DecodeFromBytes(message).Untag();
            claims = CBORObject.DecodeFromBytes(envelope.get(PAYLOAD).GetByteString());
            claims.get(CREDENTIAL).GetByteString();
            claims.get(MADE_AT).AsInt64Value();
        } catch (FormatException | CBORException | IllegalStateException | NullPointerException e) {
            // An earlier change has left nothing whole.
            return new Edit("text", TextEdits.changed(code, dice));
        }
        return switch (dice.below(12)) {
            case 0 -> new Edit("text", TextEdits.changed(code, dice));
            case 1 -> new Edit("live: bytes", text(ByteEdits.changed(message, dice)));
            case 2 -> proof(envelope, dice);
            case 3 -> header(envelope, signers, dice);
            case 4, 5 -> claims(envelope, claims, signers, dice);
            case 6, 7 -> {
                claims.set(MADE_AT, CBORObject.FromObject(claims.get(MADE_AT).AsInt64Value() + dice.of(MOMENTS)));
                yield signed("live: moment", envelope, claims, signers, dice);
            }
            case 8 -> {
                claims.set(NONCE, CBORObject.FromObject(dice.bytes(dice.of(List.of(0, 7, 8, 64, 65)))));
                yield signed("live: nonce", envelope, claims, signers, dice);
            }
            default -> inside(envelope, claims, signers, dice);
        };
    }

    private static Edit proof(CBORObject envelope, Dice dice) {
        byte[] signature = envelope.get(SIGNATURE).GetByteString();
        byte[] changed = switch (dice.below(4)) {
            case 0 -> SealEdits.twin(signature);
            case 1 -> new byte[signature.length];
            case 2 -> dice.bytes(dice.of(List.of(0, 1, 63, 64, 65, 96)));
            default -> ByteEdits.changed(signature, dice);
        };
        envelope.set(SIGNATURE, CBORObject.FromObject(changed));
        return new Edit("live: proof", text(CborWriter.write(envelope.WithTag(18))));
    }

    private static Edit header(CBORObject envelope, Signers signers, Dice dice) {
        CBORObject header = CBORObject.DecodeFromBytes(envelope.get(PROTECTED).GetByteString());
        String what = CborEdits.change(header, dice);
        envelope.set(PROTECTED, CBORObject.FromObject(CborWriter.write(header)));
        return signed("live: header: " + what, envelope, signers, dice);
    }

    private static Edit claims(CBORObject envelope, CBORObject claims, Signers signers, Dice dice) {
        if (dice.oneIn(4)) {
            byte[] wrong = CborWriter.write(claims, dice.of(List.of(CborWriter.Fault.values())), dice.below(4));
            envelope.set(PAYLOAD, CBORObject.FromObject(wrong));
            return signed("live: claims not deterministic", envelope, signers, dice);
        }
        return signed("live: claims: " + CborEdits.change(claims, dice), envelope, claims, signers, dice);
    }

    /** The credential inside changed as one that stands alone is, and shown again by the device. */
    private static Edit inside(CBORObject envelope, CBORObject claims, Signers signers, Dice dice) {
        byte[] credential = claims.get(CREDENTIAL).GetByteString();
        byte[] alone = (CredentialDecoder.PREFIX + Base45.encode(BoundedInflate.deflate(credential)))
                .getBytes(StandardCharsets.US_ASCII);
        Edit edit = CredentialEdits.changed(alone, signers.credentials(), dice);
        byte[] changed;
        try {
            changed = CredentialDecoder.bytesOf(new String(edit.code(), StandardCharsets.ISO_8859_1));
        } catch (FormatException e) {
            changed = ByteEdits.changed(credential, dice);
        }
        claims.set(CREDENTIAL, CBORObject.FromObject(changed));
        return signed("live: inside: " + edit.what(), envelope, claims, signers, dice);
    }

    private static Edit signed(String what, CBORObject envelope, CBORObject claims, Signers signers, Dice dice) {
        envelope.set(PAYLOAD, CBORObject.FromObject(CborWriter.write(claims)));
        return signed(what, envelope, signers, dice);
    }

    private static Edit signed(String what, CBORObject envelope, Signers signers, Dice dice) {
        boolean again = !dice.oneIn(4);
        if (again) {
            byte[] toBeSigned = CborWriter.write(CBORObject.NewArray()
                    .Add("Signature1")
                    .Add(envelope.get(PROTECTED))
                    .Add(new byte[0])
                    .Add(envelope.get(PAYLOAD)));
            envelope.set(SIGNATURE, CBORObject.FromObject(signers.device().sign(toBeSigned)));
        }
        return new Edit(
                again ? what + ", signed again" : what,
                text(CborWriter.write(envelope.getType() == CBORType.Array ? envelope.WithTag(18) : envelope)));
    }

    private static byte[] text(byte[] message) {
        return (LiveCode.PREFIX + Base45.encode(message)).getBytes(StandardCharsets.US_ASCII);
    }
}
