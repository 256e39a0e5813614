package org.stayseal.mutants;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.signing.Signer;

/** Changes of a residence credential in each of its layers: text, zlib stream, envelope, header, claims. */
final class CredentialEdits {

    private static final String PREFIX = "RP1:";
    private static final int PROTECTED = 0;
    private static final int PAYLOAD = 2;
    private static final int SIGNATURE = 3;
    /** The claim with the person, and its members full name, given names and surname (CRED-50). */
    private static final int PERSON = 169;

    private static final List<Integer> NAMES = List.of(4, 5, 7);

    private CredentialEdits() {}

    static Edit changed(byte[] code, Signer signer, Dice dice) {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        byte[] credential;
        CBORObject envelope;
        try {
            credential = CredentialDecoder.bytesOf(text);
            envelope = CBORObject.DecodeFromBytes(credential);
        } catch (FormatException | CBORException e) {
            return new Edit("text", TextEdits.changed(code, dice));
        }
        if (!isWhole(envelope)) {
            return new Edit("credential bytes", text(deflated(ByteEdits.changed(credential, dice), 9)));
        }
        return switch (dice.below(18)) {
            case 16, 17 -> name(envelope, signer, dice);
            case 0 -> new Edit("text", TextEdits.changed(code, dice));
            case 1 -> new Edit("zlib stream", text(stream(text, dice)));
            case 2 -> new Edit("zlib level", text(deflated(credential, dice.below(10))));
            case 3 -> new Edit("credential bytes", text(deflated(ByteEdits.changed(credential, dice), 9)));
            case 4 -> new Edit("long", text(deflated(longer(credential, dice), 9)));
            case 5 -> envelope(envelope, dice);
            case 6, 7 -> signature(envelope, dice);
            case 8, 9 -> inner(envelope, PROTECTED, signer, dice);
            default -> inner(envelope, PAYLOAD, signer, dice);
        };
    }

    private static byte[] stream(String text, Dice dice) {
        try {
            return ByteEdits.changed(Base45.decode(text.substring(PREFIX.length()), "mutant"), dice);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Around the bounds of what may come out of the zlib stream. */
    private static byte[] longer(byte[] credential, Dice dice) {
        int length = dice.of(List.of(credential.length + 1, 8_191, 8_192, 8_193, 20_000));
        return ByteEdits.spliced(
                credential, credential.length, credential.length, new byte[Math.max(0, length - credential.length)]);
    }

    private static Edit envelope(CBORObject envelope, Dice dice) {
        int items = 6;
        if (dice.oneIn(2)) {
            byte[] wrong = CborWriter.write(envelope, dice.of(List.of(CborWriter.Fault.values())), dice.below(items));
            return new Edit("envelope not deterministic", text(deflated(wrong, 9)));
        }
        CBORObject changed = envelope.UntagOne();
        String what = CborEdits.change(changed, dice);
        int tag = dice.oneIn(6) ? dice.of(List.of(17, 61, 98)) : 18;
        return new Edit("envelope: " + what, text(deflated(CborWriter.write(changed.WithTag(tag)), 9)));
    }

    private static Edit signature(CBORObject envelope, Dice dice) {
        byte[] signature = envelope.get(SIGNATURE).GetByteString();
        byte[] changed = switch (dice.below(4)) {
            case 0 -> SealEdits.twin(signature);
            case 1 -> new byte[signature.length];
            case 2 -> dice.bytes(dice.of(List.of(0, 1, 63, 64, 65, 96, 256, 1_000)));
            default -> ByteEdits.changed(signature, dice);
        };
        envelope.set(SIGNATURE, CBORObject.FromObject(changed));
        return new Edit("signature", text(deflated(CborWriter.write(envelope), 9)));
    }

    /** Another name in the claims, signed again. */
    private static Edit name(CBORObject envelope, Signer signer, Dice dice) {
        byte[] bytes = envelope.get(PAYLOAD).GetByteString();
        CBORObject claims = isCbor(bytes) ? CBORObject.DecodeFromBytes(bytes) : CBORObject.NewMap();
        CBORObject person = claims.getType() == CBORType.Map ? claims.get(CBORObject.FromObject(PERSON)) : null;
        if (person == null || person.getType() != CBORType.Map) {
            return inner(envelope, PAYLOAD, signer, dice);
        }
        List<CBORObject> names = NAMES.stream()
                .map(CBORObject::FromObject)
                .filter(person::ContainsKey)
                .toList();
        CBORObject member = names.isEmpty() ? CBORObject.FromObject(dice.of(NAMES)) : dice.of(names);
        person.set(member, CBORObject.FromObject(Names.one(dice)));
        envelope.set(PAYLOAD, CBORObject.FromObject(CborWriter.write(claims)));
        envelope.set(SIGNATURE, CBORObject.FromObject(signer.sign(toBeSigned(envelope))));
        return new Edit("name, signed again", text(deflated(CborWriter.write(envelope), 9)));
    }

    /** One of the two byte strings that hold CBOR themselves. */
    private static Edit inner(CBORObject envelope, int index, Signer signer, Dice dice) {
        byte[] bytes = envelope.get(index).GetByteString();
        String what = index == PROTECTED ? "header" : "claims";
        if (dice.oneIn(6) || !isCbor(bytes)) {
            bytes = ByteEdits.changed(bytes, dice);
            what += ": bytes";
        } else if (dice.oneIn(6)) {
            CborWriter.Fault fault = dice.of(List.of(CborWriter.Fault.values()));
            bytes = CborWriter.write(CBORObject.DecodeFromBytes(bytes), fault, dice.below(30));
            what += ": " + fault;
        } else {
            CBORObject item = CBORObject.DecodeFromBytes(bytes);
            what += ": " + CborEdits.change(item, dice);
            bytes = CborWriter.write(item);
        }
        envelope.set(index, CBORObject.FromObject(bytes));
        if (!dice.oneIn(4)) {
            envelope.set(SIGNATURE, CBORObject.FromObject(signer.sign(toBeSigned(envelope))));
            what += ", signed again";
        }
        return new Edit(what, text(deflated(CborWriter.write(envelope), 9)));
    }

    /** Whether an earlier change has left the envelope's parts where they belong. */
    private static boolean isWhole(CBORObject envelope) {
        return envelope.HasMostOuterTag(18)
                && envelope.getType() == CBORType.Array
                && envelope.size() == 4
                && List.of(PROTECTED, PAYLOAD, SIGNATURE).stream()
                        .allMatch(index -> envelope.get(index.intValue()).getType() == CBORType.ByteString);
    }

    private static boolean isCbor(byte[] bytes) {
        try {
            CBORObject.DecodeFromBytes(bytes);
            return true;
        } catch (CBORException e) {
            return false;
        }
    }

    /** CRED-20. */
    private static byte[] toBeSigned(CBORObject envelope) {
        return CborWriter.write(CBORObject.NewArray()
                .Add("Signature1")
                .Add(envelope.get(PROTECTED))
                .Add(new byte[0])
                .Add(envelope.get(PAYLOAD)));
    }

    private static byte[] text(byte[] zlib) {
        return (PREFIX + Base45.encode(zlib)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deflated(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
