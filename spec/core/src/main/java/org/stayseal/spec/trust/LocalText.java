package org.stayseal.spec.trust;

import java.util.regex.Pattern;

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

    static boolean isLanguage(String lang) {
        return LANGUAGE.matcher(lang).matches();
    }
}
