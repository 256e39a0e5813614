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
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String PRINTABLE = LETTERS + "0123456789!#$%&()*+,-./:;=?@[]^_{|}~";

    @Test
    void areRefusedAtTheApplicationNamingTheFieldsAndByHowMuch() throws IOException {
        HttpResponse<String> answer = post("/api/v1/applications", CLERK, form(100));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(body(answer).get("type").asString()).isEqualTo("urn:stayseal:problem:fields");
        JsonNode errors = body(answer).get("errors");
        assertThat(errors.valueStream().map(error -> error.get("pointer").asString()))
                .contains("/remarks", "/workConditions", "/studyConditions", "/nameOwnScript", "/surname")
                .doesNotContain("/category", "/photo", "/sex", "/nameLanguage")
                .doesNotHaveDuplicates();
        for (JsonNode error : errors) {
            assertThat(error.get("rule").asString()).isEqualTo("code-capacity");
            assertThat(error.get("detail").asString())
                    .containsPattern("code for full would have 3[0-9]{3} characters, and 3351 fit")
                    .containsPattern("by about [0-9]+ bytes in all; this one has [0-9]+");
        }
    }

    @Test
    void areWrittenDownOnceTheyAreShortened() throws IOException {
        assertThat(post("/api/v1/applications", CLERK, form(60)).statusCode()).isEqualTo(201);
    }

    /** Texts that hardly deflate, in percent of what each field allows. */
    private static Map<String, String> form(int percent) throws IOException {
        Map<String, String> form = form();
        form.put("photo", Base64.getEncoder().encodeToString(Portraits.drawn()));
        form.put("work", "conditions");
        form.put("selfEmployment", "yes");
        form.put("study", "yes");
        form.put("nameLanguage", "uk");
        form.put("surname", noise(1, 120 * percent / 100, LETTERS));
        form.put("givenNames", noise(2, 120 * percent / 100, LETTERS));
        form.put("nameOwnScript", noise(3, 240 * percent / 100, PRINTABLE));
        form.put("birthPlace", noise(4, 80 * percent / 100, PRINTABLE));
        form.put("legalGround", noise(5, 80 * percent / 100, PRINTABLE));
        form.put("issuePlace", noise(6, 80 * percent / 100, PRINTABLE));
        form.put("workConditions", noise(7, 200 * percent / 100, PRINTABLE));
        form.put("selfEmploymentConditions", noise(8, 200 * percent / 100, PRINTABLE));
        form.put("studyConditions", noise(9, 200 * percent / 100, PRINTABLE));
        form.put("remarks", noise(10, 200 * percent / 100, PRINTABLE));
        return form;
    }

    private static String noise(int seed, int length, String of) {
        return new SplittableRandom(seed)
                .ints(length, 0, of.length())
                .mapToObj(at -> of.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
