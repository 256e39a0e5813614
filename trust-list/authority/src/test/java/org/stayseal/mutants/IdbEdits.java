package org.stayseal.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.signing.Signer;

/** Changes of an IDB in each of its layers: text, flag, zlib stream, header, messages, signature. */
final class IdbEdits {

    private static final String RULE = "mutant";
    private static final int PREFIX = 5;
    private static final int GROUP = 0x61;
    private static final int SIGNATURE = 0x7F;
    private static final int MOST = 4096;
    private static final String ZONE = "0123456789ABCXYZ<";
    private static final List<String> MESSAGES = List.of(
            "860110",
            "86010e",
            "8601ff",
            "8404f00007eb",
            "840400319f3b",
            "8404ff000000",
            "8206d9c819a51a47",
            "0001aa",
            "09046272737a",
            "83030a0b0c");

    private IdbEdits() {}

    static Edit changed(byte[] code, Signer signer, Dice dice) {
        String text = new String(code, StandardCharsets.ISO_8859_1);
        byte[] content;
        try {
            content = Base32.decode(text.substring(Math.min(PREFIX, text.length())), RULE);
            if (isCompressed(text)) {
                content = BoundedInflate.inflate(content, MOST, 100, RULE);
            }
        } catch (FormatException e) {
            return new Edit("text", TextEdits.changed(code, dice));
        }
        if (text.length() < PREFIX || content.length < 8) {
            return new Edit("text", TextEdits.changed(code, dice));
        }
        return switch (dice.below(12)) {
            case 0 -> new Edit("text", TextEdits.changed(code, dice));
            case 1 -> new Edit("flag", flagged(text, dice));
            case 2 -> new Edit("content bytes", text(text.charAt(4), ByteEdits.changed(content, dice)));
            case 3 -> new Edit("zlib stream", stream(content, dice));
            default -> parts(text, content, signer, dice);
        };
    }

    private static boolean isCompressed(String text) {
        return text.length() >= PREFIX && "CD".indexOf(text.charAt(4)) >= 0;
    }

    private static byte[] flagged(String text, Dice dice) {
        String start = dice.of(List.of("RDB1", "NDB1", "RDB2", "rdb1"));
        return (start + dice.of(List.of("A", "B", "C", "D", "E", "Z", "a", "0", "")) + text.substring(PREFIX))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] stream(byte[] content, Dice dice) {
        byte[] stream = BoundedInflate.deflate(content);
        return ("RDB1D" + Base32.encode(dice.oneIn(3) ? stream : ByteEdits.changed(stream, dice)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] text(char flag, byte[] content) {
        boolean compressed = flag == 'C' || flag == 'D';
        return ("RDB1" + flag + Base32.encode(compressed ? BoundedInflate.deflate(content) : content))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Edit parts(String text, byte[] content, Signer signer, Dice dice) {
        int group = groupAt(content, text.charAt(4));
        int[] place = group < 0 ? new int[0] : element(content, group);
        if (place.length == 0 || place[1] > content.length) {
            return new Edit("content bytes", text(text.charAt(4), ByteEdits.changed(content, dice)));
        }
        byte[] header = Arrays.copyOf(content, group);
        byte[] messages = Arrays.copyOfRange(content, place[0], place[1]);
        byte[] rest = Arrays.copyOfRange(content, place[1], content.length);
        String what;
        switch (dice.below(8)) {
            case 0, 1 -> {
                header = header(header, dice);
                what = "header";
            }
            case 2 -> {
                rest = ByteEdits.changed(rest, dice);
                return new Edit("signature zone", text(text.charAt(4), joined(header, tlv(GROUP, messages), rest)));
            }
            case 3, 4 -> {
                messages = zone(messages, dice);
                what = "characters";
            }
            case 5 -> {
                byte[] more = HexFormat.of().parseHex(dice.of(MESSAGES));
                messages = dice.oneIn(2) ? joined(messages, more) : joined(more, messages);
                what = "message more";
            }
            case 6 -> {
                messages = fewer(messages, dice);
                what = "messages";
            }
            default -> {
                messages = ByteEdits.changed(messages, dice);
                what = "message bytes";
            }
        }
        byte[] signed = joined(header, tlv(GROUP, messages));
        if (rest.length > 0 && !dice.oneIn(4)) {
            rest = tlv(SIGNATURE, signer.sign(signed));
            what += ", signed again";
        }
        return new Edit(what, text(text.charAt(4), joined(signed, rest)));
    }

    private static int groupAt(byte[] content, char flag) {
        int at = "AC".indexOf(flag) >= 0 ? 2 : content[8] == 0 ? 12 : 11;
        return at < content.length && content[at] == GROUP ? at : -1;
    }

    /** Where the value of the element at {@code at} begins and ends; empty if that cannot be read. */
    private static int[] element(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return new int[0];
        }
        int first = bytes[at + 1] & 0xFF;
        if (first < 0x80) {
            return new int[] {at + 2, at + 2 + first};
        }
        if (first == 0x81 && at + 2 < bytes.length) {
            return new int[] {at + 3, at + 3 + (bytes[at + 2] & 0xFF)};
        }
        return first == 0x82 && at + 3 < bytes.length
                ? new int[] {at + 4, at + 4 + (bytes[at + 2] & 0xFF) * 256 + (bytes[at + 3] & 0xFF)}
                : new int[0];
    }

    private static byte[] header(byte[] header, Dice dice) {
        if (header.length < 11 || dice.oneIn(2)) {
            return ByteEdits.changed(header, dice);
        }
        int number = dice.below(14) * 1_000_000 + dice.below(33) * 10_000 + 1899 + dice.below(1102);
        byte[] date = {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
        byte[] start = Arrays.copyOf(header, 8);
        return dice.oneIn(2) ? joined(start, date) : joined(start, new byte[] {(byte) (dice.oneIn(4) ? 1 : 0)}, date);
    }

    /** One character in the first value that is long enough to be a zone, or another number of any. */
    private static byte[] zone(byte[] messages, Dice dice) {
        for (int at = 0, n = 0; at < messages.length && n < 20; n++) {
            int[] place = element(messages, at);
            if (place.length == 0 || place[1] > messages.length) {
                break;
            }
            if (place[1] - place[0] >= 44 && place[1] - place[0] <= 60 || dice.oneIn(3)) {
                byte[] value = Arrays.copyOfRange(messages, place[0], place[1]);
                try {
                    StringBuilder text = new StringBuilder(C40.decode(value));
                    text.setCharAt(dice.below(text.length()), ZONE.charAt(dice.below(ZONE.length())));
                    return ByteEdits.spliced(messages, place[0], place[1], C40.encode(text.toString()));
                } catch (FormatException | IndexOutOfBoundsException e) {
                    return ByteEdits.spliced(messages, place[0], place[1], ByteEdits.changed(value, dice));
                }
            }
            at = place[1];
        }
        return ByteEdits.changed(messages, dice);
    }

    /** Without the first message, or with it once more, or at the end. */
    private static byte[] fewer(byte[] messages, Dice dice) {
        int[] place = element(messages, 0);
        if (place.length == 0 || place[1] > messages.length) {
            return new byte[0];
        }
        byte[] first = Arrays.copyOf(messages, place[1]);
        byte[] others = Arrays.copyOfRange(messages, place[1], messages.length);
        return switch (dice.below(3)) {
            case 0 -> others;
            case 1 -> joined(messages, first);
            default -> joined(others, first);
        };
    }

    private static byte[] tlv(int tag, byte[] value) {
        return joined(new byte[] {(byte) tag}, DerLength.encode(value.length), value);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
