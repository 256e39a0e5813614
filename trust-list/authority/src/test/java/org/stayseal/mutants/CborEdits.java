package org.stayseal.mutants;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.ArrayList;
import java.util.List;

/** Changes of one CBOR item that know what it is made of. */
final class CborEdits {

    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            2L,
            3L,
            4L,
            5L,
            23L,
            24L,
            255L,
            256L,
            65_535L,
            65_536L,
            -1L,
            -24L,
            -25L,
            4_294_967_295L,
            4_294_967_296L,
            253_402_300_799L,
            253_402_300_800L,
            9_007_199_254_740_991L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            20_270_229L,
            20_280_229L,
            20_991_231L,
            29_991_231L,
            18_991_231L,
            20_271_301L);
    private static final List<Long> STEPS =
            List.of(1L, -1L, 60L, -3600L, 86_400L, -86_400L, 31_536_000L, 315_792_000L, 100L);
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "A",
            "a b",
            "A ",
            " A",
            "D",
            "UTO",
            "DEU",
            "XXA",
            "XXX",
            "USA",
            "uto",
            "00000000",
            "19850229",
            "19840229",
            "19850200",
            "19851300",
            "18491231",
            "29991231",
            "30000101",
            "e\u0301",
            "\u00e9",
            "\u202eabc",
            "a\u200eb",
            "a\u00adb",
            "\ufeffa",
            "\u2028",
            "a\tb",
            "\ud83d\ude00",
            "\ue000",
            "\uffff",
            "\u0378",
            "\ud837\udf00",
            "\ud804\udf82\ud804\udfc9",
            "\ud803\udfb0",
            "\u1e9b\u0323",
            "\u212b",
            "\uac00",
            "\u1100\u1161",
            "uk",
            "uk-UA",
            "UK",
            "zh-Hant-TW",
            "a-b",
            "https://x",
            "http://x y",
            "ftp://x",
            "https://",
            "image/webp",
            "application/residence-permit+cwt",
            "A".repeat(20),
            "A".repeat(21),
            "é".repeat(60),
            "é".repeat(61),
            "x".repeat(241));

    private CborEdits() {}

    /** A place in the tree: a value of a map or an element of an array. */
    private record Place(CBORObject parent, CBORObject key) {
        CBORObject value() {
            return parent.getType() == CBORType.Map ? parent.get(key) : parent.get(key.AsInt32());
        }

        void put(CBORObject value) {
            if (parent.getType() == CBORType.Map) {
                parent.set(key, value);
            } else {
                parent.set(key.AsInt32(), value);
            }
        }

        void remove() {
            if (parent.getType() == CBORType.Map) {
                parent.Remove(key);
            } else {
                parent.RemoveAt(key.AsInt32());
            }
        }

        void add(Dice dice) {
            CBORObject value = number(dice);
            if (parent.getType() == CBORType.Map) {
                parent.set(dice.oneIn(3) ? CBORObject.FromObject(dice.of(TEXTS)) : value, value());
            } else {
                parent.Add(dice.oneIn(2) ? value() : value);
            }
        }
    }

    /** Changes {@code root}, a map or an array, in one place. */
    static String change(CBORObject root, Dice dice) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            root.Add(dice.of(NUMBERS));
            return "an element in an empty item";
        }
        Place place = dice.of(places);
        switch (dice.below(8)) {
            case 0 -> {
                place.remove();
                return "an item less";
            }
            case 1 -> {
                place.add(dice);
                return "an item more";
            }
            case 2 -> {
                place.put(other(dice, place.value()));
                return "an item of another kind";
            }
            default -> {
                place.put(near(place.value(), dice));
                return "a changed value";
            }
        }
    }

    private static void collect(CBORObject item, List<Place> places) {
        if (item.getType() == CBORType.Map) {
            for (CBORObject key : item.getKeys()) {
                places.add(new Place(item, key));
                collect(item.get(key), places);
            }
        } else if (item.getType() == CBORType.Array) {
            for (int i = 0; i < item.size(); i++) {
                places.add(new Place(item, CBORObject.FromObject(i)));
                collect(item.get(i), places);
            }
        }
    }

    private static CBORObject near(CBORObject value, Dice dice) {
        return switch (value.getType()) {
            case Integer ->
                dice.oneIn(2) || !value.CanValueFitInInt64()
                        ? number(dice)
                        : CBORObject.FromObject(value.AsInt64Value() + dice.of(STEPS));
            case TextString -> CBORObject.FromObject(text(value.AsString(), dice));
            case ByteString -> CBORObject.FromObject(ByteEdits.changed(value.GetByteString(), dice));
            case Boolean -> CBORObject.FromObject(!value.AsBoolean());
            default -> other(dice, value);
        };
    }

    private static String text(String text, Dice dice) {
        if (dice.oneIn(2) || text.isEmpty()) {
            return dice.of(TEXTS);
        }
        int at = text.offsetByCodePoints(0, dice.below(text.codePointCount(0, text.length())));
        String piece = dice.of(TEXTS);
        return dice.oneIn(2)
                ? text.substring(0, at) + piece + text.substring(at)
                : text.substring(0, at) + text.substring(text.offsetByCodePoints(at, 1));
    }

    private static CBORObject other(Dice dice, CBORObject value) {
        return switch (dice.below(12)) {
            case 0 -> CBORObject.Null;
            case 1 -> CBORObject.True;
            case 2 -> CBORObject.Undefined;
            case 3 -> CBORObject.FromObject(1.5);
            case 4 -> CBORObject.FromSimpleValue(255);
            case 5 -> CBORObject.FromObjectAndTag(value, dice.of(List.of(0, 1, 2, 18, 24, 61, 55_799)));
            case 6 -> CBORObject.NewArray().Add(value);
            case 7 -> CBORObject.NewMap().Add(1, value);
            case 8 -> CBORObject.FromObject(dice.bytes(dice.below(33)));
            case 9 -> CBORObject.FromObject(dice.of(TEXTS));
            case 10 -> deep(value, 7 + dice.below(3));
            default -> number(dice);
        };
    }

    private static CBORObject number(Dice dice) {
        long number = dice.of(NUMBERS);
        return CBORObject.FromObject(number);
    }

    private static CBORObject deep(CBORObject value, int levels) {
        CBORObject item = value;
        for (int i = 0; i < levels; i++) {
            item = CBORObject.NewArray().Add(item);
        }
        return item;
    }
}
