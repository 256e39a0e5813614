package org.stayseal.spec.verify;

import java.util.function.BiFunction;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.Reason;

/** VER-38: is this the passport that the document goes with? (Doc 9303-7 9.4 2 and 3) */
final class PassportMrzStep implements Step {

    static final String NAME = "passport-mrz";

    @Override
    public void take(Case file) {
        file.asked
                .passportMrz()
                .ifPresent(text -> IdentityCheck.make(
                        file,
                        NAME,
                        ZoneReading.of(text),
                        file.presented.passportIdentity(),
                        Reason.INVALID_PASSPORT_MRZ,
                        contradicted(file.presented)));
    }

    private static BiFunction<Identity, Mrz, Reason> contradicted(Presented presented) {
        return (identity, zone) -> presented.outlivesPassports() && identity.isAnotherDocumentOfTheSamePerson(zone)
                ? Reason.ANOTHER_PASSPORT
                : Reason.SEAL_PASSPORT_MISMATCH;
    }
}
