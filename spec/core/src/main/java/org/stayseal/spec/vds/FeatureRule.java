package org.stayseal.spec.vds;

import java.util.Optional;
import java.util.regex.Pattern;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.MrzFormat;

/**
 * What a profile says about one feature (VDS-19). Sizes that no value can have are refused here, so that every rule that exists can be met.
 *
 * @param tag 0 to 254
 * @param name under which its value is shown: {@code passportNumber}
 * @param minBytes shortest value
 * @param maxBytes longest value, at most 65,535
 * @param minCharacters of C40, without trailing fillers; 0 for other codings
 * @param maxCharacters of C40; 0 for other codings
 * @param pad characters to fill up to when writing C40; 0 for none
 * @param mrz format of a machine readable zone
 * @param mandatory whether a seal without it is wrong
 */
public record FeatureRule(
        int tag,
        String name,
        FeatureCoding coding,
        int minBytes,
        int maxBytes,
        int minCharacters,
        int maxCharacters,
        int pad,
        Optional<MrzFormat> mrz,
        boolean mandatory) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int LONGEST = 0xFFFF;

    public FeatureRule {
        require(NAME.matcher(name).matches(), "the name is no word such as passportNumber");
        require(tag >= 0 && tag <= 0xFE, "the tag is not 00 to FE");
        require(
                minBytes >= 0 && minBytes <= maxBytes && maxBytes <= LONGEST,
                "bytes are shortest, longest, at most 65535");
        require((coding == FeatureCoding.MRZ) == mrz.isPresent(), "mrz stands with the coding mrz and only there");
        require(
                coding == FeatureCoding.C40 || maxCharacters == 0 && pad == 0,
                "characters and pad stand with the coding c40 only");
        switch (coding) {
            case C40 -> {
                require(
                        minCharacters >= 1 && minCharacters <= maxCharacters,
                        "characters are fewest, at least 1, then most");
                require(pad == 0 || pad == maxCharacters, "pad is the most characters");
                int fewest = C40.encodedLength(pad == 0 ? minCharacters : pad);
                require(
                        fewest >= minBytes && C40.encodedLength(maxCharacters) <= maxBytes,
                        "these characters do not take these bytes in C40");
            }
            case MRZ -> size(minBytes, maxBytes, mrzBytes(mrz.orElseThrow()), mrzBytes(mrz.orElseThrow()));
            case UINT -> size(minBytes, maxBytes, 1, 4);
            case DURATION -> size(minBytes, maxBytes, 3, 3);
            case UUID -> size(minBytes, maxBytes, 16, 16);
            case DAY -> size(minBytes, maxBytes, 8, 8);
            case PERIOD -> size(minBytes, maxBytes, 9, 17);
            case UTF8, BYTES -> {
                // Any length.
            }
        }
    }

    /** Characters of a zone that a seal holds: of visas, the second line ends after the check digit of the end date. */
    static int charactersInSeal(MrzFormat format) {
        return format.characters() - format.lineLength() + format.secondLineInSeals();
    }

    private static int mrzBytes(MrzFormat format) {
        return C40.encodedLength(charactersInSeal(format));
    }

    private static void size(int minBytes, int maxBytes, int least, int most) {
        require(minBytes >= least && maxBytes <= most, "this coding takes " + least + " to " + most + " bytes");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
