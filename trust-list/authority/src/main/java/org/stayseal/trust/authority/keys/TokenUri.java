package org.stayseal.trust.authority.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A key in a PKCS#11 token, as RFC 7512 writes it: {@code pkcs11:token=root-1;object=root-1?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/run/pin}.
 *
 * <p>Of the attributes, {@code token} and {@code object} are needed, {@code serial} may narrow the token, {@code type} may be {@code private} or {@code cert}; {@code module-path} is
 * needed, since nothing here looks for libraries by itself. Any other attribute is refused: one that is overlooked would name another key than was meant. {@code pin-value} is refused
 * because a command line is for everyone to read.
 *
 * @param token the token's label
 * @param serial the token's serial number, where it is given
 * @param object the label of the key
 * @param module the library of the token's maker
 * @param pinSource the file that holds the PIN, where it is given
 */
public record TokenUri(String token, Optional<String> serial, String object, Path module, Optional<Path> pinSource) {

    static final String SCHEME = "pkcs11:";
    private static final Set<String> PATH = Set.of("token", "serial", "object", "type");
    private static final Set<String> QUERY = Set.of("module-path", "pin-source");
    private static final String SHAPE =
            "write pkcs11:token=LABEL;object=LABEL?module-path=LIBRARY, and &pin-source=file:PATH where the PIN is in a file";

    static TokenUri read(String text) throws KeyFault {
        String rest = text.substring(SCHEME.length());
        int mark = rest.indexOf('?');
        Map<String, String> path = attributes(mark < 0 ? rest : rest.substring(0, mark), ";", PATH);
        Map<String, String> query = attributes(mark < 0 ? "" : rest.substring(mark + 1), "&", QUERY);
        String type = path.getOrDefault("type", "private");
        if (!type.equals("private") && !type.equals("cert")) {
            throw new KeyFault("a token's URI of type " + type + " names no key that signs", SHAPE);
        }
        try {
            return new TokenUri(
                    needed(path, "token"),
                    Optional.ofNullable(path.get("serial")),
                    needed(path, "object"),
                    Path.of(needed(query, "module-path")),
                    pinSource(query));
        } catch (InvalidPathException e) {
            throw new KeyFault("a token's URI with a path that is none", SHAPE);
        }
    }

    private static Optional<Path> pinSource(Map<String, String> query) throws KeyFault {
        String source = query.get("pin-source");
        if (source == null) {
            return Optional.empty();
        }
        String path = source.startsWith("file://") ? source.substring(7) : source.replaceFirst("^file:", "");
        if (path.isEmpty() || path.startsWith("|")) {
            throw new KeyFault("pin-source names no file; programs are not started for a PIN", SHAPE);
        }
        return Optional.of(Path.of(path));
    }

    private static String needed(Map<String, String> attributes, String name) throws KeyFault {
        String value = attributes.get(name);
        if (value == null || value.isEmpty()) {
            throw new KeyFault("a token's URI without " + name, SHAPE);
        }
        return value;
    }

    private static Map<String, String> attributes(String part, String separator, Set<String> known) throws KeyFault {
        Map<String, String> read = new TreeMap<>();
        Set<String> names = new HashSet<>();
        for (String attribute : part.isEmpty() ? new String[0] : part.split(separator, -1)) {
            int equals = attribute.indexOf('=');
            String name = equals < 0 ? "" : attribute.substring(0, equals).toLowerCase(Locale.ROOT);
            if (name.equals("pin-value")) {
                throw new KeyFault(
                        "a PIN in a token's URI: others on this machine can read it",
                        "change that PIN; then give pin-source=file:PATH, or nothing and type it when asked");
            }
            if (!known.contains(name)) {
                throw new KeyFault("a token's URI with an attribute that is not known here: " + attribute, SHAPE);
            }
            if (!names.add(name)) {
                throw new KeyFault("a token's URI names " + name + " twice", SHAPE);
            }
            read.put(name, decoded(attribute.substring(equals + 1)));
        }
        return read;
    }

    private static String decoded(String value) throws KeyFault {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new KeyFault("a token's URI with % and no two hex digits behind it", SHAPE);
            }
            out.write(high * 16 + low);
            i += 2;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
            if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
                throw new KeyFault("a token's URI with a control character", SHAPE);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new KeyFault("a token's URI that is not UTF-8", SHAPE);
        }
    }

    /** The same key without where its PIN is: for messages, reports and ceremonies. */
    @Override
    public String toString() {
        return SCHEME + "token=" + encoded(token)
                + serial.map(number -> ";serial=" + encoded(number)).orElse("") + ";object=" + encoded(object)
                + "?module-path=" + encoded(module.toString());
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || "-._~/:@".indexOf(b) >= 0;
            out.append(
                    plain
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return out.toString();
    }
}
