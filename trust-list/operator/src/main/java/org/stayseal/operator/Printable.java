package org.stayseal.operator;

import java.util.regex.Pattern;

/** Text out of a document or from a caller, made harmless for a terminal. */
final class Printable {

    /** Control characters could drive the terminal; direction marks could reorder what stands beside them. Joiners stay: names need them. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private Printable() {}

    /** One line: each character that is not to be printed becomes U+FFFD. */
    static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
