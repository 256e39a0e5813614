package org.stayseal.spec.verify;

import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Notice;

/** VER-65: is its class suspended by a notice? Where none reaches it there is no check. */
final class SuspensionStep implements Step {

    static final String NAME = "suspension";

    @Override
    public void take(Case file) {
        Optional<Notice> suspension = file.notices().suspension();
        if (suspension.isPresent()) {
            Notice notice = suspension.get();
            file.applied(notice);
            file.because(
                    NAME,
                    Reason.SUSPENDED,
                    "suspended until " + notice.until().orElseThrow() + " by notice " + notice.id() + ", "
                            + notice.act().reference());
        }
    }
}
