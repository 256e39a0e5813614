package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;

/**
 * CBOR (RFC 8949), item by item, with the names that docs 30 gives to keys.
 *
 * <p>It reads any definite-length CBOR within the bounds, also what the strict decoder refuses: it is for looking, not for judging.
 */
final class CborListing {

    private static final String PROTECTED = "protected header";
    private static final String PAYLOAD = "payload";

    private final Listing listing;
    private final byte[] bytes;
    private final CborNames names;
    private int at;

    private CborListing(Listing listing, byte[] bytes, CborNames names) {
        this.listing = listing;
        this.bytes = bytes;
        this.names = names;
    }

    /** Lists a whole credential, or a live code with the credential in it. Offsets inside the protected header and the payload are counted from their own beginning. */
    static void print(Listing listing, byte[] credential) throws FormatException {
        new CborListing(listing, credential, CborNames.NONE).print();
    }

    private void print() throws FormatException {
        item(new Place(0, "", "", names));
        if (at < bytes.length) {
            listing.row(bytes, at, bytes.length, "bytes after the end");
        }
    }

    /**
     * Where an item is.
     *
     * @param depth how far it is indented
     * @param label what it is called
     * @param key the key of the map under which it is, as text
     * @param names of that map
     */
    private record Place(int depth, String label, String key, CborNames names) {
        String words(String words) {
            return "  ".repeat(depth) + (label.isEmpty() ? words : label + " " + words);
        }

        Place in(String what, String newKey, CborNames newNames) {
            return new Place(depth + 1, what, newKey, newNames);
        }
    }

    /** Lists one item and what is in it, and gives it as text, which is how a key finds its name. */
    private String item(Place place) throws FormatException {
        if (place.depth() > Limits.value("maxCborDepth") + 4) {
            throw FormatException.wrongFormat("CRED-11", "nested too deep");
        }
        int start = at;
        int first = next();
        long argument = argument(first & 0x1F);
        switch (first >> 5) {
            case 0 -> {
                return number(start, place, argument);
            }
            case 1 -> {
                return number(start, place, -1 - argument);
            }
            case 2 -> {
                return string(start, false, argument, place);
            }
            case 3 -> {
                return string(start, true, argument, place);
            }
            case 4 -> {
                listing.row(bytes, start, at, place.words("array of " + argument));
                for (long i = 0; i < argument; i++) {
                    item(place.in(place.depth() == 1 ? envelope(i) : "[" + i + "]", "", CborNames.NONE));
                }
                return "";
            }
            case 5 -> {
                listing.row(bytes, start, at, place.words("map of " + argument));
                CborNames inside = place.depth() == 0 ? names : place.names().inside(place.key());
                for (long i = 0; i < argument; i++) {
                    String key = item(place.in("key", "", CborNames.NONE));
                    item(place.in((inside.of(key) + " =").strip(), key, inside));
                }
                return "";
            }
            case 6 -> {
                listing.row(bytes, start, at, place.words("tag " + argument + (argument == 18 ? ", COSE_Sign1" : "")));
                return item(place.in("", "", CborNames.NONE));
            }
            default -> {
                listing.row(bytes, start, at, place.words(simple(argument)));
                return "";
            }
        }
    }

    private String number(int start, Place place, long number) {
        listing.row(bytes, start, at, place.words(place.names().explained(place.key(), number)));
        return Long.toString(number);
    }

    private String string(int start, boolean isText, long length, Place place) throws FormatException {
        if (length > bytes.length - at) {
            throw FormatException.wrongFormat("CRED-10", "a string goes beyond the end, at byte " + start);
        }
        byte[] value = Arrays.copyOfRange(bytes, at, at + (int) length);
        boolean isPayload = place.label().equals(PAYLOAD);
        if (isPayload || place.label().equals(PROTECTED)) {
            listing.row(bytes, start, at, place.words("of " + length + " bytes, with offsets of its own:"));
            new CborListing(listing, value, isPayload ? CborNames.CLAIMS : CborNames.HEADER).print();
            at += (int) length;
            return "";
        }
        if (!isText && place.key().equals(CborNames.SHOWN)) {
            listing.row(bytes, start, at, place.words("of " + length + " bytes, with offsets of its own:"));
            print(listing, value);
            at += (int) length;
            return "";
        }
        at += (int) length;
        String text = isText ? Printable.of(new String(value, StandardCharsets.UTF_8)) : "";
        listing.row(bytes, start, at, place.words(isText ? '"' + text + '"' : length + " bytes"));
        return text;
    }

    private static String envelope(long index) {
        return switch ((int) index) {
            case 0 -> PROTECTED;
            case 1 -> "unprotected header";
            case 2 -> PAYLOAD;
            case 3 -> "signature,";
            default -> "[" + index + "]";
        };
    }

    private static String simple(long argument) {
        return switch ((int) argument) {
            case 20 -> "false";
            case 21 -> "true";
            case 22 -> "null";
            default -> "simple or float " + argument;
        };
    }

    private int next() throws FormatException {
        if (at >= bytes.length) {
            throw FormatException.wrongFormat("CRED-10", "it ends in the middle of an item");
        }
        return bytes[at++] & 0xFF;
    }

    private long argument(int information) throws FormatException {
        if (information < 24) {
            return information;
        }
        if (information > 27) {
            throw FormatException.wrongFormat("CRED-10", "indefinite or reserved length at byte " + (at - 1));
        }
        long value = 0;
        for (int i = 0; i < 1 << (information - 24); i++) {
            value = value << 8 | next();
        }
        if (value < 0) {
            throw FormatException.wrongFormat("CRED-10", "a number beyond 63 bits at byte " + (at - 1));
        }
        return value;
    }
}
