package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.PlainText;

/** A map of a credential or a continuation with known keys, read by type; a missing field is empty, one of another type breaks the rule that is named. */
public final class CborMap {
    private static final String LENGTH_RULE = "CRED-30";
    private static final String EDGE_RULE = "CRED-31a";
    private static final String CHARACTER_RULE = "CRED-31b";
    private static final String NORMAL_FORM_RULE = "CRED-32";

    private final CBORObject map;

    private CborMap(CBORObject map) {
        this.map = map;
    }

    /** This item as a map that has no keys but these; both faults break one rule. */
    public static CborMap of(CBORObject item, Set<Object> keys, String name, String rule) throws FormatException {
        return of(item, keys, name, rule, rule);
    }

    /** The same where no map and an unknown key break two. */
    public static CborMap of(CBORObject item, Set<Object> keys, String name, String mapRule, String keyRule)
            throws FormatException {
        CborMap map = of(item, name, mapRule);
        for (CBORObject key : item.getKeys()) {
            Object plain = key.getType() == CBORType.TextString
                    ? key.AsString()
                    : key.CanValueFitInInt64() ? (Object) key.AsInt64Value() : Optional.empty();
            if (!keys.contains(plain)) {
                throw FormatException.wrongFormat(keyRule, name + " has a key that version 1 does not know");
            }
        }
        return map;
    }

    public static CborMap of(CBORObject item, String name, String rule) throws FormatException {
        if (item.getType() != CBORType.Map) {
            throw FormatException.wrongFormat(rule, name + " is not a map");
        }
        return new CborMap(item);
    }

    public Optional<CBORObject> get(Object key) {
        return Optional.ofNullable(map.get(CBORObject.FromObject(key)));
    }

    public CBORObject required(Object key, String rule) throws FormatException {
        return get(key).orElseThrow(() -> FormatException.wrongFormat(rule, "key " + key + " is missing"));
    }

    public boolean has(Object key) {
        return get(key).isPresent();
    }

    public long uint(Object key, long max, String rule) throws FormatException {
        return uint(required(key, rule), max, "key " + key, rule);
    }

    public byte[] bytes(Object key, int length, String rule) throws FormatException {
        byte[] value = byteString(required(key, rule), "key " + key, rule);
        if (value.length != length) {
            throw FormatException.wrongFormat(rule, "key " + key + " has " + value.length + " bytes, not " + length);
        }
        return value;
    }

    public Optional<String> text(Object key, int maxBytes, String rule) throws FormatException {
        Optional<CBORObject> item = get(key);
        return item.isEmpty() ? Optional.empty() : Optional.of(text(item.get(), maxBytes, "key " + key, rule));
    }

    public static long uint(CBORObject item, long max, String name, String rule) throws FormatException {
        if (item.getType() != CBORType.Integer || !item.CanValueFitInInt64()) {
            throw FormatException.wrongFormat(rule, name + " is not an integer in its range");
        }
        long value = item.AsInt64Value();
        if (value < 0 || value > max) {
            throw FormatException.wrongFormat(rule, name + " is not an integer in its range");
        }
        return value;
    }

    /** CRED-26, CONT-5: any unsigned integer, also one that no Java number holds. */
    public static long version(CBORObject item, String rule) throws FormatException {
        if (item.getType() != CBORType.Integer || item.isNegative()) {
            throw FormatException.wrongFormat(rule, "the version is not an unsigned integer");
        }
        return item.CanValueFitInInt64() ? item.AsInt64Value() : Long.MAX_VALUE;
    }

    public static byte[] byteString(CBORObject item, String name, String rule) throws FormatException {
        if (item.getType() != CBORType.ByteString) {
            throw FormatException.wrongFormat(rule, name + " is not a byte string");
        }
        return item.GetByteString();
    }

    public static String text(CBORObject item, int maxBytes, String name, String rule) throws FormatException {
        if (item.getType() != CBORType.TextString) {
            throw FormatException.wrongFormat(rule, name + " is not text");
        }
        String text = item.AsString();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > maxBytes) {
            throw FormatException.wrongFormat(
                    LENGTH_RULE, name + " has " + length + " bytes of UTF-8, not 1 to " + maxBytes);
        }
        if (text.startsWith(" ") || text.endsWith(" ")) {
            throw FormatException.wrongFormat(EDGE_RULE, name + " begins or ends with a space");
        }
        if (!PlainText.isWellFormed(text)) {
            throw FormatException.wrongFormat(CHARACTER_RULE, name + " has a character that may not stand in text");
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw FormatException.wrongFormat(NORMAL_FORM_RULE, name + " is not in normal form C");
        }
        return text;
    }
}
