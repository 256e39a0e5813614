package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;

/**
 * Deterministic CBOR (RFC 8949 4.2.1), checked over the received bytes before any library sees them (CRED-10, CRED-11).
 *
 * <p>Security guarantees: what passes is exactly one item with shortest lengths, definite only, map keys once each and, where asked, in
 * order, valid UTF-8, no floating point, no tags, no deeper than eight. A length is compared with what is left before anything is read, so
 * nothing is allocated on a promise.
 */
public final class StrictCbor {
    private static final int MAX_DEPTH = 8;
    /** Keys in any order are compared each with each, so their number is bounded. */
    private static final int MAX_KEYS_IN_ANY_ORDER = 64;

    /** Whether map keys must stand in the order of their encodings. */
    public enum Keys {
        IN_ORDER,
        /** For formats of others, whose own examples are not in order. Twice is refused all the same. */
        IN_ANY_ORDER
    }

    private final byte[] bytes;
    private final Keys keys;
    private final Rule rule;
    private final String depthRule;
    private int at;

    private StrictCbor(byte[] bytes, int from, Keys keys, Rule rule, String depthRule) {
        this.bytes = bytes;
        this.at = from;
        this.keys = keys;
        this.rule = rule;
        this.depthRule = depthRule;
    }

    /**
     * Exactly one item, checked and then read.
     *
     * @param bytes already bounded in length by the caller
     * @param rule the rule of {@code spec/docs} that a fault breaks
     * @param depthRule the one that too deep a nesting breaks
     */
    public static CBORObject read(byte[] bytes, Keys keys, String rule, String depthRule) throws FormatException {
        return read(bytes, keys, Rule.of(rule), depthRule);
    }

    /** The same with a rule that may tell its faults apart by the letters of CRED-10. */
    public static CBORObject read(byte[] bytes, Keys keys, Rule rule, String depthRule) throws FormatException {
        check(bytes, 0, keys, rule, depthRule);
        try {
            return CBORObject.DecodeFromBytes(bytes);
        } catch (CBORException | IllegalArgumentException e) {
            throw FormatException.wrongFormat(rule.number(), "CBOR that the library cannot read");
        }
    }

    /** Checks that from offset {@code from} to the end there is exactly one item. */
    static void check(byte[] bytes, int from, Keys keys, Rule rule, String depthRule) throws FormatException {
        StrictCbor walk = new StrictCbor(bytes, from, keys, rule, depthRule);
        walk.item(0);
        if (walk.at != bytes.length) {
            throw walk.fault('b', (bytes.length - walk.at) + " bytes after the end of the CBOR item");
        }
    }

    private void item(int depth) throws FormatException {
        if (depth > MAX_DEPTH) {
            throw FormatException.wrongFormat(depthRule, "CBOR nested deeper than " + MAX_DEPTH);
        }
        int initial = octet();
        int major = initial >> 5;
        if (major == 7) {
            simple(initial & 0x1F);
            return;
        }
        if (major == 6) {
            throw fault('l', "a CBOR tag where none may stand");
        }
        long argument = argument(initial & 0x1F);
        switch (major) {
            case 2 -> skip(argument);
            case 3 -> text(argument);
            case 4 -> array(argument, depth);
            case 5 -> map(argument, depth);
            default -> {
                // An integer: the argument is all of it.
            }
        }
    }

    private void array(long count, int depth) throws FormatException {
        requireLeft(count);
        for (long i = 0; i < count; i++) {
            item(depth + 1);
        }
    }

    private void map(long count, int depth) throws FormatException {
        requireLeft(count);
        if (keys == Keys.IN_ANY_ORDER && count > MAX_KEYS_IN_ANY_ORDER) {
            throw fault('h', "a CBOR map of more than " + MAX_KEYS_IN_ANY_ORDER + " keys");
        }
        byte @Nullable [] before = null;
        byte[][] seen = new byte[keys == Keys.IN_ANY_ORDER ? (int) count : 0][];
        for (int i = 0; i < count; i++) {
            int start = at;
            int major = at < bytes.length ? (bytes[at] & 0xFF) >> 5 : 0;
            if (major != 0 && major != 1 && major != 3) {
                throw fault('h', "a CBOR map key that is neither an integer nor text");
            }
            item(depth + 1);
            byte[] key = Arrays.copyOfRange(bytes, start, at);
            if (keys == Keys.IN_ANY_ORDER) {
                requireNew(seen, i, key);
            } else if (before != null) {
                requireAfter(before, key);
            }
            before = key;
            item(depth + 1);
        }
    }

    private void requireAfter(byte[] before, byte[] key) throws FormatException {
        int order = Arrays.compareUnsigned(before, key);
        if (order == 0) {
            throw fault('f', "a CBOR map key twice");
        }
        if (order > 0) {
            throw fault('g', "CBOR map keys out of order");
        }
    }

    private void requireNew(byte[][] seen, int count, byte[] key) throws FormatException {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(seen[i], key)) {
                throw fault('f', "a CBOR map key twice");
            }
        }
        seen[count] = key;
    }

    private void simple(int info) throws FormatException {
        if (info >= 28) {
            throw unending(info);
        }
        if (info >= 25) {
            throw fault('j', "CBOR floating point");
        }
        if (info < 20 || info > 22) {
            throw fault('k', "a simple value of CBOR other than false, true and null");
        }
    }

    private FormatException unending(int info) {
        return info == 31 ? fault('c', "CBOR of indefinite length") : fault('e', "a reserved CBOR head");
    }

    private void text(long length) throws FormatException {
        int start = at;
        skip(length);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, at - start));
        } catch (CharacterCodingException e) {
            throw fault('i', "CBOR text that is not UTF-8");
        }
    }

    /** The number in the head of an item, unsigned: 2^63 and more are negative here. */
    private long argument(int info) throws FormatException {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw unending(info);
        }
        int size = 1 << (info - 24);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | octet();
        }
        long least = size == 1 ? 24 : 1L << (4 * size);
        if (Long.compareUnsigned(value, least) < 0) {
            throw fault('d', "a CBOR head longer than its number needs");
        }
        return value;
    }

    private void skip(long length) throws FormatException {
        requireLeft(length);
        at += (int) length;
    }

    /** Every element takes a byte at least, so no count can be more than the bytes left. */
    private void requireLeft(long count) throws FormatException {
        if (count < 0 || count > bytes.length - at) {
            throw fault('a', "CBOR ends early");
        }
    }

    private int octet() throws FormatException {
        requireLeft(1);
        return bytes[at++] & 0xFF;
    }

    private FormatException fault(char letter, String message) {
        return FormatException.wrongFormat(rule.broken(letter), message);
    }
}
