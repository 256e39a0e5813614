package org.stayseal.issuer.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.WorkRight;

class LabelsTest {
    private final Set<String> english = Labels.of(Locale.ENGLISH).keys();

    @Test
    void everyLanguageHasTheSameLabelsAndNoneIsEmpty() {
        for (Locale language : Labels.languages()) {
            Labels labels = Labels.of(language);
            assertThat(labels.keys()).as(language.toString()).isEqualTo(english);
            assertThat(english)
                    .allSatisfy(key -> assertThat(labels.words(key).national()).isNotBlank());
        }
    }

    @Test
    void everyValueThatIsPrintedInWordsHasThem() {
        for (Category category : Category.values()) {
            assertThat(english).contains("category." + category.key());
        }
        for (WorkRight.Access access : WorkRight.Access.values()) {
            assertThat(english).contains("work." + access.key());
        }
        for (Sex sex : Sex.values()) {
            assertThat(english).contains("sex." + sex);
        }
        for (CarrierCode code : CarrierCode.values()) {
            assertThat(english).containsAll(revealed(code)).contains("code." + code.key() + ".title");
        }
    }

    @Test
    void whatAStayCodeKeepsToItselfIsNotAmongWhatItTells() {
        assertThat(revealed(CarrierCode.STAY))
                .contains("field.surname", "field.rightUntil")
                .doesNotContain("field.permitNumber", "field.nationality", "field.work", "field.personalNumber");
    }

    @Test
    void aLanguageWithoutLabelsIsRefusedByName() {
        assertThatThrownBy(() -> Labels.of(Locale.forLanguageTag("eo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eo");
    }

    private static Set<String> revealed(CarrierCode code) {
        return Revealed.labelKeys(code, Disclosure.Choices.usual(), EnumSet.allOf(Field.class));
    }
}
