package org.stayseal.samples;

import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.TravelDocument;

/** The machine readable lines beside a permit's codes, for somebody who compares them. */
final class SampleLines {

    private SampleLines() {}

    /** As printed on the permit. */
    static Mrz permit(Permit permit) {
        return Mrz.of(MrzFormat.TD2, MrzContent.of(permit, "AR"));
    }

    /** Of the passport that the permit goes with. */
    static Mrz passport(Permit permit) {
        TravelDocument passport = permit.travelDocument().orElseThrow();
        Person person = permit.person();
        return Mrz.of(
                MrzFormat.TD3,
                new MrzContent(
                        "P",
                        passport.issuer(),
                        passport.number(),
                        person.nationality(),
                        person.birthDate(),
                        person.sex(),
                        passport.until().orElseThrow(),
                        person.name().surname(),
                        person.name().givenNames()));
    }
}
