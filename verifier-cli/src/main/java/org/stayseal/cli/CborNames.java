package org.stayseal.cli;

import java.time.Instant;
import java.util.Map;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Purpose;

/** The names that docs 30 gives to the keys of a credential's maps, and what their numbers stand for. */
final class CborNames {

    /** The key under which a live code has the credential that it shows (LIVE-8). */
    static final String SHOWN = "-65538";

    static final CborNames NONE = new CborNames(Map.of(), Map.of());
    static final CborNames HEADER = new CborNames(Map.of("1", "alg", "4", "kid", "16", "typ"), Map.of());

    private static final CborNames PERSON = new CborNames(
            Map.ofEntries(
                    Map.entry("1", "personal number"),
                    Map.entry("4", "full name"),
                    Map.entry("5", "given names"),
                    Map.entry("7", "surname"),
                    Map.entry("8", "birth date"),
                    Map.entry("9", "sex"),
                    Map.entry("13", "nationality"),
                    Map.entry("16", "photo"),
                    Map.entry("17", "photo's format"),
                    Map.entry("19", "name in own script"),
                    Map.entry("20", "its language")),
            Map.of());

    private static final CborNames PERMIT = new CborNames(
            Map.ofEntries(
                    Map.entry("0", "version of this map"),
                    Map.entry("1", "purpose"),
                    Map.entry("2", "category"),
                    Map.entry("3", "right from"),
                    Map.entry("4", "right until, 0 for unlimited"),
                    Map.entry("5", "permit number"),
                    Map.entry("6", "work"),
                    Map.entry("7", "self-employment"),
                    Map.entry("8", "study"),
                    Map.entry("9", "authority"),
                    Map.entry("10", "place of issue"),
                    Map.entry("11", "legal ground"),
                    Map.entry("12", "travel document"),
                    Map.entry("13", "birth place"),
                    Map.entry("14", "remarks"),
                    Map.entry("15", "live only")),
            Map.of());

    static final CborNames CLAIMS = new CborNames(
            Map.ofEntries(
                    Map.entry("1", "iss, issuing country"),
                    Map.entry("4", "exp, the document is over at"),
                    Map.entry("5", "nbf, the document begins at"),
                    Map.entry("6", "iat, signed on"),
                    Map.entry("7", "cti, the credential's identity"),
                    Map.entry("8", "cnf, device key"),
                    Map.entry("10", "nonce"),
                    Map.entry("169", "person"),
                    Map.entry("65535", "status"),
                    Map.entry("-65537", "permit"),
                    Map.entry(SHOWN, "the credential that is shown")),
            Map.of("169", PERSON, "-65537", PERMIT));

    private final Map<String, String> words;
    private final Map<String, CborNames> inside;

    private CborNames(Map<String, String> words, Map<String, CborNames> inside) {
        this.words = words;
        this.inside = inside;
    }

    /** What the value of this key is; empty where nobody gave it a name. */
    String of(String key) {
        return words.getOrDefault(key, "");
    }

    /** The names inside the map under this key. */
    CborNames inside(String key) {
        return inside.getOrDefault(key, NONE);
    }

    /** A number under this key, with what it stands for. */
    String explained(String key, long number) {
        if (this == CLAIMS && (key.equals("4") || key.equals("5") || key.equals("6"))) {
            boolean shown = Math.abs(number) <= Instant.MAX.getEpochSecond();
            return number + (shown ? ", " + Instant.ofEpochSecond(number) : "");
        }
        if (this == PERMIT && key.equals("1")) {
            return number
                    + (number >= 0 && number < Purpose.values().length
                            ? ", " + Purpose.values()[(int) number].key()
                            : ", unknown");
        }
        if (this == PERMIT && key.equals("2")) {
            return number + ", " + Category.ofCode(number).map(Category::key).orElse("unknown");
        }
        return Long.toString(number);
    }
}
