package org.stayseal.spec.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.signing.SignatureAlgorithm;
import tools.jackson.databind.JsonNode;

class RegistryDataTest {

    @Test
    void theAlgorithmsOfTheRegistryAreThoseOfTheCode() {
        List<JsonNode> rows = RegistryFile.read("algorithms.json")
                .required("algorithms")
                .valueStream()
                .toList();
        assertThat(rows).hasSameSizeAs(SignatureAlgorithm.values());
        for (JsonNode row : rows) {
            SignatureAlgorithm algorithm =
                    SignatureAlgorithm.valueOf(row.required("name").stringValue());
            assertThat(row.path("curve").asString("")).isEqualTo(algorithm.curve());
            assertThat(row.path("hash").asString("")).isEqualTo(algorithm.hash());
            if (row.has("half")) {
                assertThat(row.get("half").intValue()).isEqualTo(algorithm.halfLength());
            }
            List<Integer> credential = row.required("credential")
                    .valueStream()
                    .map(JsonNode::intValue)
                    .toList();
            assertThat(algorithm.inCredentials()).isEqualTo(!credential.isEmpty());
            for (JsonNode id : row.required("cose")) {
                assertThat(SignatureAlgorithm.ofCredential(id.intValue()).isPresent())
                        .isEqualTo(credential.contains(id.intValue()));
            }
            assertThat(row.required("seal").booleanValue()).isEqualTo(algorithm.inSeals());
            assertThat(row.required("write").booleanValue()).isEqualTo(algorithm.mayWrite());
            row.required("cose")
                    .valueStream()
                    .forEach(id ->
                            assertThat(SignatureAlgorithm.ofCose(id.intValue())).contains(algorithm));
            if (row.has("jose")) {
                assertThat(SignatureAlgorithm.ofJose(row.get("jose").stringValue()))
                        .contains(algorithm);
            }
        }
    }

    @Test
    void everyCountryOfIso3166IsThere() {
        for (String alpha2 : Locale.getISOCountries()) {
            String alpha3 = new Locale.Builder().setRegion(alpha2).build().getISO3Country();
            assertThat(Countries.signsFor(alpha2, alpha3.equals("DEU") ? "D" : alpha3))
                    .as(alpha3)
                    .isTrue();
        }
        assertThat(Countries.find("DEU")).isEmpty();
    }

    @Test
    void codesOfIcaoAreThere() {
        assertThat(Countries.signsFor("UT", "UTO")).isTrue();
        assertThat(Countries.signsFor("EU", "EUE")).isTrue();
        assertThat(Countries.signsFor("UN", "UNO")).isTrue();
        assertThat(Countries.signsFor("KS", "RKS")).isTrue();
        assertThat(Countries.signsFor("DE", "UTO")).isFalse();
        assertThat(Countries.find("XXA").orElseThrow().signer()).isEmpty();
        for (String code : List.of("XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UNK", "XOM", "GBN")) {
            assertThat(Nationality.isKnown(code)).as(code).isTrue();
            assertThat(Countries.find(code)).as(code).isPresent();
        }
    }

    @Test
    void daysAreThoseOfTheCountry() {
        assertThat(Countries.timeZone("D")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(Countries.timeZone("UTO").normalized()).isEqualTo(ZoneOffset.UTC);
        assertThat(Countries.timeZone("ZZZ")).isEqualTo(ZoneOffset.UTC);
    }
}
