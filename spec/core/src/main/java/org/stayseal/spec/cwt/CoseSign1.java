package org.stayseal.spec.cwt;

import COSE.CoseException;
import COSE.Message;
import COSE.MessageTag;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;

/**
 * A COSE_Sign1 message (RFC 9052 4.2), read strictly: tag 18, four parts of the right types, and nothing that our own reading and
 * COSE-Java's see differently.
 */
public final class CoseSign1 {
    private static final byte TAG_18 = (byte) 0xD2;
    private static final byte EMPTY_MAP = (byte) 0xA0;
    private static final byte[] NOTHING = new byte[0];

    /** The rules that a fault breaks: of the encoding, of its depth, of the envelope (its faults lettered as those of CRED-15), and of what a header is. */
    public record Rules(Rule encoding, String depth, Rule envelope, String header) {
        /** Rules that are named by their numbers alone. */
        public Rules(String encoding, String depth, String envelope) {
            this(Rule.of(encoding), depth, Rule.of(envelope), envelope);
        }
    }

    private final CBORObject protectedHeader;
    private final CBORObject unprotectedHeader;
    private final byte[] payload;
    private final byte[] signature;
    private final byte[] toBeSigned;

    private CoseSign1(
            CBORObject protectedHeader,
            CBORObject unprotectedHeader,
            byte[] payload,
            byte[] signature,
            byte[] toBeSigned) {
        this.protectedHeader = protectedHeader;
        this.unprotectedHeader = unprotectedHeader;
        this.payload = payload;
        this.signature = signature;
        this.toBeSigned = toBeSigned;
    }

    /**
     * @param bytes the whole message, already bounded in length by the caller
     * @throws FormatException if it is no COSE_Sign1 message with its tag and an embedded payload, or not strictly encoded
     */
    public static CoseSign1 read(byte[] bytes, StrictCbor.Keys keys, Rules rules) throws FormatException {
        if (bytes.length == 0 || bytes[0] != TAG_18) {
            throw FormatException.wrongFormat(rules.envelope().broken('a'), "the message does not begin with tag 18");
        }
        StrictCbor.check(bytes, 1, keys, rules.encoding(), rules.depth());
        CBORObject array = decode(bytes, rules.encoding().number()).Untag();
        if (array.getType() != CBORType.Array || array.size() != 4) {
            throw FormatException.wrongFormat(rules.envelope().broken('b'), "the message is not an array of four");
        }
        byte[] protectedBytes = byteString(array.get(0), "protected header", rules);
        CBORObject unprotectedHeader = array.get(1);
        byte[] payload = byteString(array.get(2), "payload", rules);
        byte[] signature = byteString(array.get(3), "signature", rules);
        if (protectedBytes.length == 0) {
            throw FormatException.wrongFormat(rules.header(), "the protected header is empty");
        }
        CBORObject protectedHeader = StrictCbor.read(protectedBytes, keys, rules.encoding(), rules.depth());
        if (protectedHeader.getType() != CBORType.Map || unprotectedHeader.getType() != CBORType.Map) {
            throw FormatException.wrongFormat(rules.header(), "a header is not a map");
        }
        requireCoseJavaToAgree(bytes, protectedHeader, unprotectedHeader, payload, rules);
        return new CoseSign1(
                protectedHeader, unprotectedHeader, payload, signature, toBeSigned(protectedBytes, payload));
    }

    /** The bytes that are signed (RFC 9052 4.4): made from the byte strings as received. */
    public static byte[] toBeSigned(byte[] protectedBytes, byte[] payload) {
        return toBeSigned(protectedBytes, NOTHING, payload);
    }

    /** The same with data from outside the message, which no format of ours has and the examples of COSE do. */
    static byte[] toBeSigned(byte[] protectedBytes, byte[] external, byte[] payload) {
        // A header without parameters is signed as the empty string, however it was sent.
        boolean empty = protectedBytes.length == 1 && protectedBytes[0] == EMPTY_MAP;
        return CBORObject.NewArray()
                .Add("Signature1")
                .Add(empty ? NOTHING : protectedBytes)
                .Add(external)
                .Add(payload)
                .EncodeToBytes();
    }

    /** The whole message. */
    public static byte[] write(byte[] protectedBytes, byte[] payload, byte[] signature) {
        CBORObject array = CBORObject.NewArray()
                .Add(protectedBytes)
                .Add(CBORObject.NewMap())
                .Add(payload)
                .Add(signature);
        return CBORObject.FromObjectAndTag(array, 18).EncodeToBytes();
    }

    public CBORObject protectedHeader() {
        return protectedHeader;
    }

    public CBORObject unprotectedHeader() {
        return unprotectedHeader;
    }

    public byte[] payload() {
        return payload.clone();
    }

    /** The signature as received, of whatever length. */
    public byte[] signature() {
        return signature.clone();
    }

    public byte[] toBeSigned() {
        return toBeSigned.clone();
    }

    private static void requireCoseJavaToAgree(
            byte[] bytes, CBORObject protectedHeader, CBORObject unprotectedHeader, byte[] payload, Rules rules)
            throws FormatException {
        boolean same;
        try {
            Message message = Message.DecodeFromBytes(bytes, MessageTag.Sign1);
            same = message.getProtectedAttributes().equals(protectedHeader)
                    && message.getUnprotectedAttributes().equals(unprotectedHeader)
                    && Arrays.equals(message.GetContent(), payload);
        } catch (CoseException | CBORException | IllegalArgumentException | IllegalStateException e) {
            same = false;
        }
        if (!same) {
            throw FormatException.wrongFormat(
                    rules.envelope().number(), "two readers of COSE do not agree on this message");
        }
    }

    private static CBORObject decode(byte[] bytes, String rule) throws FormatException {
        try {
            return CBORObject.DecodeFromBytes(bytes);
        } catch (CBORException | IllegalArgumentException e) {
            throw FormatException.wrongFormat(rule, "CBOR that the library cannot read");
        }
    }

    private static byte[] byteString(CBORObject item, String name, Rules rules) throws FormatException {
        if (item.getType() != CBORType.ByteString) {
            throw FormatException.wrongFormat(rules.envelope().broken('c'), "the " + name + " is not a byte string");
        }
        return item.GetByteString();
    }
}
