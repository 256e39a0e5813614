package org.stayseal.spec.permit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names in the letters of the machine readable zone, by the tables of Doc 9303-3 section 6 (VDS-35): Latin, Cyrillic, and the Arabic letters in common use.
 *
 * <p>What this does not do: a letter that no table has is refused, never dropped. Where the person's travel document writes the name in Latin letters, that spelling is the one to give here: these
 * tables are for names without one.
 */
public final class Transliteration {

    private static final String DROPPED = "'’‘ʼ`´ʹʺ\u0640";
    private static final String PARTING = "-‐‑–—.,/·•";
    private static final char SHADDA = '\u0651';
    private static final char TEH_MARBUTA = '\u0629';

    private Transliteration() {}

    /** The same as {@link #toMrz(String, String)} for no particular language. */
    public static String toMrz(String name) {
        return toMrz(name, "");
    }

    /**
     * @param name one or more words
     * @param language code of ISO 639-1 for the exceptions of Cyrillic: {@code be}, {@code bg}, {@code mk}, {@code sr}, {@code uk}; others have none
     * @return words of A to Z parted by {@code <}; empty if there is no letter in it
     * @throws IllegalArgumentException for a character that no table has; the message gives its code point only
     */
    public static String toMrz(String name, String language) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        String previous = "";
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean first = out.length() == 0 || out.charAt(out.length() - 1) == '<';
            if (c == SHADDA) {
                // Doubles the letter that it stands on.
                out.append(previous);
                continue;
            }
            String letters = c == TEH_MARBUTA && isLastOfWord(text, i) ? "XAH" : letters(c, first, language);
            // In normal form C a vowel mark stands between a letter and its shadda.
            previous = letters.isEmpty() ? previous : letters;
            out.append(letters);
        }
        return out.toString().replaceAll("<+", "<").replaceAll("^<|<$", "");
    }

    private static String letters(char c, boolean first, String language) {
        if (c >= 'A' && c <= 'Z') {
            return String.valueOf(c);
        }
        if (Character.isWhitespace(c) || PARTING.indexOf(c) >= 0) {
            return "<";
        }
        if (DROPPED.indexOf(c) >= 0) {
            return "";
        }
        return Optional.ofNullable(TransliterationTables.LATIN.get(c))
                .or(() -> Optional.ofNullable(TransliterationTables.cyrillic(c, first, language)))
                .or(() -> Optional.ofNullable(TransliterationTables.ARABIC.get(c)))
                .or(() -> withoutMarks(c))
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT, "no table for the machine readable zone has the character U+%04X", (int) c)));
    }

    /** Latin letters with marks that have no row of their own, such as Vietnamese ones: the letter below the marks. */
    private static Optional<String> withoutMarks(char c) {
        String letters =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        return letters.matches("[A-Z]+|")
                        && (!letters.isEmpty()
                                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS)
                ? Optional.of(letters)
                : Optional.empty();
    }

    private static boolean isLastOfWord(String text, int at) {
        return at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    }

    static Map<Character, String> table(String rows) {
        Map<Character, String> table = new java.util.HashMap<>();
        for (String row : rows.strip().split("\\s+")) {
            table.put(row.charAt(0), row.substring(1));
        }
        return Map.copyOf(table);
    }
}
