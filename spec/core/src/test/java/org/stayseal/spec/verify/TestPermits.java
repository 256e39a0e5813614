package org.stayseal.spec.verify;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.permit.WorkRight;

/** Permits for the questions of verification, made from the samples. */
final class TestPermits {

    private TestPermits() {}

    /** In force now, any work allowed, not live only. */
    static Permit ordinary() {
        return with(
                SamplePermits.full(),
                WorkRight.any(),
                LocalDate.of(2026, 11, 22),
                Optional.of(LocalDate.of(2030, 11, 21)),
                false);
    }

    static Permit work(WorkRight work) {
        return with(
                SamplePermits.full(), work, LocalDate.of(2026, 11, 22), Optional.of(LocalDate.of(2030, 11, 21)), false);
    }

    static Permit right(LocalDate from, Optional<LocalDate> until) {
        return with(SamplePermits.full(), WorkRight.any(), from, until, false);
    }

    static Permit liveOnly() {
        return with(SamplePermits.full(), WorkRight.any(), LocalDate.of(2026, 11, 22), Optional.empty(), true);
    }

    private static Permit with(
            Permit permit, WorkRight work, LocalDate from, Optional<LocalDate> until, boolean liveOnly) {
        return new Permit(
                permit.country(),
                permit.person(),
                permit.number(),
                permit.category(),
                permit.legalGround(),
                permit.authority(),
                permit.issueDate(),
                permit.issuePlace(),
                from,
                until,
                until.filter(permit.documentUntil()::isAfter).orElse(permit.documentUntil()),
                work,
                permit.selfEmployment(),
                permit.study(),
                permit.remarks(),
                permit.travelDocument(),
                liveOnly);
    }
}
