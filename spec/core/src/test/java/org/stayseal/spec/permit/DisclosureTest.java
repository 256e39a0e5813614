package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTest {

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldHasARow(Field field) {
        for (Purpose purpose : Purpose.values()) {
            assertThat(Disclosure.of(field, purpose)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "surname, full work bank stay",
        "birthDate, full work bank stay",
        "nameOwnScript, full bank",
        "sex, full",
        "remarks, full",
        "legalGround, full",
        "study, full",
        "nationality, full bank",
        "birthPlace, full bank",
        "travelDocumentNumber, full bank",
        "personalNumber, full bank",
        "permitNumber, full work bank",
        "category, full work bank stay",
        "rightUntil, full work bank stay",
        "work, full work",
        "selfEmployment, full work",
        "authority, full work bank stay",
        "photo, full work bank stay"
    })
    void aFieldIsShownToThesePurposesAtMost(String field, String purposes) {
        Set<String> shown = EnumSet.allOf(Purpose.class).stream()
                .filter(purpose ->
                        Disclosure.fields(purpose).contains(Field.of(field).orElseThrow()))
                .map(Purpose::key)
                .collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(purposes.split(" "));
    }

    @Test
    void theFullCredentialCannotBeMadeWithoutThePhoto() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Disclosure.Choices(EnumSet.of(Purpose.WORK), false));
    }
}
