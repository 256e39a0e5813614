package org.stayseal.spec.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.verify.Check;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;

/** Names in the code and names in the registry are the same. */
class RegistryTest {

    @Test
    void reasonsOfTheCodeAreThoseOfTheFileInItsOrder() {
        List<String> file = StreamSupport.stream(
                        RegistryFile.read("reasons.json").required("reasons").spliterator(), false)
                .map(node -> node.required("code").stringValue())
                .toList();
        assertThat(Stream.of(Reason.values()).map(Reason::name)).containsExactlyElementsOf(file);
    }

    @Test
    void aReasonThatFailsHasAGravityAndOneThatPassesHasNone() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.gravity().isPresent())
                    .as(reason.name())
                    .isEqualTo(!reason.result().equals("PASSED"));
            assertThat(Result.valueOf(reason.result()).name()).isEqualTo(reason.result());
            assertThat(Stream.of(Check.Question.values()).map(q -> q.name().toLowerCase(java.util.Locale.ROOT)))
                    .contains(reason.question());
        }
    }

    @Test
    void everyReasonResultOutcomeAndPurposeHasItsWords() {
        Messages words = Messages.of("en");
        for (Reason reason : Reason.values()) {
            assertThat(words.reason(reason)).endsWith(".");
            assertThat(words.next(reason)).endsWith(".");
        }
        for (Outcome outcome : Outcome.values()) {
            assertThat(words.text("outcome", outcome.name())).isNotBlank();
        }
        for (Result result : Result.values()) {
            assertThat(words.text("result", result.name())).isNotBlank();
        }
        for (Purpose purpose : Purpose.values()) {
            assertThat(words.text("purpose", purpose.key())).isNotBlank();
        }
    }

    @Test
    void everyPurposeAnswersItselfAndStay() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(Purposes.answeredBy(purpose)).contains(purpose, Purpose.STAY);
        }
        assertThat(Purposes.answeredBy(Purpose.FULL)).containsExactlyInAnyOrder(Purpose.values());
    }
}
