package org.stayseal.issuer.carrier;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The scripts that the embedded fonts set correctly. Scripts that join, stack or run from right to left need shaping that the PDF writer does
 * not do: a name printed with broken letters would be worse than the hint that the code has it.
 */
final class Scripts {
    private static final Set<UnicodeScript> PRINTED = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);
    /** Beyond it, COMMON is symbols and pictures for which there is no glyph. */
    private static final int LAST_PUNCTUATION = 0x206F;

    private Scripts() {}

    /** Whether this text can be printed as it is. */
    static boolean canPrint(String text) {
        return text.codePoints().allMatch(Scripts::canPrint);
    }

    private static boolean canPrint(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        if (script == UnicodeScript.COMMON) {
            return codePoint <= LAST_PUNCTUATION || codePoint == '€' || codePoint == '№';
        }
        return PRINTED.contains(script);
    }
}
