package org.stayseal.vectors;

import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Codes of other schemes (VER-11). */
final class OtherVectors extends Cases {

    OtherVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        other("web-address", "a web address", "https://example.org/permit?id=1", Reason.NOT_A_PERMIT);
        other("health-certificate", "a code of another scheme", "HC1:6BFOXN%TSMAHN", Reason.NOT_A_PERMIT);
        other("lower-case-prefix", "upper and lower case differ (VER-11)", "rp1:6BF", Reason.NOT_A_PERMIT);
        other("newer-live-code", "version 2 of the live code's prefix (VER-11)", "RPL2:6BFOXN", Reason.UNSUPPORTED);
        other("newer-credential", "version 2 of the credential's prefix (VER-11)", "RP2:NCFOXN", Reason.UNSUPPORTED);
        other(
                "newer-credential-too-long",
                "a newer version beyond the bound of every code (VER-11)",
                "RP2:" + "A".repeat(4_300),
                Reason.WRONG_FORMAT);
    }

    private void other(String name, String why, String text, Reason reason) {
        add(
                "other/" + name,
                why,
                bytes(text),
                NOW,
                lists,
                reason == Reason.UNSUPPORTED ? Outcome.INDETERMINATE : Outcome.INVALID,
                reason);
    }
}
