package org.stayseal.trust.authority.pkd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** One attribute of an entry with one value, in bytes: a text is UTF-8. */
public final class LdifAttribute {

    private static final Pattern DESCRIPTION =
            Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,63}|[0-9]+(\\.[0-9]+){1,20})(;[A-Za-z0-9-]{1,64}){0,4}");

    private final String description;
    private final byte[] value;

    private LdifAttribute(String description, byte[] value) {
        this.description = description;
        this.value = value;
    }

    /**
     * @param description the type and its options, such as {@code userCertificate;binary}
     * @throws IllegalArgumentException for a description of another form
     */
    public static LdifAttribute of(String description, byte[] value) {
        if (!isDescription(description)) {
            throw new IllegalArgumentException("not the description of an attribute");
        }
        return new LdifAttribute(description, value.clone());
    }

    /** The same of a text. */
    public static LdifAttribute of(String description, String text) {
        return of(description, text.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isDescription(String text) {
        return DESCRIPTION.matcher(text).matches();
    }

    /** As it was written, such as {@code userCertificate;binary}. */
    public String description() {
        return description;
    }

    /** The value. */
    public byte[] value() {
        return value.clone();
    }

    /** Whether it is of this type, in any case and whatever its options. */
    public boolean isOf(String type) {
        String own = description.split(";", 2)[0];
        return own.toLowerCase(Locale.ROOT).equals(type.toLowerCase(Locale.ROOT));
    }

    int length() {
        return value.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LdifAttribute attribute
                && attribute.description.equals(description)
                && Arrays.equals(attribute.value, value);
    }

    @Override
    public int hashCode() {
        return 31 * description.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return description + " (" + value.length + " bytes)";
    }
}
