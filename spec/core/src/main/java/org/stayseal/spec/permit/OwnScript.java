package org.stayseal.spec.permit;

import java.util.regex.Pattern;

/**
 * A whole name in the person's own script.
 *
 * @param name at most 240 bytes of UTF-8
 * @param language an RFC 5646 language tag: {@code uk}, {@code fa}, {@code zh-Hant}
 */
public record OwnScript(String name, String language) {
    /** Most bytes of UTF-8 in a name in the own script. */
    public static final int MAX_BYTES = 240;

    /** Most bytes of a language tag. */
    public static final int LANGUAGE_MAX_BYTES = 12;

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

    public OwnScript {
        Rules.text(Field.NAME_OWN_SCRIPT, name, MAX_BYTES);
        if (!isLanguageTag(language)) {
            throw new InvalidPermitException(
                    Field.NAME_LANGUAGE,
                    Rules.CODE_LIST,
                    "nameLanguage is not a language tag such as uk, fa or zh-Hant.");
        }
    }

    /** Whether this has the form of a language tag (CRED-44). */
    public static boolean isLanguageTag(String tag) {
        return tag.length() <= LANGUAGE_MAX_BYTES && TAG.matcher(tag).matches();
    }
}
