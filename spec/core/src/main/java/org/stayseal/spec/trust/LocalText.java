package org.stayseal.spec.trust;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in one language (TRUST-5; TS 119 602 MultiLangString).
 *
 * @param lang BCP 47 tag, such as {@code en}
 * @param value 1 to 1,000 characters
 */
public record LocalText(String lang, String value) {

    static final int MAX_LENGTH = 1_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    /** Refuses another form. */
    public LocalText {
        if (!isLanguage(lang) || value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a text needs a language tag and 1 to 1,000 characters");
        }
    }

    /**
     * The text for a reader (VER-68): in the first language that there is, by its tag or by the first part of it, else in English, else the first.
     *
     * @param texts at least one
     * @param languages BCP 47 tags, the liked ones first
     */
    public static LocalText forReader(List<LocalText> texts, List<String> languages) {
        return Stream.concat(languages.stream(), Stream.of("en"))
                .flatMap(tag -> Stream.<Predicate<String>>of(
                                tag::equalsIgnoreCase, lang -> primary(lang).equals(primary(tag)))
                        .flatMap(fits -> texts.stream().filter(text -> fits.test(text.lang()))))
                .findFirst()
                .orElseGet(() -> texts.get(0));
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    static boolean isLanguage(String lang) {
        return LANGUAGE.matcher(lang).matches();
    }
}
