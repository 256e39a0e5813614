package org.stayseal.spec.verify;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stayseal.spec.permit.Mrz;

/**
 * A name reduced so that two documents' lawful spellings of it are equal (VER-46).
 *
 * @param primary words of A to Z
 * @param secondary likewise; empty where the name is not divided, or has one identifier only
 * @param mayLack whether something of it may have been cut
 */
record ComparableName(List<String> primary, List<String> secondary, boolean mayLack) {

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('Æ', "AE"),
            Map.entry('Œ', "OE"),
            Map.entry('Ø', "OE"),
            Map.entry('Ð', "D"),
            Map.entry('Đ', "D"),
            Map.entry('Þ', "TH"),
            Map.entry('ẞ', "SS"),
            Map.entry('Ħ', "H"),
            Map.entry('Ł', "L"),
            Map.entry('Ŀ', "L"),
            Map.entry('Ŋ', "N"),
            Map.entry('Ŧ', "T"),
            Map.entry('Ə', "E"),
            Map.entry('Ĳ', "IJ"));
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BC`\u00B4\u02B9\u02BA]");
    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036F]");
    /** What is left beside the letters A to Z parts words only if it is one of the rest of ASCII, the space that does not break, the middle dot, hyphens and dashes. */
    private static final Pattern OTHER = Pattern.compile("[^\\x00-\\x7F\u00A0\u00B7\u2010-\u2015]");

    private static final Pattern SPELLINGS = Pattern.compile("UXX|NXX|AE|OE|UE|AA");

    ComparableName {
        primary = List.copyOf(primary);
        secondary = List.copyOf(secondary);
    }

    /** The name of a zone. */
    static ComparableName of(Mrz zone) {
        return new ComparableName(words(zone.surname()), words(zone.givenNames().orElse("")), zone.mayLackOfTheName());
    }

    /** A name in text; empty if it is left with any other character, and so in another script than Latin. */
    static Optional<ComparableName> of(String surname, Optional<String> givenNames) {
        String first = letters(surname);
        String second = letters(givenNames.orElse(""));
        return OTHER.matcher(first + second).find()
                ? Optional.empty()
                : Optional.of(new ComparableName(words(first), words(second), false));
    }

    boolean agreesWith(ComparableName other) {
        if (mayLack || other.mayLack) {
            return (beginAlike(first(primary), first(other.primary)) || standsIn(other) || other.standsIn(this))
                    && (secondary.isEmpty()
                            || other.secondary.isEmpty()
                            || first(secondary).charAt(0)
                                    == first(other.secondary).charAt(0));
        }
        return joined(primary).equals(joined(other.primary))
                        && joined(secondary).equals(joined(other.secondary))
                || sorted().equals(other.sorted());
    }

    /** Whether another name, not divided and so perhaps beginning with a given name, has the first word of this one's primary identifier. */
    private boolean standsIn(ComparableName undivided) {
        return undivided.secondary.isEmpty()
                && undivided.primary.stream().anyMatch(word -> beginAlike(first(primary), word));
    }

    private String sorted() {
        return String.join(
                "", Stream.concat(primary.stream(), secondary.stream()).sorted().toList());
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }

    private static String first(List<String> words) {
        return words.isEmpty() ? "" : words.get(0);
    }

    private static boolean beginAlike(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && (one.startsWith(other) || other.startsWith(one));
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            out.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        String apart =
                MARKS.matcher(Normalizer.normalize(out, Normalizer.Form.NFD)).replaceAll("");
        return APOSTROPHES.matcher(apart).replaceAll("");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^A-Z]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> SPELLINGS
                        .matcher(word)
                        .replaceAll(found -> found.group().substring(0, 1)))
                .toList();
    }
}
