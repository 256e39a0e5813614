package org.stayseal.trust.authority.pkd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stayseal.spec.FormatException;

/** The lines of an LDIF file, unfolded, without comments; an empty text stands between records (TRUST-115). */
final class LdifLines {

    private static final String RULE = LdifReader.RULE;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private final byte[] file;
    private final int longest;
    private int at;

    LdifLines(byte[] file, int longest) {
        this.file = file;
        this.longest = longest;
    }

    /** The next one; empty at the end of the file. */
    Optional<String> next() throws FormatException {
        while (at < file.length) {
            String line = unfolded();
            if (!line.startsWith("#")) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private String unfolded() throws FormatException {
        if (file[at] == ' ') {
            throw FormatException.wrongFormat(RULE, "a continuation of nothing at byte " + at);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        physical(line);
        while (line.size() > 0 && at < file.length && file[at] == ' ') {
            at++;
            physical(line);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private void physical(ByteArrayOutputStream line) throws FormatException {
        int start = at;
        while (at < file.length && file[at] >= FIRST_PRINTABLE && file[at] <= LAST_PRINTABLE) {
            at++;
        }
        line.write(file, start, at - start);
        if (line.size() > longest) {
            throw FormatException.wrongFormat(RULE, "a line of more than " + longest + " characters");
        }
        if (at < file.length && file[at] == '\r') {
            at++;
        }
        if (at >= file.length || file[at] != '\n') {
            throw FormatException.wrongFormat(
                    RULE, "a line that does not end, or a byte that is not printable ASCII, at byte " + at);
        }
        at++;
    }
}
