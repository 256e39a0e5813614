package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzField;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.registry.Reason;

/** VER-34: is it this person's? A proof by the holder's device answers that (VER-105 to VER-107); without one, it is left to the eyes of a person. */
final class HolderStep implements Step {

    static final String NAME = "holder";

    @Override
    public void take(Case file) {
        Set<MrzField> faults = file.presented.zones().stream()
                .map(Mrz::faults)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
        Optional<LiveCode> live = file.presented.live();
        if (!faults.isEmpty()) {
            file.because(NAME, Reason.INVALID_SEAL_MRZ, "the code's own zone has a " + ZoneReading.wrongDigits(faults));
        } else if (live.isPresent()) {
            proof(live.get(), file);
        } else if (file.presented.liveOnly()) {
            file.because(
                    NAME, Reason.STALE_LIVE_CODE, "to be accepted only when shown live, and no proof came with it");
        } else {
            file.compare(NAME, "no holder's proof: compare the face");
        }
    }

    private static void proof(LiveCode live, Case file) {
        long age = age(live, file.at);
        if (!live.proves()) {
            file.because(
                    NAME,
                    Reason.ALTERED_LIVE_CODE,
                    live.credential().claims().deviceKey().isPresent()
                            ? "the proof is not one by the device that this credential is bound to"
                            : "a proof around a credential that is bound to no device");
        } else if (age > Limits.LIVE_MAX_AGE_SECONDS + Limits.LIVE_SKEW_SECONDS) {
            file.because(NAME, Reason.STALE_LIVE_CODE, "a good proof, but " + age + " seconds old");
        } else if (age < -Limits.LIVE_SKEW_SECONDS) {
            file.because(NAME, Reason.STALE_LIVE_CODE, "a good proof, but of a moment " + -age + " seconds to come");
        } else if (!file.signatureFits()) {
            file.compare(NAME, "a proof by a key that no listed signer vouches for");
        } else {
            file.live(NAME, "shown live by the holder's own device at " + live.madeAt());
        }
    }

    /** Whole seconds since the proof was made: of the moment asked about the fraction is left out. */
    private static long age(LiveCode live, Instant at) {
        return at.getEpochSecond() - live.madeAt().getEpochSecond();
    }
}
