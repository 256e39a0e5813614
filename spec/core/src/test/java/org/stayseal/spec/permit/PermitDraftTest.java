package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitDraftTest {

    @Test
    void aDraftOfAPermitMakesTheSamePermit() {
        assertThat(PermitDraft.of(SamplePermits.full()).permit()).isEqualTo(SamplePermits.full());
        assertThat(PermitDraft.of(SamplePermits.least()).permit()).isEqualTo(SamplePermits.least());
        Random random = new Random(9303);
        for (int i = 0; i < 1_000; i++) {
            Permit permit = SamplePermits.random(random);
            PermitDraft draft = PermitDraft.of(PermitDraft.of(permit).values());
            assertThat(draft.errors()).isEmpty();
            assertThat(draft.permit()).isEqualTo(permit);
        }
    }

    @Test
    void anEmptyDraftNamesEveryFieldThatIsMissingAtOnce() {
        List<FieldError> errors = new PermitDraft().errors();
        assertThat(errors).extracting(FieldError::field).containsExactlyElementsOf(PermitDraft.required());
        assertThat(errors).extracting(FieldError::rule).containsOnly("required");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        PermitDraft draft = PermitDraft.of(SamplePermits.full())
                .set(Field.SURNAME, "Муштер")
                .set(Field.SEX, "female")
                .set(Field.BIRTH_DATE, "2030-01-01")
                .set(Field.DOCUMENT_UNTIL, "2040-01-01")
                .set(Field.WORK_CONDITIONS, "");
        assertThat(draft.errors())
                .extracting(error -> error.field().key() + " " + error.rule())
                .containsExactly(
                        "surname latin-letters",
                        "birthDate date-order",
                        "sex code-list",
                        "documentUntil date-order",
                        "workConditions together");
        assertThatExceptionOfType(InvalidPermitException.class)
                .isThrownBy(draft::permit)
                .matches(e -> e.field() == Field.SURNAME);
    }

    @ParameterizedTest
    @CsvSource({
        "country, DEU, code-list",
        "country, ZZZ, code-list",
        "surname, ДОЕ, latin-letters",
        "givenNames, O3, latin-letters",
        "nameOwnScript, '', together",
        "nameLanguage, '', together",
        "nameLanguage, Ukrainian, code-list",
        "birthDate, 1985-02-30, calendar-date",
        "birthDate, 1985-00-12, calendar-date",
        "birthDate, 19850212, calendar-date",
        "birthDate, 2026-11-23, date-order",
        "birthPlace, a\u202Eb, characters",
        "sex, m, code-list",
        "nationality, XX, code-list",
        "nationality, QQQ, code-list",
        "photo, no base64!, photo-format",
        "photo, AAAA, photo-format",
        "permitNumber, UT-1, characters",
        "permitNumber, UT12345678, max-length",
        "category, purple, code-list",
        "authority, '', required",
        "issueDate, 22.11.2026, calendar-date",
        "issueDate, 2026-02-30, calendar-date",
        "rightFrom, 1899-12-31, calendar-date",
        "rightUntil, never, calendar-date",
        "rightUntil, 2026-11-21, date-order",
        "documentUntil, 2026-11-21, date-order",
        "documentUntil, 2030-11-22, date-order",
        "work, some, code-list",
        "workConditions, '', together",
        "selfEmployment, perhaps, code-list",
        "selfEmploymentConditions, only here, together",
        "study, 1, code-list",
        "travelDocumentNumber, '', together",
        "travelDocumentIssuer, QQQ, code-list",
        "travelDocumentUntil, soon, calendar-date",
        "liveOnly, maybe, code-list"
    })
    void aWrongFieldIsNamedWithTheRuleItBreaks(String field, String value, String rule) {
        Field wrong = Field.of(field).orElseThrow();
        List<FieldError> errors =
                PermitDraft.of(SamplePermits.full()).set(wrong, value).errors();
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(wrong);
            assertThat(error.rule()).isEqualTo(rule);
            assertThat(error.message()).isNotBlank();
        });
    }

    @Test
    void aDocumentOfMoreThanTenYearsIsRefused() {
        PermitDraft draft = PermitDraft.of(SamplePermits.least());
        assertThat(draft.set(Field.DOCUMENT_UNTIL, "2036-11-22").errors()).isEmpty();
        assertThat(draft.set(Field.DOCUMENT_UNTIL, "2036-11-23").errors())
                .extracting(FieldError::rule)
                .containsExactly("ten-years");
    }

    @Test
    void aPhotoThatIsTooBigForACodeIsRefused() {
        byte[] jpeg = new byte[701];
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) 0xFF;
        assertThat(PermitDraft.of(SamplePermits.least()).photo(jpeg).errors())
                .extracting(FieldError::rule)
                .containsExactly("photo-size");
    }

    @Test
    void textIsFreedOfSpacesAndBroughtToNormalFormC() {
        Permit permit = PermitDraft.of(SamplePermits.least())
                .set(Field.SURNAME, "  Mu\u0308ller ")
                .permit();
        assertThat(permit.person().name().surname()).isEqualTo("M\u00FCller");
    }

    @Test
    void noErrorRepeatsTheValueThatIsWrong() {
        assertThat(PermitDraft.of(SamplePermits.full())
                        .set(Field.NATIONALITY, "GEHEIM")
                        .errors())
                .allSatisfy(error -> assertThat(error.message()).doesNotContain("GEHEIM"));
    }

    @Test
    void statelessPersonsAndRefugeesHaveTheirIcaoCodes() {
        for (String code : List.of("XXA", "XXB", "XXC", "XXX", "D", "UTO", "RKS", "FRA")) {
            assertThat(PermitDraft.of(SamplePermits.least())
                            .set(Field.NATIONALITY, code)
                            .errors())
                    .as(code)
                    .isEmpty();
        }
    }
}
