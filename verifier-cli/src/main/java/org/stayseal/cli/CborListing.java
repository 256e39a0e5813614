package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;

/**
 * CBOR (RFC 8949), item by item, with the names that docs 30 gives to keys.
 *
 * <p>It reads any definite-length CBOR within the bounds, also what the strict decoder refuses: it is for looking, not for judging.
 */
final class CborListing {

    private static final Map<String, String> CLAIMS = Map.of(
            "1", "iss, issuing country",
            "4", "exp, the document is over at",
            "5", "nbf, the document begins at",
            "6", "iat, signed on",
            "7", "cti, the credential's identity",
            "8", "cnf, device key",
            "169", "person",
            "65535", "status",
            "-65537", "permit");

    private static final Map<String, String> HEADER = Map.of("1", "alg", "4", "kid", "16", "typ");

    private final Listing listing;
    private final byte[] bytes;
    private final Map<String, String> keys;
    private int at;

    private CborListing(Listing listing, byte[] bytes, Map<String, String> keys) {
        this.listing = listing;
        this.bytes = bytes;
        this.keys = keys;
    }

    /** Lists a whole credential. Offsets inside the protected header and the payload are counted from their own beginning. */
    static void print(Listing listing, byte[] credential) throws FormatException {
        new CborListing(listing, credential, Map.of()).print();
    }

    private void print() throws FormatException {
        item(0, "");
        if (at < bytes.length) {
            listing.row(bytes, at, bytes.length, "bytes after the end");
        }
    }

    /** Lists one item and what is in it; {@code path} is where it is, such as {@code payload/169}. */
    private String item(int depth, String path) throws FormatException {
        if (depth > Limits.value("maxCborDepth") + 4) {
            throw FormatException.wrongFormat("CRED-11", "nested too deep");
        }
        int start = at;
        int first = next();
        int major = first >> 5;
        long argument = argument(first & 0x1F);
        String indent = "  ".repeat(depth);
        switch (major) {
            case 0 -> {
                return leaf(start, indent, path, Long.toString(argument));
            }
            case 1 -> {
                return leaf(start, indent, path, Long.toString(-1 - argument));
            }
            case 2, 3 -> {
                return string(start, major, argument, depth, path);
            }
            case 4 -> {
                listing.row(bytes, start, at, indent + path + " array of " + argument);
                for (long i = 0; i < argument; i++) {
                    item(depth + 1, depth == 1 ? envelope(i) : "[" + i + "]");
                }
                return "";
            }
            case 5 -> {
                listing.row(bytes, start, at, indent + path + " map of " + argument);
                for (long i = 0; i < argument; i++) {
                    String key = item(depth + 1, "key");
                    item(depth + 1, "= " + (depth == 0 ? keys.getOrDefault(key, "") : ""));
                }
                return "";
            }
            case 6 -> {
                listing.row(
                        bytes, start, at, indent + path + " tag " + argument + (argument == 18 ? ", COSE_Sign1" : ""));
                return item(depth + 1, "");
            }
            default -> {
                return leaf(start, indent, path, simple(argument));
            }
        }
    }

    private String string(int start, int major, long length, int depth, String path) throws FormatException {
        if (length > bytes.length - at) {
            throw FormatException.wrongFormat("CRED-10", "a string goes beyond the end, at byte " + start);
        }
        byte[] value = Arrays.copyOfRange(bytes, at, at + (int) length);
        String indent = "  ".repeat(depth);
        boolean inner = path.equals("protected header") || path.equals("payload");
        if (inner) {
            listing.row(bytes, start, at, indent + path + ", " + length + " bytes:");
            new CborListing(listing, value, path.equals("payload") ? CLAIMS : HEADER).print();
            at += (int) length;
            return "";
        }
        at += (int) length;
        String words = major == 3
                ? '"' + new String(value, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "\uFFFD") + '"'
                : length + " bytes";
        return leaf(start, indent, path, words);
    }

    private String leaf(int start, String indent, String path, String words) {
        listing.row(bytes, start, at, indent + path + " " + words);
        return words;
    }

    private static String envelope(long index) {
        return switch ((int) index) {
            case 0 -> "protected header";
            case 1 -> "unprotected header";
            case 2 -> "payload";
            case 3 -> "signature";
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
