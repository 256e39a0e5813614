package org.stayseal.spec.signing;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stayseal.spec.FormatException;

/**
 * One element of DER (X.690) where it stands, and whether all that it holds is DER (TRUST-49). The provider reads more than that, and some of it late.
 *
 * @param bytes what it is part of
 * @param start where its tag is
 * @param content where its content begins
 * @param end after its content
 */
record Der(byte[] bytes, int start, int content, int end) {

    static final String RULE = "TRUST-49";

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_OID = 64;
    /** As many bytes of length as 16 MiB need. */
    private static final int MAX_LENGTH_BYTES = 3;

    /** The one element that these bytes are, with nothing after it. */
    static Der only(byte[] bytes) throws FormatException {
        Der element = at(bytes, 0, bytes.length);
        if (element.end != bytes.length) {
            throw malformed("bytes after the end");
        }
        return element;
    }

    private static Der at(byte[] bytes, int start, int limit) throws FormatException {
        if (start + 2 > limit || (bytes[start] & 0x1F) == 0x1F) {
            throw malformed("a cut element, or a tag of several bytes");
        }
        int first = bytes[start + 1] & 0xFF;
        int content = start + 2;
        int length = first;
        if (first >= 0x80) {
            int count = first & 0x7F;
            if (count < 1 || count > MAX_LENGTH_BYTES || content + count > limit) {
                throw malformed("a length of an unusable form");
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | bytes[content + i] & 0xFF;
            }
            if (length < 0x80 || length < 1 << 8 * (count - 1)) {
                throw malformed("a length longer than needed");
            }
            content += count;
        }
        if (length > limit - content) {
            throw malformed("an element longer than its frame");
        }
        return new Der(bytes, start, content, content + length);
    }

    int tag() {
        return bytes[start] & 0xFF;
    }

    int length() {
        return end - content;
    }

    /** The content; a copy. */
    byte[] value() {
        return Arrays.copyOfRange(bytes, content, end);
    }

    /** Tag, length and content; a copy. */
    byte[] whole() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** This element, which must have this tag. */
    Der of(int tag) throws FormatException {
        if (tag() != tag) {
            throw malformed("an element of another kind than expected");
        }
        return this;
    }

    /** The elements of a constructed one, in order. */
    List<Der> parts() throws FormatException {
        List<Der> parts = new ArrayList<>();
        for (int at = content; at < end; ) {
            Der part = at(bytes, at, end);
            parts.add(part);
            at = part.end;
        }
        return parts;
    }

    /** The elements of a constructed one that must have this many. */
    List<Der> parts(int count) throws FormatException {
        List<Der> parts = parts();
        if (parts.size() != count) {
            throw malformed("another number of elements than expected");
        }
        return parts;
    }

    /** Refuses anything in here that is no DER, but for what octet and bit strings hold. */
    Der requireDer() throws FormatException {
        requireDer(1);
        return this;
    }

    private void requireDer(int depth) throws FormatException {
        boolean good = switch (tag()) {
            case BOOLEAN -> length() == 1 && (bytes[content] == 0 || bytes[content] == -1);
            case INTEGER, 0x0A -> isShortestInteger();
            case BIT_STRING -> isBitString();
            case 0x05 -> length() == 0;
            case OID -> isOid();
            case 0x17, 0x18 -> isTime();
            case 0x1E -> length() % 2 == 0;
            case OCTET_STRING, 0x0C, 0x12, 0x13, 0x14, 0x15, 0x16, 0x19, 0x1A, 0x1B, 0x1C -> true;
            case SEQUENCE -> partsAreDer(depth);
            case SET -> partsAreDer(depth) && isAscending();
            default -> (tag() & 0xC0) == 0x80 && ((tag() & 0x20) == 0 || length() > 0 && partsAreDer(depth));
        };
        if (!good) {
            throw malformed("an element that is not DER");
        }
    }

    private boolean partsAreDer(int depth) throws FormatException {
        if (depth == MAX_DEPTH) {
            throw malformed("nested too deep");
        }
        for (int at = content; at < end; ) {
            Der part = at(bytes, at, end);
            part.requireDer(depth + 1);
            at = part.end;
        }
        return true;
    }

    private boolean isShortestInteger() {
        return length() == 1
                || length() > 1
                        && !(bytes[content] == 0 && bytes[content + 1] >= 0)
                        && !(bytes[content] == -1 && bytes[content + 1] < 0);
    }

    /** Also for one that is implicitly tagged. */
    boolean isBitString() {
        if (length() == 0) {
            return false;
        }
        int unused = bytes[content];
        return unused == 0 || unused > 0 && unused < 8 && length() > 1 && (bytes[end - 1] & (1 << unused) - 1) == 0;
    }

    private boolean isOid() {
        boolean first = true;
        for (int at = content; at < end; at++) {
            if (first && bytes[at] == (byte) 0x80) {
                return false;
            }
            first = bytes[at] >= 0;
        }
        return length() > 0 && length() <= MAX_OID && first;
    }

    /** UTCTime until 2049, GeneralizedTime from 2050 on, both with seconds and Z and without a fraction (RFC 5280 4.1.2.5). */
    private boolean isTime() {
        int digits = tag() == 0x17 ? 12 : 14;
        if (length() != digits + 1 || bytes[end - 1] != 'Z') {
            return false;
        }
        for (int at = content; at < end - 1; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        int rest = end - 11;
        int year =
                digits == 14 ? 100 * two(content) + two(content + 2) : two(content) + (two(content) < 50 ? 2000 : 1900);
        try {
            LocalDateTime.of(year, two(rest), two(rest + 2), two(rest + 4), two(rest + 6), two(rest + 8));
        } catch (DateTimeException e) {
            return false;
        }
        return digits == 12 || year >= 2050;
    }

    private int two(int at) {
        return 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
    }

    /** The order of a SET OF in DER (X.690 11.6). */
    private boolean isAscending() throws FormatException {
        byte[] last = new byte[0];
        for (Der part : parts()) {
            byte[] next = part.whole();
            if (Arrays.compareUnsigned(last, next) > 0) {
                return false;
            }
            last = next;
        }
        return true;
    }

    static FormatException malformed(String what) {
        return FormatException.wrongFormat(RULE, what);
    }
}
