package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** Dates, purposes and work (VER-31, VER-32). */
final class RightVectors extends Cases {

    RightVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        PermitChange permit = UtopianVectors.permit();
        Asking work = NOW.purpose(Purpose.WORK);
        add(
                "right/expired-yesterday",
                "the document's last day was 21 November 2026 (VER-31)",
                credential(permit.until(LocalDate.of(2026, 11, 21)), Purpose.FULL),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "right/last-day-included",
                "the document's last day is today (VER-9)",
                credential(permit.until(LocalDate.of(2026, 11, 22)), Purpose.FULL),
                NOW.at("2026-11-22T23:59:59Z"),
                lists,
                Outcome.VALID,
                null);
        add(
                "right/last-day-over",
                "one second after the last day (VER-9)",
                credential(permit.until(LocalDate.of(2026, 11, 22)), Purpose.FULL),
                NOW.at("2026-11-23T00:00:00Z"),
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "right/not-yet-valid",
                "the right begins on 1 January 2027 (VER-31)",
                credential(permit.rightFrom(LocalDate.of(2027, 1, 1)), Purpose.FULL),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "right/asked-before-signing",
                "asked about a day before it was signed (VER-31)",
                credential(permit, Purpose.FULL),
                NOW.at("2026-11-09T12:00:00Z"),
                lists,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "right/work-none",
                "it says that work is not allowed (VER-32)",
                credential(permit.work(WorkRight.none()), Purpose.WORK),
                work,
                lists,
                Outcome.INVALID,
                Reason.PURPOSE_NOT_GRANTED);
        add(
                "right/work-none-not-asked",
                "work is not allowed, but residence was asked about (VER-32)",
                credential(permit.work(WorkRight.none()), Purpose.WORK),
                NOW,
                lists,
                Outcome.VALID,
                null);
        add(
                "right/work-under-conditions",
                "allowed within the conditions shown (VER-32)",
                credential(permit.work(WorkRight.underConditions("Harvest, May to October")), Purpose.WORK),
                work,
                lists,
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
        add(
                "right/work-separate-permit",
                "only with a separate work permit (VER-32)",
                credential(
                        permit.work(new WorkRight(WorkRight.Access.SEPARATE_PERMIT, Optional.empty())), Purpose.WORK),
                work,
                lists,
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
        add(
                "right/stay-credential-asked-for-work",
                "silent on work (VER-32)",
                credential(permit, Purpose.STAY),
                work,
                lists,
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        add(
                "right/bank-credential-asked-at-border",
                "silent on what a border asks (VER-32)",
                credential(permit, Purpose.BANK),
                NOW.purpose(Purpose.FULL),
                lists,
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        add(
                "right/live-only-without-proof",
                "to be shown live only, and no proof came with it (VER-4, VER-34)",
                credential(permit.liveOnly(), Purpose.FULL),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
    }
}
