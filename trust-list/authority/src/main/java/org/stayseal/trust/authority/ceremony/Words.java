package org.stayseal.trust.authority.ceremony;

import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;

/** Texts and names in ceremonies: bounded, and nothing in them that a terminal would obey. */
final class Words {

    static final int SHORT = 200;
    static final int LONG = 2_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}|[A-Za-z0-9_-]{43}");

    private Words() {}

    static boolean isPlain(String text, int most) {
        return !text.isBlank() && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    /** Refuses a text that is too long, blank, or has control characters. */
    static String requirePlain(String text, int most) {
        if (!isPlain(text, most)) {
            throw new IllegalArgumentException("a text of 1 to " + most + " characters without control characters");
        }
        return text;
    }

    static String plain(JsonObject json, String name, int most, String rule) throws FormatException {
        String text = json.text(name, rule);
        if (!isPlain(text, most)) {
            throw FormatException.wrongFormat(
                    rule, name + " is not a text of 1 to " + most + " characters without control characters");
        }
        return text;
    }

    /** The name of a service (TRUST-243). */
    static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a service is named by the SHA-256 of its certificate or a thumbprint");
        }
        return id;
    }

    static String id(JsonObject json, String rule) throws FormatException {
        String id = json.text("service", rule);
        if (!ID.matcher(id).matches()) {
            throw FormatException.wrongFormat(rule, "service is neither the SHA-256 of a certificate nor a thumbprint");
        }
        return id;
    }
}
