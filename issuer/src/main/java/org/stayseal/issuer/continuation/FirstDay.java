package org.stayseal.issuer.continuation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.Notice;

/**
 * When a continuation of all codes of a permit begins (CONT-17). Each code ends on a day of its own, and notices reach some and others not; the one that ends first decides.
 *
 * @param printedEnd the last day by the permit itself
 * @param end the last day by the permit, or by the notices that extend it
 */
record FirstDay(LocalDate printedEnd, LocalDate end) {

    static FirstDay of(List<CodeOfPermit> codes, String country, List<Notice> notices) {
        return new FirstDay(
                earliest(codes, CodeOfPermit::lastDay), earliest(codes, code -> code.extendedEnd(country, notices)));
    }

    /**
     * The first day of one that lasts until that day: with the printed end, which holds whatever becomes of a notice, wherever the format lets it reach so far; else with the end by the notice.
     */
    LocalDate of(LocalDate until) {
        LocalDate printed = printedEnd.plusDays(1);
        return until.isAfter(lastFrom(printed)) ? end.plusDays(1) : printed;
    }

    /** The latest day until which one can last (CONT-6). */
    LocalDate latest() {
        return lastFrom(end.plusDays(1));
    }

    /** Whether every code still lasts when one begins on that day (VER-91). */
    boolean allows(LocalDate from) {
        return !from.isAfter(end.plusDays(1));
    }

    private static LocalDate lastFrom(LocalDate first) {
        return first.plusDays(ContinuationClaims.MAX_DAYS - 1L);
    }

    private static LocalDate earliest(List<CodeOfPermit> codes, Function<CodeOfPermit, LocalDate> day) {
        return codes.stream().map(day).min(LocalDate::compareTo).orElseThrow();
    }
}
