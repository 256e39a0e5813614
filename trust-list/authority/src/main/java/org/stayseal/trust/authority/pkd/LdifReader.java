package org.stayseal.trust.authority.pkd;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stayseal.spec.FormatException;

/** Reads the content records of an LDIF file (RFC 2849, TRUST-115): strictly, within bounds, and nothing that would have to be fetched. */
public final class LdifReader {

    static final String RULE = "TRUST-115";
    /** The whole directory of ICAO has about 80,000,000 bytes. */
    static final int MAX_BYTES = 268_435_456;

    static final int MAX_ENTRIES = 100_000;
    private static final int MAX_ATTRIBUTES = 64;
    private static final int MAX_DN = 4_096;
    private static final int MAX_VALUE = 16_777_216;
    /** A value in base64, its description and the two colons. */
    private static final int MAX_LINE = MAX_VALUE / 3 * 4 + 1_024;

    private LdifReader() {}

    /**
     * @param file at most 268,435,456 bytes
     * @return the entries in the order of the file; none for a file of comments alone
     * @throws FormatException for any other form; {@code UNSUPPORTED} for changes, controls, values by URL and other versions
     */
    public static List<LdifEntry> read(byte[] file) throws FormatException {
        if (file.length > MAX_BYTES) {
            throw FormatException.wrongFormat(RULE, "a file of more than " + MAX_BYTES + " bytes");
        }
        LdifLines lines = new LdifLines(file, MAX_LINE);
        List<LdifEntry> entries = new ArrayList<>();
        List<String> record = new ArrayList<>();
        boolean first = true;
        Optional<String> line;
        while ((line = lines.next()).isPresent()) {
            String text = line.get();
            if (first && text.startsWith("version:")) {
                requireVersion(text);
            } else if (!text.isEmpty()) {
                record.add(text);
                if (record.size() > MAX_ATTRIBUTES + 1) {
                    throw FormatException.wrongFormat(RULE, "an entry of more than " + MAX_ATTRIBUTES + " attributes");
                }
            } else if (!record.isEmpty()) {
                add(entries, record);
            }
            first = first && text.isEmpty();
        }
        if (!record.isEmpty()) {
            add(entries, record);
        }
        return entries;
    }

    private static void requireVersion(String line) throws FormatException {
        if (!line.substring("version:".length()).strip().equals("1")) {
            throw FormatException.unsupported(RULE, "LDIF of another version than 1");
        }
    }

    private static void add(List<LdifEntry> entries, List<String> record) throws FormatException {
        if (entries.size() >= MAX_ENTRIES) {
            throw FormatException.wrongFormat(RULE, "more than " + MAX_ENTRIES + " entries");
        }
        entries.add(entry(record, entries.size()));
        record.clear();
    }

    private static LdifEntry entry(List<String> record, int number) throws FormatException {
        LdifAttribute name = attribute(record.get(0), number);
        if (!name.description().equals("dn")) {
            throw FormatException.wrongFormat(RULE, "entry " + number + " does not begin with dn");
        }
        String dn = text(name, number);
        if (dn.isEmpty() || dn.length() > MAX_DN) {
            throw FormatException.wrongFormat(RULE, "the name of entry " + number + " is empty or too long");
        }
        List<LdifAttribute> attributes = new ArrayList<>();
        for (String line : record.subList(1, record.size())) {
            attributes.add(content(attribute(line, number), number));
        }
        if (attributes.isEmpty()) {
            throw FormatException.wrongFormat(RULE, "entry " + number + " has no attributes");
        }
        return new LdifEntry(dn, attributes);
    }

    private static LdifAttribute content(LdifAttribute attribute, int number) throws FormatException {
        switch (attribute.description().toLowerCase(Locale.ROOT)) {
            case "changetype", "control" ->
                throw FormatException.unsupported(RULE, "entry " + number + " is a change, not content");
            case "dn", "version" ->
                throw FormatException.wrongFormat(RULE, "entry " + number + " goes on with another, or a version");
            default -> {
                return attribute;
            }
        }
    }

    private static LdifAttribute attribute(String line, int number) throws FormatException {
        int colon = line.indexOf(':');
        if (colon < 0 || !LdifAttribute.isDescription(line.substring(0, colon))) {
            throw FormatException.wrongFormat(RULE, "entry " + number + " has a line without an attribute");
        }
        String description = line.substring(0, colon);
        String rest = line.substring(colon + 1);
        if (rest.startsWith("<")) {
            throw FormatException.unsupported(RULE, "entry " + number + " has a value that is to be fetched");
        }
        if (rest.startsWith(":")) {
            return LdifAttribute.of(description, base64(withoutFill(rest.substring(1)), number));
        }
        String value = withoutFill(rest);
        if (value.startsWith(":") || value.startsWith("<")) {
            throw FormatException.wrongFormat(RULE, "entry " + number + " has a text that must be in base64");
        }
        if (value.length() > MAX_VALUE) {
            throw FormatException.wrongFormat(RULE, "entry " + number + " has a value that is too long");
        }
        return LdifAttribute.of(description, value);
    }

    private static String withoutFill(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return text.substring(at);
    }

    /** In its only form: decoded and encoded again it is the same. */
    private static byte[] base64(String text, int number) throws FormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length <= MAX_VALUE
                    && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through: both faults are the same to a reader
        }
        throw FormatException.wrongFormat(RULE, "entry " + number + " has a value that is not base64 in its only form");
    }

    private static String text(LdifAttribute attribute, int number) throws FormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(attribute.value()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FormatException.wrongFormat(RULE, "the name of entry " + number + " is not UTF-8");
        }
    }
}
