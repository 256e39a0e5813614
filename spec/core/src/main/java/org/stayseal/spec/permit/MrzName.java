package org.stayseal.spec.permit;

/**
 * Fits a name into the name field (Doc 9303-3 4.6, parts 5 to 7; VDS-34). What does not fit is cut so that a letter stands last, which tells a reader that something may be missing.
 */
final class MrzName {

    private MrzName() {}

    /**
     * @param primary words of letters parted by {@code <}, not empty
     * @param secondary likewise, or empty
     * @param length of the name field
     */
    static String fit(String primary, String secondary, int length) {
        if (primary.isEmpty()) {
            throw new IllegalArgumentException("a name needs at least one letter in its primary identifier");
        }
        if (secondary.isEmpty()) {
            return filled(cut(primary, length), length);
        }
        String first = cut(primary, length - 3);
        return filled(first + "<<" + cut(secondary, length - first.length() - 2), length);
    }

    /** At most {@code length} characters of {@code words}, the last one a letter. */
    private static String cut(String words, int length) {
        if (words.length() <= length) {
            return words;
        }
        if (words.charAt(length - 1) != '<') {
            return words.substring(0, length);
        }
        // A filler would stand last: the word before it gives up a letter, so that the next word's first one moves
        // there.
        int end = length - 1;
        while (end > 0) {
            int start = words.lastIndexOf('<', end - 1) + 1;
            if (end - start > 1) {
                return (words.substring(0, end - 1) + words.substring(end)).substring(0, length);
            }
            end = start - 1;
        }
        return words.substring(0, length - 1);
    }

    private static String filled(String text, int length) {
        return text + "<".repeat(length - text.length());
    }
}
