package org.stayseal.issuer.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is printed on the two pages, as text, in the places of {@code permit.xhtml}; {@link SheetText} writes it.
 *
 * @param photo the photo as a {@code data:} address, or nothing
 * @param noPhoto said in its place, so that nobody takes the place for one to be filled
 * @param beside rows of fields beside the photo; the columns of a row add up to six
 * @param below rows of fields below it
 * @param others the codes of page two
 * @param density {@code roomy}, {@code normal}, {@code tight} or {@code tighter}: how small the fields are set
 */
record PermitSheet(
        String documentTitle,
        String country,
        Words authority,
        Words title,
        Line number,
        boolean demo,
        Words demoWords,
        @Nullable String photo,
        String photoLabel,
        Words noPhoto,
        List<List<Line>> beside,
        List<List<Line>> below,
        String mrzLabel,
        List<String> mrz,
        CodeText full,
        CodeText seal,
        List<CodeText> others,
        String showsLabel,
        Line check,
        Words camera,
        Words choose,
        String footer,
        String density) {

    /**
     * One field.
     *
     * @param label its name in both languages
     * @param value as printed, in the national language where it is words
     * @param also the value in English, where that differs
     * @param columns how many of six it takes
     */
    record Line(String label, String value, @Nullable String also, int columns) {}

    /**
     * The words beside a code.
     *
     * @param id name of a {@link CarrierCode}
     * @param alt what a screen reader says in its place
     * @param purpose whom it is for
     * @param shows the fields it reveals
     */
    record CodeText(String id, String alt, Words title, Words purpose, Words shows) {}

    /** The same sheet, set smaller or larger. */
    PermitSheet withDensity(String other) {
        return new PermitSheet(
                documentTitle,
                country,
                authority,
                title,
                number,
                demo,
                demoWords,
                photo,
                photoLabel,
                noPhoto,
                beside,
                below,
                mrzLabel,
                mrz,
                full,
                seal,
                others,
                showsLabel,
                check,
                camera,
                choose,
                footer,
                other);
    }
}
