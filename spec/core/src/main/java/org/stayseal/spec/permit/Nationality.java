package org.stayseal.spec.permit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A nationality, or an issuing state, by its code in the machine readable zone (PERMIT-6; Doc 9303-3 section 5): three letters of ISO 3166-1 with
 * ICAO's own additions, among them stateless and refugee, and {@code D} alone for Germany.
 *
 * <p>It is refused by its form only, since the list grows and a reader must not fall behind it. A {@link Permit}, which is about to be
 * written, takes none but the codes that are {@linkplain #isKnown known}.
 */
public record Nationality(String code) {
    /** Stateless person, 1954 Convention. */
    public static final Nationality STATELESS = new Nationality("XXA");
    /** Refugee, 1951 Convention. */
    public static final Nationality REFUGEE = new Nationality("XXB");
    /** Refugee, other than under the 1951 Convention. */
    public static final Nationality OTHER_REFUGEE = new Nationality("XXC");
    /** Unspecified nationality. */
    public static final Nationality UNSPECIFIED = new Nationality("XXX");

    public Nationality {
        formed(Field.NATIONALITY, code);
    }

    /** Whether this has the form of a code in the machine readable zone, known or not (CRED-42). */
    public static boolean hasForm(String code) {
        return Codes.FORM.matcher(code).matches();
    }

    /** Whether Doc 9303-3 section 5 has this code. */
    public static boolean isKnown(String code) {
        return Codes.ICAO.contains(code) || (Codes.ISO.contains(code) && !code.equals("DEU"));
    }

    static String formed(Field field, String code) {
        if (!hasForm(code)) {
            throw new InvalidPermitException(
                    field,
                    Rules.CODE_LIST,
                    field.key() + " is not three letters A to Z, or D, as in the machine readable zone.");
        }
        return code;
    }

    static String checked(Field field, String code) {
        if (code.equals("DEU")) {
            throw new InvalidPermitException(
                    field, Rules.CODE_LIST, field.key() + ": Germany is D in the machine readable zone.");
        }
        if (!isKnown(code)) {
            throw new InvalidPermitException(
                    field,
                    Rules.CODE_LIST,
                    field.key()
                            + " is not a code of Doc 9303-3 section 5, such as UTO, XXA (stateless) or XXB (refugee).");
        }
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    /** Apart, so that the constants above find the lists made. */
    private static final class Codes {
        static final Pattern FORM = Pattern.compile("D|[A-Z]{3}");
        static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
        /** And Atlantis, the neighbour of Utopia in samples. */
        static final Set<String> ICAO = Set.of(
                "ATL", "D", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "EUE", "UNO", "UNA", "UNK", "UTO", "XAA", "XBA",
                "XCC", "XCE", "XCO", "XCT", "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO", "XXA", "XXB", "XXC",
                "XXX");
    }
}
