package org.stayseal.spec.vds;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.TravelDocument;

/**
 * What a new seal is to say. A permit without a passport number that fits has no seal of this layout (PERMIT-11).
 *
 * @param profile its type
 * @param country the issuing country, as the machine readable zone writes it; the profile's own unless that is for any
 * @param issued document issue date: the first day on which the document counts (VDS-7)
 * @param signed signature date
 * @param values by the names of the profile, in the form in which {@link SealContent#values()} shows them; put into NFC
 * @param version of the seal format, 3 or 4
 */
public record SealRequest(
        Profile profile, String country, LocalDate issued, LocalDate signed, Map<String, String> values, int version) {

    private static final int NEWEST = 4;

    private static final int PERMIT_REFERENCE = 0xFB;
    private static final int PERMIT_CATEGORY = 0x06;

    public SealRequest {
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, value -> Normalizer.normalize(value.getValue(), Normalizer.Form.NFC)));
        if (!profile.country().equals(Profile.ANY) && !profile.country().equals(country)) {
            throw new IllegalArgumentException(
                    "profile " + profile.id() + " is of " + profile.country() + ", not of " + country);
        }
    }

    /** In version 4, or in version 3 if the profile comes in no other. */
    public SealRequest(
            Profile profile, String country, LocalDate issued, LocalDate signed, Map<String, String> values) {
        this(profile, country, issued, signed, values, profile.versions().contains(NEWEST) ? NEWEST : NEWEST - 1);
    }

    /** The same in another version. */
    public SealRequest inVersion(int other) {
        return new SealRequest(profile, country, issued, signed, values, other);
    }

    /** The first day on which a permit counts: its day of issue, or the first day of its right if that is later (VDS-7). */
    public static LocalDate firstDay(Permit permit) {
        return permit.rightFrom().isAfter(permit.issueDate()) ? permit.rightFrom() : permit.issueDate();
    }

    /**
     * The seal of a residence permit: MRZ in the size of TD2 and the number of the passport it belongs to.
     *
     * @param documentCode of the machine readable zone, {@code AR}
     * @throws IllegalArgumentException if the country has no such profile, or the permit no travel document whose number fits
     */
    public static SealRequest of(Permit permit, String documentCode, LocalDate signed) {
        return of(permit, documentCode, signed, Profiles.standard());
    }

    /** The same with the profiles of an authority whose own file has its residence permit. */
    public static SealRequest of(Permit permit, String documentCode, LocalDate signed, Profiles profiles) {
        Profile profile = profiles.find(permit.country(), PERMIT_REFERENCE, PERMIT_CATEGORY)
                .orElseThrow(() ->
                        new IllegalArgumentException(permit.country() + " has no profile FB06 for residence permits"));
        Optional<String> passport = permit.travelDocument().map(TravelDocument::number);
        if (passport.isEmpty()) {
            throw new IllegalArgumentException("the seal of a residence permit names a travel document");
        }
        Mrz mrz = Mrz.of(MrzFormat.TD2, MrzContent.of(permit, documentCode));
        return new SealRequest(
                profile,
                permit.country(),
                firstDay(permit),
                signed,
                Map.of("mrz", String.join("\n", mrz.lines()), "passportNumber", passport.get()));
    }
}
