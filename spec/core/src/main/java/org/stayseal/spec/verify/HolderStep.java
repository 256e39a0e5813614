package org.stayseal.spec.verify;

import java.util.Set;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzField;
import org.stayseal.spec.registry.Reason;

/** VER-34: is it this person's? Without a proof of the holder, that is left to the eyes of a person. */
final class HolderStep implements Step {

    static final String NAME = "holder";

    @Override
    public void take(Case file) {
        Set<MrzField> faults = file.presented.zones().stream()
                .map(Mrz::faults)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
        if (!faults.isEmpty()) {
            file.because(NAME, Reason.INVALID_SEAL_MRZ, "the code's own zone has a " + ZoneReading.wrongDigits(faults));
        } else if (file.presented.liveOnly()) {
            file.because(
                    NAME, Reason.STALE_LIVE_CODE, "to be accepted only when shown live, and no proof came with it");
        } else {
            file.compare(NAME, "no holder's proof: compare the face");
        }
    }
}
