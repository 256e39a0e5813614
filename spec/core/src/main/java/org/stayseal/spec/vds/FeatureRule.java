package org.stayseal.spec.vds;

import java.util.Optional;
import org.stayseal.spec.permit.MrzFormat;

/**
 * What a profile says about one feature (VDS-19).
 *
 * @param tag 0 to 254
 * @param name under which its value is shown: {@code passportNumber}
 * @param minBytes shortest value
 * @param maxBytes longest value
 * @param minCharacters of C40, without trailing fillers
 * @param maxCharacters of C40
 * @param pad characters to fill up to when writing; 0 for none
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

    public FeatureRule {
        if ((coding == FeatureCoding.MRZ) != mrz.isPresent()) {
            throw new IllegalArgumentException(name + ": coding mrz and only it has a format");
        }
        if (tag < 0
                || tag > 0xFE
                || minBytes < 0
                || maxBytes < minBytes
                || maxCharacters < minCharacters
                || pad > maxCharacters) {
            throw new IllegalArgumentException(name + ": tag or lengths are impossible");
        }
    }
}
