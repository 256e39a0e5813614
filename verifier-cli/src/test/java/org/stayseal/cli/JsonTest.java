package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shape of {@code --json}, which scripts rely on: members are added, never renamed or removed. */
class JsonTest {

    @Test
    void aCredentialHasTheseMembersInThisOrder() throws Exception {
        JsonNode verdict =
                verify("--text", Vector.text("credential/valid-full")).get(0);
        assertThat(names(verdict))
                .containsExactly(
                        "input",
                        "place",
                        "format",
                        "outcome",
                        "reason",
                        "authentic",
                        "right",
                        "holder",
                        "at",
                        "checks",
                        "document",
                        "legalEffect",
                        "trust");
        assertThat(names(verdict.get("checks").get(0)))
                .containsExactly("name", "question", "result", "reason", "detail");
        assertThat(names(verdict.get("trust")))
                .containsExactly("known", "root", "country", "demo", "listSequence", "madeAt", "validUntil");
        assertThat(verdict.get("format").stringValue()).isEqualTo("credential");
        assertThat(verdict.get("reason").isNull()).isTrue();
    }

    @Test
    void aSealHasIcaosWordsToo() throws Exception {
        JsonNode verdict = verify("--hex", Vector.hex("seal/valid")).get(0);
        assertThat(names(verdict))
                .containsExactly(
                        "input",
                        "place",
                        "format",
                        "outcome",
                        "reason",
                        "authentic",
                        "right",
                        "holder",
                        "at",
                        "checks",
                        "document",
                        "icao",
                        "legalEffect",
                        "trust");
        assertThat(names(verdict.get("icao")))
                .containsExactly("status", "subIndications", "trustLevel", "documentCompared");
        assertThat(verdict.get("icao").get("status").stringValue()).isEqualTo("VALID");
        assertThat(verdict.get("icao").get("documentCompared").booleanValue()).isFalse();
    }

    @Test
    void whatCannotBeDecodedHasAnEmptyDocument() {
        JsonNode verdict = verify("--text", "https://verify.example/").get(0);
        assertThat(verdict.get("format").stringValue()).isEqualTo("unknown");
        assertThat(verdict.get("document").isObject()).isTrue();
        assertThat(verdict.get("document").isEmpty()).isTrue();
        assertThat(verdict.has("icao")).isFalse();
    }

    @Test
    void eachCodeIsOneLineOfUtf8() throws Exception {
        List<JsonNode> verdicts = verify(
                "--text", Vector.text("credential/valid-full"),
                "--text", Vector.text("credential/valid-bank"),
                "--text", "");
        assertThat(verdicts).hasSize(3);
        assertThat(verdicts.get(0).get("document").get("nameOwnScript").stringValue())
                .isEqualTo("Олена Мустер");
    }

    private static List<JsonNode> verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify", "--json", "--store", "none", "--root", Vector.ROOT, "--snapshot", Vector.LISTS.toString()));
        arguments.addAll(List.of(more));
        Session session = Session.run(arguments.toArray(String[]::new));
        assertThat(session.err()).isEmpty();
        return session.out().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
