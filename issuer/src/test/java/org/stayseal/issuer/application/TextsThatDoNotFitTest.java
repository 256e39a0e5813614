package org.stayseal.issuer.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.carrier.Portraits;
import tools.jackson.databind.JsonNode;

/** A code holds so much and no more, and a text that does not deflate takes most: an applicant hears of it, not an approver. */
class TextsThatDoNotFitTest extends IssuerTest {

    @Test
    void areRefusedAtTheApplicationNamingTheFieldsAndByHowMuch() throws IOException {
        HttpResponse<String> answer = post("/api/v1/applications", CLERK, form(3));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:stayseal:problem:fields");
        JsonNode errors = body(answer).get("errors");
        assertThat(errors.valueStream().map(error -> error.get("pointer").asString()))
                .contains("/remarks", "/workConditions", "/studyConditions")
                .doesNotContain("/category", "/photo", "/sex", "/issuePlace")
                .doesNotHaveDuplicates();
        for (JsonNode error : errors) {
            assertThat(error.get("rule").asString()).isEqualTo("code-capacity");
            assertThat(error.get("detail").asString())
                    .containsPattern("code for (full|work|bank|stay) would have 3[0-9]{3} characters, and 3351 fit")
                    .containsPattern("by about [0-9]+ bytes in all; this one has [0-9]+");
        }
    }

    @Test
    void areWrittenDownOnceTheyAreShortened() throws IOException {
        assertThat(post("/api/v1/applications", CLERK, form(2)).statusCode()).isEqualTo(201);
    }

    /** @param longTexts how many of the fields have 180 bytes and more that hardly deflate */
    private static Map<String, String> form(int longTexts) throws IOException {
        Map<String, String> form = form();
        form.put("photo", Base64.getEncoder().encodeToString(Portraits.drawn()));
        form.put("work", "conditions");
        form.put("selfEmployment", "yes");
        form.put("study", "yes");
        form.put("workConditions", noise(1, longTexts > 0 ? 99 : 20));
        form.put("selfEmploymentConditions", noise(2, longTexts > 1 ? 99 : 20));
        form.put("studyConditions", noise(3, longTexts > 2 ? 99 : 20));
        form.put("remarks", noise(4, longTexts > 2 ? 99 : 20));
        form.put("nameOwnScript", noise(5, longTexts > 2 ? 110 : 20));
        form.put("nameLanguage", "uk");
        form.put("birthPlace", noise(6, longTexts > 2 ? 40 : 20));
        return form;
    }

    private static String noise(int seed, int letters) {
        return new SplittableRandom(seed)
                .ints(letters, 'а', 'я' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
