package org.stayseal.trust.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Name;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;

/**
 * A permit of an invented person, as its seal.
 *
 * @param seal as it is shown
 * @param signer label of the key that signed it
 * @param made when it was signed, by the world's clock and not by what it says
 */
record SimulatedPermit(Seal seal, String signer, Instant made) {

    /** @param day that it bears as its day of issue and signing */
    static SimulatedPermit of(Signer key, String label, Instant made, LocalDate day, int number, int years) {
        LocalDate end = day.plusYears(years);
        Permit permit = new Permit(
                "UTO",
                new Person(
                        Name.of("Muster", "Olena"),
                        new BirthDate(1985, 3, 1 + number % 28),
                        Optional.empty(),
                        Sex.F,
                        new Nationality("XXB"),
                        Optional.empty(),
                        Optional.empty()),
                "UT%07d".formatted(number),
                Category.TEMPORARY_PROTECTION,
                Optional.empty(),
                "Migration Office of Utopia",
                day,
                Optional.empty(),
                day,
                Optional.of(end),
                end,
                WorkRight.any(),
                Right.yes(),
                Right.yes(),
                Optional.empty(),
                Optional.of(new TravelDocument("P4711001", "XXB", Optional.empty())),
                false);
        return new SimulatedPermit(
                SealEncoder.prepare(SealRequest.of(permit, "AR", day), key.certificate())
                        .sign(key),
                label,
                made);
    }
}
