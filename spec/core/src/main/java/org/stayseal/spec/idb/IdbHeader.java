package org.stayseal.spec.idb;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in a header (IDB-6 to IDB-10).
 *
 * @param country code of the machine readable zone without fillers, {@code D}, {@code UTO}
 * @param signing what a signed code says of its signature; empty for an unsigned one
 */
public record IdbHeader(String country, Optional<Signing> signing) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{10}");

    /**
     * @param algorithm with which it is signed
     * @param reference certificate reference, ten lower-case hexadecimal digits: the last five bytes of the SHA-1 of the signer's certificate. Proves nothing (IDB-9)
     * @param date signature date
     */
    public record Signing(IdbAlgorithm algorithm, String reference, LocalDate date) {
        public Signing {
            if (!REFERENCE.matcher(reference).matches()) {
                throw new IllegalArgumentException("a certificate reference is ten lower-case hexadecimal digits");
            }
        }
    }

    public IdbHeader {
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("country is one to three letters");
        }
    }

    /** The signature date of a signed code. */
    public Optional<LocalDate> signed() {
        return signing.map(Signing::date);
    }
}
