package org.stayseal.spec.idb;

import java.util.Map;

/**
 * What a new code is to say.
 *
 * @param country the issuing country, as the machine readable zone writes it
 * @param values by the names of the table, in the form in which {@link IdbContent#values()} shows them: {@code documentNumber}, {@code nationalDocumentType} ({@code 0E}), {@code visa.mrz}, {@code
 *     faceImage} in hexadecimal, {@code expiryDate} as {@code 2027-xx-xx}
 * @param compressed whether the content is compressed (flags C and D)
 * @param certificateInside whether the signer's certificate goes into a signed code
 */
public record IdbRequest(String country, Map<String, String> values, boolean compressed, boolean certificateInside) {

    public IdbRequest {
        values = Map.copyOf(values);
    }

    /** Not compressed, without certificate. */
    public static IdbRequest of(String country, Map<String, String> values) {
        return new IdbRequest(country, values, false, false);
    }
}
