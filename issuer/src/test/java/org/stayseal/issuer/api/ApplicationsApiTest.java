package org.stayseal.issuer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;
import tools.jackson.databind.JsonNode;

/** Applications through the interface for programs: who may, what is refused, and by which words. */
class ApplicationsApiTest extends IssuerTest {

    private static final String APPLICATIONS = "/api/v1/applications";

    @Autowired
    private JdbcClient database;

    @Test
    void anUnauthenticatedApplicationIsAnsweredWith401AndAProblemDocument() {
        HttpResponse<String> answer = send(request(APPLICATIONS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(body(answer).get("rule").asString()).isEqualTo("sign-in");
    }

    @Test
    void aWrongPasswordIsAnsweredLikeNone() {
        HttpResponse<String> answer = send(request(APPLICATIONS)
                .header("Authorization", "Basic YW5uYTp3cm9uZw==")
                .GET());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aPageOfAnotherSiteMayNotUseTheInterface() {
        HttpResponse<String> answer = post(APPLICATIONS, CLERK, form(), "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(body(answer).get("rule").asString()).isEqualTo("cross-site");
    }

    @Test
    void aPageOfAnotherSiteMayNotUseTheInterfaceAlsoWhereTheBrowserTellsItsOriginOnly() {
        String location = location(post(APPLICATIONS, CLERK, form()));
        for (String origin :
                new String[] {"http://evil.example", "null", "http://localhost", "https://localhost:8080"}) {
            HttpResponse<String> answer = post(location + "/approval", APPROVER, Map.of(), "Origin", origin);
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(body(answer).get("rule").asString()).isEqualTo("cross-site");
        }
        assertThat(body(get(location, CLERK)).get("state").asString()).isEqualTo("SUBMITTED");
        URI here = request(location).build().uri();
        for (String origin : new String[] {"http://localhost:" + here.getPort(), "http://localhost:8080"}) {
            assertThat(post(APPLICATIONS, CLERK, form(), "Origin", origin).statusCode())
                    .as("our own page at " + origin)
                    .isEqualTo(201);
        }
    }

    @Test
    void anApprovalThatAFormOfAnotherSiteCouldSendIsRefused() {
        String location = location(post(APPLICATIONS, CLERK, form()));
        for (String type :
                new String[] {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            HttpRequest.Builder request =
                    request(location + "/approval", APPROVER).POST(HttpRequest.BodyPublishers.noBody());
            HttpResponse<String> answer = send(type.isEmpty() ? request : request.header("Content-Type", type));
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(body(answer).get("rule").asString()).isEqualTo("media-type");
        }
        assertThat(body(get(location, CLERK)).get("state").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void anApplicationIsWrittenDownAndNamedByItsLocation() {
        HttpResponse<String> answer = post(APPLICATIONS, CLERK, form());
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode application = body(get(answer.headers().firstValue("Location").orElseThrow(), CLERK));
        assertThat(application.get("state").asString()).isEqualTo("SUBMITTED");
        assertThat(application.get("appliedBy").asString()).isEqualTo("anna");
        assertThat(application.get("form").get("surname").asString()).isEqualTo("Specimen");
    }

    @Test
    void bothPartnersOfAPassportAreAskedForAtOnce() {
        Map<String, String> form = form();
        form.remove("travelDocumentNumber");
        form.remove("travelDocumentIssuer");
        assertThat(body(post(APPLICATIONS, CLERK, form))
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly("/travelDocumentNumber", "/travelDocumentIssuer");
    }

    @ParameterizedTest
    @CsvSource({
        "surname, , required",
        "surname, 42 Street, latin-letters",
        "sex, Q, code-list",
        "birthDate, 1990-02-30, calendar-date",
        "birthDate, 2999-01-01, date-order",
        "nationality, DEU, code-list",
        "category, gold-card, code-list",
        "rightFrom, tomorrow, calendar-date",
        "rightUntil, 2001-01-01, date-order",
        "rightUntil, unlimited, category-with-an-end",
        "documentUntil, 2099-01-01, date-order",
        "work, conditions, together",
        "travelDocumentNumber, , together",
        "travelDocumentNumber, UT12345678, max-length",
        "photo, ????, base64",
        "photo, aGVsbG8=, photo-format",
        "permitNumber, UT1, given-by-issuer",
        "shoeSize, 42, unknown-field"
    })
    void aWrongFieldIsNamedWithTheRuleThatItBreaks(String field, String value, String rule) {
        Map<String, String> form = form();
        form.put(field, value == null ? "" : value);
        HttpResponse<String> answer = post(APPLICATIONS, CLERK, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        Map<String, String> found = new java.util.TreeMap<>();
        body(answer)
                .get("errors")
                .forEach(error -> found.put(
                        error.get("pointer").asString(),
                        error.get("rule").asString() + ": "
                                + error.get("detail").asString()));
        String at = field.equals("work") ? "/workConditions" : "/" + field;
        assertThat(found).containsKey(at);
        assertThat(found.get(at)).startsWith(rule + ": ");
        if (value != null && value.length() > 3) {
            assertThat(answer.body())
                    .as("an answer does not repeat what may be personal")
                    .doesNotContain('"' + value + '"');
        }
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        JsonNode problem = body(post(APPLICATIONS, CLERK, Map.of()));
        assertThat(problem.get("errors").findValuesAsString("pointer"))
                .contains(
                        "/surname",
                        "/birthDate",
                        "/sex",
                        "/nationality",
                        "/category",
                        "/rightFrom",
                        "/rightUntil",
                        "/work",
                        "/travelDocumentNumber");
    }

    @Test
    void aFieldThatIsNoTextIsNamed() {
        JsonNode problem = body(post(APPLICATIONS, CLERK, Map.of("surname", 7)));
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("/surname");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"a\": | 400",
                "application/json | [] | 400",
                "application/json | {\"sex\":\"F\",\"sex\":\"M\"} | 400",
                "application/json | {} {} | 400",
                "text/plain | {} | 415",
                "application/x-www-form-urlencoded | a=b | 415"
            })
    void aBodyThatIsNoJsonObjectIsRefusedBeforeItIsRead(String type, String body, int status) {
        HttpResponse<String> answer = send(request(APPLICATIONS, CLERK)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aBodyOfMoreThanThreeMebibytesIsRefused() {
        HttpResponse<String> answer = post(APPLICATIONS, CLERK, Map.of("photo", "A".repeat(JsonBody.LARGEST)));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void unknownAddressesAndMethodsAreProblemsToo() {
        assertThat(get("/api/v1/nothing", CLERK).statusCode()).isEqualTo(404);
        assertThat(get(APPLICATIONS + "/" + UUID.randomUUID(), CLERK).statusCode())
                .isEqualTo(404);
        assertThat(get(APPLICATIONS + "/7", CLERK).statusCode()).isEqualTo(422);
        HttpResponse<String> answer = send(request(APPLICATIONS, CLERK).DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theOfficerWhoAppliedDoesNotDecide() {
        String location = location(post(APPLICATIONS, BOTH, form()));
        HttpResponse<String> answer = post(location + "/approval", BOTH, Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(body(answer).get("rule").asString()).isEqualTo("four-eyes");
        assertThat(body(get(location, BOTH)).get("state").asString()).isEqualTo("SUBMITTED");
    }

    @Test
    void theDatabaseItselfRefusesOnePairOfEyes() {
        String id = body(post(APPLICATIONS, BOTH, form())).get("id").asString();
        assertThatThrownBy(() -> database.sql(
                                "UPDATE application SET state = 'APPROVED', decided_by = applied_by, decided_at = now() WHERE id = ?")
                        .param(UUID.fromString(id))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("four_eyes");
    }

    @Test
    void aClerkDoesNotDecideAndAnApproverDoesNotApply() {
        String location = location(post(APPLICATIONS, BOTH, form()));
        assertThat(post(location + "/approval", CLERK, Map.of()).statusCode()).isEqualTo(403);
        assertThat(post(APPLICATIONS, APPROVER, form()).statusCode()).isEqualTo(403);
    }

    @Test
    void aRejectionHasAReasonAndIsFinal() {
        String location = location(post(APPLICATIONS, CLERK, form()));
        assertThat(post(location + "/rejection", APPROVER, Map.of()).statusCode())
                .isEqualTo(422);
        JsonNode rejected = body(post(location + "/rejection", APPROVER, Map.of("reason", "Papers missing")));
        assertThat(rejected.get("state").asString()).isEqualTo("REJECTED");
        assertThat(rejected.get("decisionReason").asString()).isEqualTo("Papers missing");
        assertThat(post(location + "/approval", APPROVER, Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRepeatedRequestIsCarriedOutOnce() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = post(APPLICATIONS, CLERK, form(), "Idempotency-Key", key);
        HttpResponse<String> second = post(APPLICATIONS, CLERK, form(), "Idempotency-Key", key);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(location(second)).isEqualTo(location(first));
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void aKeyIsNotUsedForAnotherRequest() {
        String key = UUID.randomUUID().toString();
        post(APPLICATIONS, CLERK, form(), "Idempotency-Key", key);
        Map<String, String> other = form();
        other.put("surname", "Otherspecimen");
        HttpResponse<String> answer = post(APPLICATIONS, CLERK, other, "Idempotency-Key", key);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(body(answer).get("rule").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusedRequestDoesNotUseItsKeyUp() {
        String key = UUID.randomUUID().toString();
        assertThat(post(APPLICATIONS, CLERK, Map.of(), "Idempotency-Key", key).statusCode())
                .isEqualTo(422);
        assertThat(post(APPLICATIONS, CLERK, form(), "Idempotency-Key", key).statusCode())
                .isEqualTo(201);
    }

    @Test
    void theDescriptionNamesEveryFieldOfTheForm() {
        JsonNode form = body(send(request("/v3/api-docs").GET())).at("/components/schemas/ApplicationForm");
        assertThat(form.get("properties").propertyNames())
                .contains("surname", "photo")
                .doesNotContain("permitNumber");
        assertThat(form.get("required").toString()).contains("birthDate").doesNotContain("documentUntil");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
