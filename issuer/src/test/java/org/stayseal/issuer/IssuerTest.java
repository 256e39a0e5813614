package org.stayseal.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;
import org.stayseal.issuer.officer.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real database and a real port, started once for all tests that extend this. */
@Tag("whole")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class IssuerTest {

    protected static final String PASSWORD = "a password for tests";
    protected static final Officer CLERK = new Officer("anna", "Anna", EnumSet.of(Role.CLERK));
    protected static final Officer APPROVER = new Officer("boris", "Boris", EnumSet.of(Role.APPROVER));
    protected static final Officer BOTH = new Officer("clara", "Clara", EnumSet.of(Role.CLERK, Role.APPROVER));
    private static final Path DATA = temporary();
    private static String untouched = "";

    @LocalServerPort
    private int port;

    @Autowired
    private Officers officers;

    @Autowired
    protected JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("stayseal.data", DATA::toString);
        registry.add("stayseal.verifier-page", () -> DATA.resolve("page").toString());
        registry.add("stayseal.public-base-url", () -> "http://localhost:8080");
        registry.add("stayseal.first-start", () -> "false");
        registry.add("stayseal.publication.delay", () -> "0s");
        registry.add("stayseal.publication.history", () -> "90d");
        registry.add("springdoc.api-docs.enabled", () -> "true");
    }

    @BeforeEach
    void openAccounts() {
        if (officers.isEmpty()) {
            officers.add(CLERK, PASSWORD);
            officers.add(APPROVER, PASSWORD);
            officers.add(BOTH, PASSWORD);
        }
    }

    /** The folder of the service under test. */
    protected static Path data() {
        return DATA;
    }

    /** A complete application of an invented person. */
    protected static Map<String, String> form() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("surname", "Specimen");
        fields.put("givenNames", "Erika");
        fields.put("birthDate", "1990-00-00");
        fields.put("sex", "F");
        fields.put("nationality", "XXA");
        fields.put("category", "temporary");
        fields.put("rightFrom", today.toString());
        fields.put("rightUntil", today.plusYears(1).toString());
        fields.put("work", "any");
        fields.put("travelDocumentNumber", "UT1234567");
        fields.put("travelDocumentIssuer", "UTO");
        return fields;
    }

    /** What {@link #released} applies with. */
    protected Map<String, String> application() {
        return form();
    }

    /** A request to be finished. */
    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    /** The same, signed in. */
    protected HttpRequest.Builder request(String path, Officer officer) {
        String pair = officer.name() + ":" + PASSWORD;
        return request(path)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a JSON body. */
    protected HttpResponse<String> post(String path, Officer officer, Object body, String... headers) {
        HttpRequest.Builder request = request(path, officer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Fetches. */
    protected HttpResponse<String> get(String path, Officer officer) {
        return send(request(path, officer).GET());
    }

    /** Sends and reads the answer as text. */
    protected HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends. */
    protected <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body as JSON. */
    protected JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    /** A released permit that is only looked at: made once for all tests. Whoever changes one, or counts what was read of it, makes their own. */
    protected String untouched() {
        synchronized (IssuerTest.class) {
            if (untouched.isEmpty()) {
                untouched = released();
            }
            return untouched;
        }
    }

    /** Applies, has it approved, waits for the release; the permit's number. */
    protected String released() {
        String location = post("/api/v1/applications", CLERK, application())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        JsonNode approved = body(post(location + "/approval", APPROVER, Map.of()));
        String number = approved.get("permitNumber").asString();
        String stage = "";
        for (int i = 0; i < 600 && !stage.equals("RELEASED"); i++) {
            pause();
            JsonNode permit = body(get("/api/v1/permits/" + number, CLERK));
            stage = permit.get("stage").asString();
            if (stage.equals("REFUSED")) {
                throw new AssertionError("refused: " + permit.get("refusedBecause"));
            }
        }
        if (!stage.equals("RELEASED")) {
            throw new AssertionError("not released within a minute, but " + stage);
        }
        return number;
    }

    /** A tenth of a second. */
    protected static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("stayseal-issuer-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
