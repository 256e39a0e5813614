package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.barcode.QrCode;
import org.stayseal.issuer.IssuerApplication;
import org.stayseal.issuer.carrier.Portraits;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;
import org.stayseal.issuer.officer.Role;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.permit.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The authority's choice whether employers see the photo, with a restart under the other choice between recording and signing. */
@Tag("whole")
class PhotoInTheWorkCodeTest {

    private static final String PASSWORD = "a password for tests";
    private static final Officer CLERK = new Officer("anna", "Anna", Set.of(Role.CLERK));
    private static final Officer APPROVER = new Officer("boris", "Boris", Set.of(Role.APPROVER));

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private int port;

    @Test
    void whatWasRecordedIsSignedAlsoWhenTheSettingChangesAndLaterPermitsFollowTheNewOne() throws Exception {
        String without;
        byte[] recorded;
        try (ConfigurableApplicationContext service = start(false, false)) {
            Officers officers = service.getBean(Officers.class);
            officers.add(CLERK, PASSWORD);
            officers.add(APPROVER, PASSWORD);
            without = approved(Portraits.drawn());
            recorded = toSign(service, without);
            assertThat(view(without).get("stage").asString()).isEqualTo("RECORDED");
        }
        try (ConfigurableApplicationContext service = start(true, true)) {
            String with = approved(Portraits.drawn());
            awaitRelease(without);
            awaitRelease(with);

            assertThat(toSign(service, without)).isEqualTo(recorded);
            assertThat(photoIn(without)).containsExactly("full");
            assertThat(photoIn(with)).containsExactly("full", "work");
            for (Purpose purpose : Purpose.values()) {
                assertThat(carriesPhoto(without, purpose))
                        .as("without, %s", purpose)
                        .isEqualTo(purpose == Purpose.FULL);
                assertThat(carriesPhoto(with, purpose))
                        .as("with, %s", purpose)
                        .isEqualTo(purpose == Purpose.FULL || purpose == Purpose.WORK);
            }
            assertThat(carrier(without, "work.png")).isEqualTo(drawn(without, QrCode.Level.Q));
            assertThat(carrier(with, "work.png")).isEqualTo(drawn(with, QrCode.Level.M));
            assertThat(secondPage(without)).contains("Surname").doesNotContain("Photo");
            assertThat(secondPage(with)).containsOnlyOnce("Photo");
            assertThat(holdersPage(without)).containsSubsequence("It does not show", "<li>Photo</li>");
            assertThat(holdersPage(with)).containsSubsequence("<li>Photo</li>", "It does not show");
        }
    }

    /** The whole service; without its worker nothing goes on from what is recorded. */
    private ConfigurableApplicationContext start(boolean photoInWorkCode, boolean worker) {
        SpringApplication application = new SpringApplication(IssuerApplication.class);
        if (!worker) {
            application.addInitializers(context -> context.addBeanFactoryPostProcessor(
                    beans -> ((DefaultListableBeanFactory) beans).removeBeanDefinition("issuanceWorker")));
        }
        ConfigurableApplicationContext context = application.run(
                "--server.port=0",
                "--stayseal.data=" + data,
                "--stayseal.verifier-page=" + data.resolve("page"),
                "--stayseal.public-base-url=http://localhost:8080",
                "--stayseal.first-start=false",
                "--stayseal.publication.delay=0s",
                "--stayseal.photo-in-work-code=" + photoInWorkCode);
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        return context;
    }

    private String approved(byte[] portrait) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> form = new HashMap<>(Map.of(
                "surname", "Specimen",
                "givenNames", "Erika",
                "birthDate", "1990-00-00",
                "sex", "F",
                "nationality", "XXA",
                "category", "temporary",
                "rightFrom", today.toString(),
                "rightUntil", today.plusYears(1).toString(),
                "work", "any"));
        form.put("travelDocumentNumber", "UT1234567");
        form.put("travelDocumentIssuer", "UTO");
        form.put("photo", Base64.getEncoder().encodeToString(portrait));
        JsonNode application = json.readTree(text(post("/api/v1/applications", CLERK, form)));
        JsonNode approved = json.readTree(text(
                post("/api/v1/applications/" + application.get("id").asString() + "/approval", APPROVER, Map.of())));
        return approved.get("permitNumber").asString();
    }

    private JsonNode view(String number) throws Exception {
        return json.readTree(text(get("/api/v1/permits/" + number)));
    }

    private List<String> photoIn(String number) throws Exception {
        return view(number).get("photoIn").valueStream().map(JsonNode::asString).toList();
    }

    private void awaitRelease(String number) throws Exception {
        String stage = "";
        for (int i = 0; i < 600 && !stage.equals("RELEASED"); i++) {
            Thread.sleep(100);
            JsonNode permit = view(number);
            stage = permit.get("stage").asString();
            assertThat(stage)
                    .as(() -> "refused: " + permit.get("refusedBecause"))
                    .isNotEqualTo("REFUSED");
        }
        assertThat(stage).isEqualTo("RELEASED");
    }

    private boolean carriesPhoto(String number, Purpose purpose) throws Exception {
        return CredentialDecoder.decode(code(number, purpose))
                .claims()
                .person()
                .photo()
                .isPresent();
    }

    private String code(String number, Purpose purpose) throws Exception {
        return new String(carrier(number, purpose.key() + ".txt"), StandardCharsets.US_ASCII).strip();
    }

    /** The work code as it is drawn at this level of error correction. */
    private byte[] drawn(String number, QrCode.Level level) throws Exception {
        return QrCode.ofText(code(number, Purpose.WORK), level).matrix().toPng(8);
    }

    private String secondPage(String number) throws Exception {
        try (PDDocument document = Loader.loadPDF(carrier(number, "permit.pdf"))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            return stripper.getText(document);
        }
    }

    private String holdersPage(String number) throws Exception {
        JsonNode link = json.readTree(text(get("/api/v1/permits/" + number + "/holder-link")));
        String path = URI.create(link.get("holderLink").asString()).getPath();
        return text(get(path + "?for=work&lang=en"));
    }

    private static byte[] toSign(ConfigurableApplicationContext service, String number) {
        return service.getBean(JdbcClient.class)
                .sql("SELECT to_sign FROM credential WHERE permit = ? AND purpose = 'work'")
                .param(number)
                .query(byte[].class)
                .single();
    }

    private byte[] carrier(String number, String name) throws Exception {
        return get("/api/v1/permits/" + number + "/carriers/" + name);
    }

    private byte[] get(String path) throws Exception {
        return send(request(path, CLERK).GET());
    }

    private byte[] post(String path, Officer officer, Object body) throws Exception {
        return send(request(path, officer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path, Officer officer) {
        String pair = officer.name() + ":" + PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(() -> text(answer.body())).isBetween(200, 299);
        return answer.body();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
