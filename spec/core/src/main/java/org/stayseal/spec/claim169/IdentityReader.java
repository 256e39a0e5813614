package org.stayseal.spec.claim169;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;

/** Reads the map of claim 169 (C169-8 to C169-10). */
final class IdentityReader {

    private static final String RULE = "C169-8";
    private static final String BIOMETRICS_RULE = "C169-9";
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Map<IdentityField, String> texts = new EnumMap<>(IdentityField.class);
    private final Map<IdentityField, Integer> codes = new EnumMap<>(IdentityField.class);
    private final Map<IdentityField, List<Biometric>> biometrics = new EnumMap<>(IdentityField.class);
    private final Map<Long, byte[]> unknown = new TreeMap<>();
    private Optional<byte[]> photo = Optional.empty();
    private List<Integer> fingers = List.of();

    private IdentityReader() {}

    static Identity read(CBORObject map) throws FormatException {
        IdentityReader reader = new IdentityReader();
        for (CBORObject key : map.getKeys()) {
            if (key.getType() != CBORType.Integer || !key.CanValueFitInInt64()) {
                throw FormatException.wrongFormat(RULE, "a key of claim 169 is no integer");
            }
            reader.value(key.AsInt64Value(), map.get(key));
        }
        return new Identity(
                reader.texts, reader.codes, reader.photo, reader.fingers, reader.biometrics, reader.unknown);
    }

    private void value(long key, CBORObject value) throws FormatException {
        Optional<IdentityField> known = IdentityField.ofKey(key);
        if (known.isEmpty()) {
            unknown.put(key, value.EncodeToBytes());
            return;
        }
        IdentityField field = known.get();
        switch (field.type()) {
            case TEXT -> texts.put(field, text(value, field.title(), RULE));
            case DATE -> texts.put(field, date(text(value, field.title(), RULE)));
            case CODE -> codes.put(field, number(value, 1, field.lastCode(), field.title(), RULE));
            case BYTES -> photo = Optional.of(bytes(value, field.title(), RULE));
            case FINGERS -> fingers = fingers(value);
            case BIOMETRICS -> biometrics.put(field, samples(value, field.title()));
        }
    }

    private static String date(String text) throws FormatException {
        String digits = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? text.replace("-", "") : text;
        // The formatter alone would take a sign and a year of five digits.
        if (!digits.matches("[0-9]{8}")) {
            throw noDay();
        }
        try {
            return LocalDate.parse(digits, COMPACT).format(COMPACT);
        } catch (DateTimeException e) {
            throw noDay();
        }
    }

    private static FormatException noDay() {
        return FormatException.wrongFormat(RULE, "dateOfBirth is no day in YYYYMMDD or YYYY-MM-DD");
    }

    private static List<Integer> fingers(CBORObject value) throws FormatException {
        if (value.getType() != CBORType.Array) {
            throw FormatException.wrongFormat(RULE, "bestQualityFingers is no array");
        }
        List<Integer> all = new ArrayList<>();
        for (CBORObject finger : value.getValues()) {
            all.add(number(finger, 0, 10, "bestQualityFingers", RULE));
        }
        return all;
    }

    private static List<Biometric> samples(CBORObject value, String name) throws FormatException {
        List<Biometric> all = new ArrayList<>();
        if (value.getType() == CBORType.Array) {
            for (CBORObject sample : value.getValues()) {
                all.add(sample(sample, name));
            }
        } else {
            all.add(sample(value, name));
        }
        if (all.isEmpty()) {
            throw FormatException.wrongFormat(BIOMETRICS_RULE, name + " is an empty array");
        }
        return all;
    }

    private static Biometric sample(CBORObject sample, String name) throws FormatException {
        if (sample.getType() != CBORType.Map) {
            throw FormatException.wrongFormat(BIOMETRICS_RULE, name + " is no map or array of maps");
        }
        @Nullable CBORObject data = sample.get(CBORObject.FromObject(0));
        if (data == null) {
            throw FormatException.wrongFormat(BIOMETRICS_RULE, name + " has no data");
        }
        @Nullable CBORObject issuer = sample.get(CBORObject.FromObject(3));
        return new Biometric(
                bytes(data, name, BIOMETRICS_RULE),
                format(sample, 1, name),
                format(sample, 2, name),
                issuer == null ? Optional.empty() : Optional.of(text(issuer, name, BIOMETRICS_RULE)));
    }

    private static Optional<Integer> format(CBORObject sample, int key, String name) throws FormatException {
        @Nullable CBORObject value = sample.get(CBORObject.FromObject(key));
        return value == null
                ? Optional.empty()
                : Optional.of(number(value, 0, Integer.MAX_VALUE, name, BIOMETRICS_RULE));
    }

    private static String text(CBORObject value, String name, String rule) throws FormatException {
        if (value.getType() != CBORType.TextString) {
            throw FormatException.wrongFormat(rule, name + " is not text");
        }
        return value.AsString();
    }

    private static byte[] bytes(CBORObject value, String name, String rule) throws FormatException {
        if (value.getType() != CBORType.ByteString || value.GetByteString().length == 0) {
            throw FormatException.wrongFormat(rule, name + " is not a byte string, or an empty one");
        }
        return value.GetByteString();
    }

    private static int number(CBORObject value, int first, int last, String name, String rule) throws FormatException {
        if (value.getType() != CBORType.Integer
                || !value.CanValueFitInInt32()
                || value.AsInt32Value() < first
                || value.AsInt32Value() > last) {
            throw FormatException.wrongFormat(rule, name + " is no number that it may be");
        }
        return value.AsInt32Value();
    }
}
