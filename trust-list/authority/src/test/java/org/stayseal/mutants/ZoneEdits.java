package org.stayseal.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Transliteration;

/** Lines to be given beside a code: those of its own document or near them, changed in a field or in how they are typed. */
final class ZoneEdits {

    private static final Pattern ZONE = Pattern.compile("[A-Z0-9<]{30,44}(?:\n[A-Z0-9<]{28,44}){1,2}");
    private static final List<String> COUNTRIES = List.of("UTO", "D<<", "XXB", "XXA", "D", "UT", "<<<", "GBR");
    private static final List<String> CODES = List.of("AR", "P<", "PU", "V<", "VB", "I<", "C", "AC", "<<");
    private static final List<String> NUMBERS = List.of("UT1234567", "P4711001", "V12345678", "L8988901C", "PR1234567");
    private static final List<String> NAMES = List.of(
            "MUSTER<<OLENA<VERA", "MUELLER<<ZOE", "MUXXLLER<<ZOE", "OLENA<VERA<MUSTER", "SOMEONE<<ELSE", "NUNXXEZ", "");
    private static final List<String> SPELLINGS = List.of("UXX", "NXX", "AE", "OE", "UE", "AA", "<", "<<", "XX", "E");
    /** What a keyboard, a camera or a clipboard puts between the characters of a zone. */
    private static final List<String> TYPED = List.of(
            " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", "\u00a0", "\u2028", "\u0085", "\u000b", "\f", "\u3000",
            "\ufeff", "\u00ab", "\u00fc", "\u0131", "\u017f", "\u212a", "\uff21", "\u0661", "<", "K", "0", "O", "-",
            ".");

    private ZoneEdits() {}

    /**
     * @param document what the code says, by the names of VER-60
     * @param given lines of the vectors' questions
     */
    static String lines(Map<String, Object> document, List<String> given, Dice dice) {
        List<String> own = zones(document);
        MrzFormat format = dice.of(List.of(MrzFormat.values()));
        String text;
        switch (dice.below(8)) {
            case 0, 1, 2 -> text = own.isEmpty() ? made(document, format, dice) : dice.of(own);
            case 3, 4, 5 -> text = made(document, format, dice);
            default -> text = dice.of(given);
        }
        text = dice.oneIn(3) ? text : otherField(text, dice);
        text = dice.oneIn(4) ? otherCharacter(text, dice) : text;
        return dice.oneIn(3) ? typed(text, dice) : text;
    }

    /** The zones that the code carries. */
    private static List<String> zones(Map<String, Object> document) {
        List<String> zones = new ArrayList<>();
        if (document.get("features") instanceof Map<?, ?> features) {
            features.values().stream()
                    .map(String::valueOf)
                    .filter(value -> ZONE.matcher(value).matches())
                    .forEach(zones::add);
        }
        return zones;
    }

    /** A zone of what the code says of its document, or of the passport. */
    private static String made(Map<String, Object> document, MrzFormat format, Dice dice) {
        boolean passport = dice.oneIn(2);
        Map<?, ?> features = features(document);
        String named = text(features, "passportNumber", text(features, "visa.passportNumber", "P4711001"));
        String number = passport
                ? text(document, "travelDocumentNumber", named)
                : text(document, "permitNumber", text(document, "documentNumber", "UT1234567"));
        String issuer = passport ? text(document, "travelDocumentIssuer", "XXB") : text(document, "country", "UTO");
        String given = text(document, "givenNames", "");
        String name = name(text(document, "surname", text(document, "fullName", "")), dice)
                + (given.isEmpty() ? "" : "<<" + name(given, dice));
        return new Fields(
                        passport ? "P<" : format.isVisa() ? "V<" : "AR",
                        capitals(issuer),
                        capitals(number),
                        text(document, "nationality", "XXB"),
                        day(text(document, "birthDate", "1985-03-00")),
                        text(document, "sex", "<").replace('X', '<'),
                        day(text(document, "documentUntil", "2028-03-04")),
                        "",
                        name)
                .text(format);
    }

    private static Map<?, ?> features(Map<String, Object> document) {
        return document.get("features") instanceof Map<?, ?> features ? features : Map.of();
    }

    private static String text(Map<?, ?> document, String name, String otherwise) {
        return document.get(name) instanceof String text ? text : otherwise;
    }

    /** By the tables of Doc 9303, or with every other letter as it is without its marks. */
    private static String name(String text, Dice dice) {
        if (dice.oneIn(2)) {
            try {
                return Transliteration.toMrz(text);
            } catch (IllegalArgumentException e) {
                return capitals(text);
            }
        }
        String apart = java.text.Normalizer.normalize(text.toUpperCase(Locale.ROOT), java.text.Normalizer.Form.NFD);
        return capitals(apart.replaceAll("\\p{Mn}", ""));
    }

    private static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "<");
    }

    private static String day(String day) {
        String digits = day.replaceAll("[^0-9]", "");
        return digits.length() < 8
                ? "<<<<<<"
                : (digits.startsWith("0000") ? "<<" : digits.substring(2, 4))
                        + digits.substring(4, 8).replace("00", "<<");
    }

    /** Another value for a field, check digits made anew; sometimes in another format. */
    private static String otherField(String text, Dice dice) {
        Fields f;
        MrzFormat format;
        try {
            f = Fields.of(text);
            format = dice.oneIn(6) ? dice.of(List.of(MrzFormat.values())) : format(text);
        } catch (IndexOutOfBoundsException e) {
            return text;
        }
        String[] v = {
            f.code(), f.issuer(), f.number(), f.nationality(), f.birth(), f.sex(), f.end(), f.optional(), f.name()
        };
        int at = dice.of(List.of(0, 1, 2, 2, 2, 3, 4, 4, 4, 5, 6, 7, 8, 8, 8, 8, 8));
        v[at] = switch (at) {
            case 0 -> dice.of(CODES);
            case 1, 3 -> dice.of(COUNTRIES);
            case 2 -> number(v[at], dice);
            case 4, 6 -> date(v[at], dice);
            case 5 -> dice.of(List.of("M", "F", "<", "X", "1"));
            case 7 -> dice.of(List.of("", "<<7", "A", "1234567", "ABC<<<1", "<<<<<<<<<<<<<<<1"));
            default -> otherName(v[at], dice);
        };
        return new Fields(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]).text(format);
    }

    private static MrzFormat format(String text) {
        boolean visa = text.startsWith("V");
        return switch (text.indexOf('\n')) {
            case 30 -> MrzFormat.TD1;
            case 36 -> visa ? MrzFormat.MRV_B : MrzFormat.TD2;
            default -> visa ? MrzFormat.MRV_A : MrzFormat.TD3;
        };
    }

    private static String number(String number, Dice dice) {
        String bare = number.replaceAll("<+$", "");
        return switch (dice.below(7)) {
            case 0 -> dice.of(NUMBERS);
            case 1 -> bare + dice.of(List.of("8", "89", "890", "123456", "<", "<8"));
            case 2 -> bare.isEmpty() ? "A" : bare.substring(0, bare.length() - 1);
            case 3 -> "<" + bare;
            case 4 -> with(bare, "<", dice);
            case 5 -> "";
            default -> with(bare, String.valueOf((char) ('0' + dice.below(10))), dice);
        };
    }

    private static String date(String date, Dice dice) {
        int part = 2 * dice.below(3);
        String two = dice.of(List.of("<<", "00", "01", "12", "13", "31", "32", "99", "0<", "A1", "85"));
        return dice.oneIn(8) ? "<<<<<<" : date.substring(0, part) + two + date.substring(part + 2);
    }

    private static String otherName(String name, Dice dice) {
        String bare = name.replaceAll("<+$", "");
        switch (dice.below(10)) {
            case 0 -> {
                return dice.of(NAMES);
            }
            case 1 -> {
                return with(bare, dice.of(SPELLINGS), dice);
            }
            case 2 -> {
                return bare.replaceFirst("UE", "U").replaceFirst("OE|AE|AA", "A");
            }
            case 3 -> {
                return bare.replaceFirst("<<", "<");
            }
            case 4 -> {
                return bare.replaceFirst("(?<!<)<(?!<)", "<<");
            }
            case 5 -> {
                List<String> words = new ArrayList<>(List.of(bare.split("<", -1)));
                words.add(words.remove(0));
                return String.join("<", words);
            }
            case 6 -> {
                // Full to the last character: something may have been cut.
                return bare + dice.of(List.of("X", "<", "")) + "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOP";
            }
            case 7 -> {
                return bare.substring(0, dice.below(bare.length() + 1)) + "<".repeat(dice.below(3)) + "Z".repeat(44);
            }
            case 8 -> {
                int last = bare.lastIndexOf('<');
                return last < 0 ? bare + "<<A" : bare.substring(0, last);
            }
            default -> {
                return with(bare, String.valueOf((char) ('A' + dice.below(26))), dice);
            }
        }
    }

    /** A piece in place of a character, or before it. */
    private static String with(String text, String piece, Dice dice) {
        int at = dice.below(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + dice.below(2)));
    }

    /** As a slip of the finger: no check digit is made anew. */
    private static String otherCharacter(String text, Dice dice) {
        int at = dice.below(text.length());
        return text.isEmpty() || text.charAt(at) == '\n'
                ? text
                : text.substring(0, at) + "AZ09<OIX".charAt(dice.below(8)) + text.substring(at + 1);
    }

    private static String typed(String text, Dice dice) {
        return switch (dice.below(12)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.replace("\n", "");
            case 2 -> text.replace("\n", dice.of(List.of("\r\n", "\r", "\n\n", " ", "\n \n", "\u2028", "\u0085")));
            case 3 -> text.replace('<', ' ');
            case 4 -> text.replaceAll("(?m)<+$", "");
            case 5 -> text.replaceAll("(.{5})", "$1 ");
            case 6 -> text.substring(0, dice.below(text.length() + 1));
            case 7 -> text + "\n" + text.substring(0, dice.below(text.length() + 1));
            case 8 ->
                text
                        + " "
                                .repeat(Math.max(
                                        0, dice.between(499, 502) > 500 ? 501 - text.length() : 500 - text.length()));
            case 9 -> dice.of(List.of("", " ", "\n", "UT1234567", "\ud83d\ude00".repeat(18) + "\n" + "<".repeat(36)));
            default -> with(text, dice.of(TYPED), dice);
        };
    }
}
