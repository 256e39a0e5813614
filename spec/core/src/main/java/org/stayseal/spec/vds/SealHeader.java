package org.stayseal.spec.vds;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What stands in a seal's header (Doc 9303-13 2.2; VDS-3 to VDS-8).
 *
 * @param version 3 or 4; 1 or 2 only from the tolerant decoder
 * @param country code of the machine readable zone without fillers, {@code D}, {@code UTO}
 * @param signer signer identifier, four characters: country of the signer and its own two, {@code DETS}
 * @param reference certificate reference, 1 to 40 hexadecimal digits in upper case, {@code 27}; in version 3 always five, {@code 00027}
 * @param issued document issue date
 * @param signed signature date
 * @param featureReference document feature definition reference, 0 to 255
 * @param category document type category, 0 to 255: odd ICAO's, even the country's own
 */
public record SealHeader(
        int version,
        String country,
        String signer,
        String reference,
        LocalDate issued,
        LocalDate signed,
        int featureReference,
        int category) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern SIGNER = Pattern.compile("[A-Z]{2}[0-9A-Z]{2}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-F]{1,40}");

    public SealHeader {
        require(version >= 1 && version <= 4, "version is 1 to 4");
        require(COUNTRY.matcher(country).matches(), "country is one to three letters");
        require(SIGNER.matcher(signer).matches(), "signer is two letters and two letters or digits");
        require(
                REFERENCE.matcher(reference).matches(),
                "certificate reference is 1 to 40 upper-case hexadecimal digits");
        require(featureReference >= 0 && featureReference <= 0xFF, "feature definition reference is one byte");
        require(category >= 0 && category <= 0xFF, "document type category is one byte");
        Objects.requireNonNull(issued, "issued");
        Objects.requireNonNull(signed, "signed");
    }

    /** The reference as the serial number of the signer's certificate. */
    public BigInteger serialNumber() {
        return new BigInteger(reference, 16);
    }

    /** Country of the signer by two letters, {@code DE}. */
    public String signerCountry() {
        return signer.substring(0, 2);
    }

    /** Reference and category as four upper-case hexadecimal digits, the name by which profiles are known: {@code FB06}. */
    public String type() {
        return String.format(Locale.ROOT, "%02X%02X", featureReference, category);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
