package org.stayseal.spec.vds;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzFormat;

/** One feature's value as text, and back, as its rule says (VDS-19). */
public final class FeatureValue {

    private static final String RULE = "VDS-19";

    private static final Pattern DURATION = Pattern.compile("P(?:(\\d{1,3})Y)?(?:(\\d{1,3})M)?(?:(\\d{1,3})D)?");
    private static final String UNTIL_END_DATE = "until-end-date";
    private static final String AT_BORDER = "decided-at-border";
    private static final String TRANSIT = "transit";

    private FeatureValue() {}

    /** The value as text: an MRZ with line ends, a duration as {@code P160D} or one of three words, bytes in hexadecimal. */
    public static String read(FeatureRule rule, byte[] value) throws FormatException {
        if (value.length < rule.minBytes() || value.length > rule.maxBytes()) {
            throw wrong(
                    rule,
                    "has " + value.length + " bytes; " + rule.minBytes() + " to " + rule.maxBytes() + " are allowed");
        }
        return switch (rule.coding()) {
            case C40 -> readC40(rule, value);
            case MRZ -> String.join("\n", readMrz(rule, value).lines());
            case UTF8 -> readUtf8(rule, value);
            case UINT -> String.valueOf(Long.parseLong("0" + Hex.encode(value), 16));
            case DURATION -> readDuration(value);
            case BYTES -> Hex.encode(value);
        };
    }

    /** The machine readable zone with its fillers put back. */
    public static Mrz readMrz(FeatureRule rule, byte[] value) throws FormatException {
        MrzFormat format = rule.mrz().orElseThrow();
        String text = C40.decode(value).replace(' ', '<');
        if (text.length() != charactersInSeal(format)) {
            throw wrong(rule, "has " + text.length() + " characters; " + charactersInSeal(format) + " are needed");
        }
        return Mrz.parse(format, text + "<".repeat(format.characters() - text.length()));
    }

    /** @throws IllegalArgumentException if the rule does not allow the text */
    public static byte[] write(FeatureRule rule, String text) {
        byte[] value = switch (rule.coding()) {
            case C40 -> C40.encode(pad(rule, text));
            case MRZ -> writeMrz(rule, text);
            case UTF8 -> Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            case UINT -> writeUint(rule, text);
            case DURATION -> writeDuration(rule, text);
            case BYTES -> HexFormat.of().parseHex(text);
        };
        try {
            // What is written must come back: the same rules, held in one place.
            read(rule, value);
        } catch (FormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return value;
    }

    private static String readC40(FeatureRule rule, byte[] value) throws FormatException {
        String text = C40.decode(value).stripTrailing();
        if (text.length() < rule.minCharacters() || text.length() > rule.maxCharacters()) {
            throw wrong(
                    rule,
                    "has " + text.length() + " characters; " + rule.minCharacters() + " to " + rule.maxCharacters()
                            + " are allowed");
        }
        return text;
    }

    private static String readUtf8(FeatureRule rule, byte[] value) throws FormatException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw wrong(rule, "has a control character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw wrong(rule, "is not UTF-8");
        }
    }

    private static String readDuration(byte[] value) {
        return switch (Hex.encode(value)) {
            case "000000" -> UNTIL_END_DATE;
            case "ffffff" -> AT_BORDER;
            case "fefefe" -> TRANSIT;
            default -> "P" + part(value[2], "Y") + part(value[1], "M") + part(value[0], "D");
        };
    }

    private static String part(byte number, String unit) {
        return number == 0 ? "" : (number & 0xFF) + unit;
    }

    private static byte[] writeDuration(FeatureRule rule, String text) {
        Matcher matcher = DURATION.matcher(text);
        return switch (text) {
            case UNTIL_END_DATE -> new byte[] {0, 0, 0};
            case AT_BORDER -> new byte[] {-1, -1, -1};
            case TRANSIT -> new byte[] {-2, -2, -2};
            default -> {
                if (text.equals("P") || !matcher.matches()) {
                    throw new IllegalArgumentException(rule.name() + " is a duration such as P90D or P1Y6M");
                }
                yield new byte[] {
                    number(rule, matcher.group(3)), number(rule, matcher.group(2)), number(rule, matcher.group(1))
                };
            }
        };
    }

    private static byte number(FeatureRule rule, @org.jspecify.annotations.Nullable String digits) {
        int number = digits == null ? 0 : Integer.parseInt(digits);
        if (number > 0xFD) {
            throw new IllegalArgumentException(rule.name() + ": days, months and years are 0 to 253");
        }
        return (byte) number;
    }

    private static byte[] writeUint(FeatureRule rule, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(rule.name() + " is a number");
        }
        int number = Integer.parseInt(text);
        byte[] value = new byte[rule.maxBytes()];
        for (int i = value.length - 1; i >= 0; i--, number >>>= 8) {
            value[i] = (byte) number;
        }
        if (number != 0) {
            throw new IllegalArgumentException(rule.name() + " does not fit into " + rule.maxBytes() + " bytes");
        }
        return value;
    }

    private static byte[] writeMrz(FeatureRule rule, String text) {
        MrzFormat format = rule.mrz().orElseThrow();
        try {
            Mrz mrz = Mrz.parse(format, text.replace("\n", ""));
            if (!mrz.faults().isEmpty()) {
                throw new IllegalArgumentException(rule.name() + " has wrong check digits: " + mrz.faults());
            }
            return C40.encode(mrz.characters().substring(0, charactersInSeal(format)));
        } catch (FormatException e) {
            throw new IllegalArgumentException(rule.name() + ": " + e.getMessage(), e);
        }
    }

    private static String pad(FeatureRule rule, String text) {
        if (!text.matches("[0-9A-Z]|[0-9A-Z][0-9A-Z <]*[0-9A-Z]")) {
            throw new IllegalArgumentException(rule.name() + " takes upper-case letters, digits and inner spaces only");
        }
        return text + "<".repeat(Math.max(0, rule.pad() - text.length()));
    }

    private static int charactersInSeal(MrzFormat format) {
        return format.characters() - format.lineLength() + format.secondLineInSeals();
    }

    private static FormatException wrong(FeatureRule rule, String fault) {
        return FormatException.wrongFormat(RULE, "feature " + rule.name() + " " + fault);
    }
}
