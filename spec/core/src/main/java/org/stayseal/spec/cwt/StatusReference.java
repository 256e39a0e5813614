package org.stayseal.spec.cwt;

import java.util.regex.Pattern;

/**
 * Where a credential's status stands (CRED-33).
 *
 * @param uri of the status list: 1 to 200 characters of visible ASCII, {@code https://…} or {@code http://…}
 * @param index of the entry, 0 to 4294967295
 */
public record StatusReference(String uri, long index) {
    /** Most characters of a status list's URI. */
    public static final int URI_MAX_LENGTH = 200;
    /** The greatest index. */
    public static final long MAX_INDEX = 0xFFFF_FFFFL;

    private static final Pattern FORM = Pattern.compile("https?://[\\x21-\\x7E]+");

    public StatusReference {
        if (!isUri(uri)) {
            throw new IllegalArgumentException("not the URI of a status list");
        }
        if (index < 0 || index > MAX_INDEX) {
            throw new IllegalArgumentException("index out of range");
        }
    }

    /** Whether this may be the URI of a status list. */
    public static boolean isUri(String uri) {
        return uri.length() <= URI_MAX_LENGTH && FORM.matcher(uri).matches();
    }
}
