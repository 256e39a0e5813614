package org.stayseal.spec.vds;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
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
    static final int UUID_LENGTH = 16;
    private static final long LARGEST_UINT = 0xFFFF_FFFFL;

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
            case UUID -> uuid(value);
            case DAY -> DayText.day(rule, value).toString();
            case PERIOD -> DayText.period(rule, value);
            case BYTES -> Hex.encode(value);
        };
    }

    /** The last day of a feature that holds one (VDS-21): a day, or the end of a period that has one. */
    static Optional<LocalDate> lastDay(FeatureRule rule, byte[] value) throws FormatException {
        return rule.coding() == FeatureCoding.DAY
                ? Optional.of(DayText.day(rule, value))
                : DayText.lastDay(read(rule, value));
    }

    /** 16 bytes as 32 hexadecimal digits with hyphens. */
    static String uuid(byte[] value) {
        String hex = Hex.encode(value);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    /** The machine readable zone with its fillers put back. */
    public static Mrz readMrz(FeatureRule rule, byte[] value) throws FormatException {
        MrzFormat format = rule.mrz().orElseThrow();
        String text = C40.decode(value).replace(' ', '<');
        if (text.length() != FeatureRule.charactersInSeal(format)) {
            throw wrong(
                    rule,
                    "has " + text.length() + " characters; " + FeatureRule.charactersInSeal(format) + " are needed");
        }
        return Mrz.parse(format, text + "<".repeat(format.characters() - text.length()));
    }

    /** @throws IllegalArgumentException if the rule does not allow the text */
    public static byte[] write(FeatureRule rule, String text) {
        byte[] value = switch (rule.coding()) {
            case C40 -> C40.encode(pad(rule, text));
            case MRZ -> writeMrz(rule, text);
            case UTF8 -> text.getBytes(StandardCharsets.UTF_8);
            case UINT -> writeUint(rule, text);
            case DURATION -> writeDuration(rule, text);
            case UUID -> writeBytes(rule, text.replace("-", ""));
            case DAY, PERIOD -> DayText.write(rule, text);
            case BYTES -> writeBytes(rule, text);
        };
        try {
            // What is written must come back: the same rules, held in one place.
            if (!read(rule, value).equals(text)) {
                throw new IllegalArgumentException(rule.name() + " would not read back as it is given");
            }
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

    /** As short as the rule allows. */
    private static byte[] writeUint(FeatureRule rule, String text) {
        if (!text.matches("0|[1-9]\\d{0,9}") || Long.parseLong(text) > LARGEST_UINT) {
            throw new IllegalArgumentException(rule.name() + " is a whole number");
        }
        long number = Long.parseLong(text);
        int length = rule.minBytes();
        while (length < rule.maxBytes() && number >>> 8 * length != 0) {
            length++;
        }
        if (number >>> 8 * length != 0) {
            throw new IllegalArgumentException(rule.name() + " does not fit into " + rule.maxBytes() + " bytes");
        }
        byte[] value = new byte[length];
        for (int i = length - 1; i >= 0; i--, number >>>= 8) {
            value[i] = (byte) number;
        }
        return value;
    }

    private static byte[] writeBytes(FeatureRule rule, String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(rule.name() + " is hexadecimal digits, two a byte", e);
        }
    }

    private static byte[] writeMrz(FeatureRule rule, String text) {
        MrzFormat format = rule.mrz().orElseThrow();
        try {
            Mrz mrz = Mrz.parse(format, text.replace("\n", ""));
            if (!mrz.faults().isEmpty()) {
                throw new IllegalArgumentException(rule.name() + " has wrong check digits: " + mrz.faults());
            }
            return C40.encode(mrz.characters().substring(0, FeatureRule.charactersInSeal(format)));
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

    static FormatException wrong(FeatureRule rule, String fault) {
        return FormatException.wrongFormat(RULE, "feature " + rule.name() + " " + fault);
    }
}
