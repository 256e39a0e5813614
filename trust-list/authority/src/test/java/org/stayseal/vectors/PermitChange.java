package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.Name;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.WorkRight;

/** A permit with one thing changed. */
record PermitChange(Permit made) {

    PermitChange number(String number) {
        return of(
                number,
                made.issueDate(),
                made.rightFrom(),
                made.rightUntil(),
                made.documentUntil(),
                made.work(),
                made.liveOnly());
    }

    PermitChange named(String surname, String givenNames) {
        Person person = made.person();
        return new PermitChange(new Permit(
                made.country(),
                new Person(
                        Name.of(surname, givenNames),
                        person.birthDate(),
                        person.birthPlace(),
                        person.sex(),
                        person.nationality(),
                        person.personalNumber(),
                        person.photo()),
                made.number(),
                made.category(),
                made.legalGround(),
                made.authority(),
                made.issueDate(),
                made.issuePlace(),
                made.rightFrom(),
                made.rightUntil(),
                made.documentUntil(),
                made.work(),
                made.selfEmployment(),
                made.study(),
                made.remarks(),
                made.travelDocument(),
                made.liveOnly()));
    }

    PermitChange work(WorkRight work) {
        return of(
                made.number(),
                made.issueDate(),
                made.rightFrom(),
                made.rightUntil(),
                made.documentUntil(),
                work,
                made.liveOnly());
    }

    PermitChange rightFrom(LocalDate from) {
        return of(
                made.number(),
                made.issueDate(),
                from,
                made.rightUntil(),
                made.documentUntil(),
                made.work(),
                made.liveOnly());
    }

    PermitChange unlimited() {
        return of(
                made.number(),
                made.issueDate(),
                made.rightFrom(),
                Optional.empty(),
                made.documentUntil(),
                made.work(),
                made.liveOnly());
    }

    PermitChange until(LocalDate until) {
        return of(
                made.number(),
                made.issueDate(),
                made.rightFrom(),
                Optional.of(until),
                until,
                made.work(),
                made.liveOnly());
    }

    PermitChange issued(LocalDate issued) {
        return of(
                made.number(),
                issued,
                made.rightFrom(),
                made.rightUntil(),
                made.documentUntil(),
                made.work(),
                made.liveOnly());
    }

    PermitChange liveOnly() {
        return of(
                made.number(),
                made.issueDate(),
                made.rightFrom(),
                made.rightUntil(),
                made.documentUntil(),
                made.work(),
                true);
    }

    private PermitChange of(
            String number,
            LocalDate issued,
            LocalDate from,
            Optional<LocalDate> until,
            LocalDate documentUntil,
            WorkRight work,
            boolean liveOnly) {
        return new PermitChange(new Permit(
                made.country(),
                made.person(),
                number,
                made.category(),
                made.legalGround(),
                made.authority(),
                issued,
                made.issuePlace(),
                from,
                until,
                documentUntil,
                work,
                made.selfEmployment(),
                made.study(),
                made.remarks(),
                made.travelDocument(),
                liveOnly));
    }
}
