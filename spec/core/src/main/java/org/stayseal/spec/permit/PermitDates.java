package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules between the dates of a permit (PERMIT-7). A date that is not known (null) breaks none, so that a draft hears of every rule that it
 * does break.
 *
 * @param rightUntil empty: unlimited; null: not known
 */
@SuppressWarnings("NullableOptional") // the third state is what this record is for; it never leaves the package
record PermitDates(
        @Nullable BirthDate birth,
        @Nullable LocalDate issue,
        @Nullable LocalDate rightFrom,
        @Nullable Optional<LocalDate> rightUntil,
        @Nullable LocalDate documentUntil) {

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        LocalDate born = birth == null ? null : birth.earliest().orElse(null);
        LocalDate rightEnd = rightUntil == null ? null : rightUntil.orElse(null);
        order(errors, issue, born, Field.BIRTH_DATE, "birthDate is after issueDate.");
        order(errors, rightEnd, rightFrom, Field.RIGHT_UNTIL, "rightUntil is before rightFrom.");
        order(errors, documentUntil, issue, Field.DOCUMENT_UNTIL, "documentUntil is before issueDate.");
        order(
                errors,
                documentUntil,
                rightFrom,
                Field.DOCUMENT_UNTIL,
                "documentUntil is before rightFrom: the document would never show a right.");
        order(errors, rightEnd, documentUntil, Field.DOCUMENT_UNTIL, "documentUntil is after rightUntil.");
        if (issue != null
                && documentUntil != null
                && documentUntil.isAfter(issue.plusYears(Permit.DOCUMENT_MAX_YEARS))) {
            errors.add(new FieldError(
                    Field.DOCUMENT_UNTIL,
                    Rules.TEN_YEARS,
                    "documentUntil is more than " + Permit.DOCUMENT_MAX_YEARS + " years after issueDate."));
        }
        return errors;
    }

    void check() {
        for (FieldError error : errors()) {
            throw new InvalidPermitException(error.field(), error.rule(), error.message());
        }
    }

    private static void order(
            List<FieldError> errors,
            @Nullable LocalDate later,
            @Nullable LocalDate earlier,
            Field field,
            String message) {
        if (later != null && earlier != null && later.isBefore(earlier)) {
            errors.add(new FieldError(field, Rules.DATE_ORDER, message));
        }
    }
}
