package org.stayseal.spec.idb;

import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.registry.Limits;

/** The text around the content: identifier, flag, Base32, zlib (part 1 of docs 21). */
final class IdbText {

    static final int IDENTIFIER_LENGTH = 4;
    static final int MAX_BYTES = Limits.value("maxIdbBytes");
    private static final int MAX_RATIO = Limits.value("maxInflateRatio");
    private static final String WRITTEN = "RDB1";
    private static final String EARLIER = "NDB1";
    private static final int SIGNED = 1;
    private static final int COMPRESSED = 2;
    private static final Pattern PADDING = Pattern.compile("={1,6}$");

    private IdbText() {}

    static boolean begins(String text) {
        return text.startsWith(WRITTEN) || text.startsWith(EARLIER);
    }

    /** 0 to 3: bit 0 signed, bit 1 compressed. */
    static int flag(String text) throws FormatException {
        char flag = text.length() > IDENTIFIER_LENGTH ? text.charAt(IDENTIFIER_LENGTH) : ' ';
        if (flag >= 'A' && flag <= 'D') {
            return flag - 'A';
        }
        if (flag > 'D' && flag <= 'Z') {
            throw FormatException.unsupported("IDB-2", "a flag that this version does not know");
        }
        throw FormatException.wrongFormat("IDB-2", "no flag after the identifier");
    }

    static boolean isSigned(int flag) {
        return (flag & SIGNED) != 0;
    }

    static byte[] content(String text, int flag, Set<IdbDeviation> allowed, Set<IdbDeviation> met)
            throws FormatException {
        String base32 = text.substring(IDENTIFIER_LENGTH + 1);
        if (allowed.contains(IdbDeviation.PADDED) && base32.endsWith("=")) {
            base32 = PADDING.matcher(base32).replaceFirst("");
            met.add(IdbDeviation.PADDED);
        }
        byte[] bytes = Base32.decode(base32, "IDB-3");
        if ((flag & COMPRESSED) != 0) {
            return BoundedInflate.inflate(bytes, MAX_BYTES, MAX_RATIO, "IDB-4");
        }
        if (bytes.length > MAX_BYTES) {
            throw FormatException.wrongFormat(
                    "IDB-5", "content of " + bytes.length + " bytes; at most " + MAX_BYTES + " are read");
        }
        return bytes;
    }

    static String write(byte[] content, boolean signed, boolean compressed) {
        char flag = (char) ('A' + (signed ? SIGNED : 0) + (compressed ? COMPRESSED : 0));
        return WRITTEN + flag + Base32.encode(compressed ? BoundedInflate.deflate(content) : content);
    }
}
