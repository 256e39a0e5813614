package org.stayseal.spec.verify;

import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-34: is it this person's? Without a proof of the holder, that is left to the eyes of a person. */
final class HolderStep implements Step {

    static final String NAME = "holder";

    @Override
    public void take(Case file) {
        if (file.presented.liveOnly()) {
            file.because(
                    NAME, Reason.STALE_LIVE_CODE, "to be accepted only when shown live, and no proof came with it");
        } else {
            file.checks()
                    .add(new Check(
                            NAME,
                            Question.HOLDER,
                            Result.COMPARE,
                            Optional.empty(),
                            "no holder's proof: compare the face"));
        }
    }
}
