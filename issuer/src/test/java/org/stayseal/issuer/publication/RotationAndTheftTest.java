package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerApplication;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;
import org.stayseal.issuer.officer.Role;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.Certification;
import org.stayseal.trust.authority.PublishedListsFile;
import org.stayseal.trust.authority.ceremony.ActivateStep;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.Assembly;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.RetiringStep;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyKind;
import org.stayseal.trust.authority.keys.KeyPlace;
import org.stayseal.trust.authority.keys.Secrets;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service through a rotation and a theft, as verifiers see it (TRUST-186, TRUST-256, TRUST-257). */
@Tag("whole")
class RotationAndTheftTest {

    private static final String PASSWORD = "a password for tests";
    private static final Officer CLERK = new Officer("anna", "Anna", Set.of(Role.CLERK));
    private static final Officer APPROVER = new Officer("boris", "Boris", Set.of(Role.APPROVER));

    /** This machine's time, and what the test lets pass. */
    private static final class Passing extends Clock {
        private volatile Duration passed = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(passed);
        }
    }

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Passing clock = new Passing();
    private int port;

    @Test
    void aKeyIsExchangedAndTheOldOneStolenAndNoGoodPermitIsLost() throws Exception {
        String before;
        String between;
        X509Certificate next;
        Signer old;
        try (ConfigurableApplicationContext service = start(true)) {
            Officers officers = service.getBean(Officers.class);
            officers.add(CLERK, PASSWORD);
            officers.add(APPROVER, PASSWORD);
            before = approved();
            awaitRelease(before);
            old = key("seal-signer");
            next = new Certification(
                            service.getBean(Authority.class).profile(),
                            key("csca"),
                            key("csca").certificate(),
                            clock.instant())
                    .sealSigner(
                            fresh("seal-2027").certificate().getPublicKey(),
                            "R2",
                            BigInteger.valueOf(0x20),
                            Set.of("A", "I"));
            hold(service, new AnnounceStep(announced(next)));
        }
        try (ConfigurableApplicationContext service = start(false)) {
            clock.passed = Duration.ofDays(6);
            between = approved();
            clock.passed = Duration.ofDays(7).plusHours(1);
            hold(
                    service,
                    new ActivateStep(RegisteredService.fingerprint(next)),
                    new RetiringStep(RegisteredService.fingerprint(old.certificate())));
            assertThat(service.getBean(Authority.class).sealSigner().certificate())
                    .isEqualTo(next);
        }
        try (ConfigurableApplicationContext service = start(true)) {
            awaitRelease(between);
            assertThat(SealDecoder.decode(seal(service, between)).names(next))
                    .as("recorded for the old key, signed with the new one")
                    .isTrue();
            assertThat(verdict(service, seal(service, before)).outcome()).isEqualTo(Outcome.VALID);
            assertThat(verdict(service, seal(service, between)).outcome()).isEqualTo(Outcome.VALID);

            clock.passed = clock.passed.plusHours(2);
            hold(
                    service,
                    new RevokeStep(
                            RegisteredService.fingerprint(old.certificate()),
                            "keyCompromise",
                            clock.instant().minusSeconds(1_800).truncatedTo(ChronoUnit.SECONDS)));
            Verdict logged = verdict(service, seal(service, before));
            assertThat(logged.outcome()).as(logged.checks().toString()).isEqualTo(Outcome.VALID);
            assertThat(verdict(service, seal(service, between)).outcome()).isEqualTo(Outcome.VALID);
            Verdict forged = verdict(service, forged(old));
            assertThat(forged.outcome()).isEqualTo(Outcome.INVALID);
            assertThat(forged.reason().orElseThrow().toString()).contains("REVOKED_CERTIFICATE");
        }
    }

    private Service.PermitSigner announced(X509Certificate certificate) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Service.PermitSigner(
                Service.SignerKind.SEAL,
                List.of(new LocalText("en", "Seal signer 2 (demo)")),
                certificate,
                StateHistory.only(KeyState.ANNOUNCED, now),
                Scope.ofSeals(Set.of("UTO"), Set.of("FB06")),
                new Term(now, now.plus(Duration.ofDays(400))),
                Optional.empty());
    }

    /** Holds a ceremony, and waits until a publication shows it. */
    private void hold(ConfigurableApplicationContext service, Step... steps) throws Exception {
        Path directory = data.resolve("trust");
        CeremonyFolder folder = new CeremonyFolder(directory);
        CeremonyHistory history = folder.history();
        Instant at = steps[0] instanceof AnnounceStep announce
                ? announce.service().states().since()
                : clock.instant();
        CeremonyFile file = history.next(at, "Test", "A test", Arrays.asList(steps));
        Assembly assembly = new Assembly(file, history.rootInForce())
                .add(CeremonyPart.sign(file, key("root-1")))
                .add(CeremonyPart.sign(file, key("root-3")));
        folder.append(
                assembly.transcript(), new Circumstances(clock.instant(), new PublishedListsFile(directory).read()));
        Authority authority = service.getBean(Authority.class);
        for (int i = 0; i < 600 && authority.wantsPublication(); i++) {
            Thread.sleep(100);
        }
        assertThat(authority.wantsPublication()).isFalse();
    }

    private Signer key(String name) throws Exception {
        return HeldKey.open(place(name), secrets()).signer().orElseThrow();
    }

    private Signer fresh(String name) throws Exception {
        return HeldKey.make(place(name), KeyKind.P_256, secrets(), clock.instant())
                .signer()
                .orElseThrow();
    }

    private KeyPlace place(String name) {
        return new KeyPlace.InFile(data.resolve("trust/keys").resolve(name + ".p12"));
    }

    private Secrets secrets() {
        return Secrets.in(data.resolve("trust/keys/password"));
    }

    /** A permit of today, signed by the thief, as if of the day on which the first one was. */
    private byte[] forged(Signer stolen) {
        LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        Permit permit = PermitDraft.of(Map.ofEntries(
                        Map.entry(Field.SURNAME, "Forger"),
                        Map.entry(Field.GIVEN_NAMES, "Fritz"),
                        Map.entry(Field.BIRTH_DATE, "1985-03-12"),
                        Map.entry(Field.SEX, "M"),
                        Map.entry(Field.NATIONALITY, "XXB"),
                        Map.entry(Field.PERMIT_NUMBER, "UT2000001"),
                        Map.entry(Field.CATEGORY, "temporary"),
                        Map.entry(Field.RIGHT_FROM, day.toString()),
                        Map.entry(Field.RIGHT_UNTIL, day.plusYears(1).toString()),
                        Map.entry(Field.DOCUMENT_UNTIL, day.plusYears(1).toString()),
                        Map.entry(Field.WORK, "any"),
                        Map.entry(Field.SELF_EMPLOYMENT, "yes"),
                        Map.entry(Field.STUDY, "yes"),
                        Map.entry(Field.LEGAL_GROUND, "Utopian Residence Act, section 24"),
                        Map.entry(Field.TRAVEL_DOCUMENT_NUMBER, "P4711001"),
                        Map.entry(Field.TRAVEL_DOCUMENT_ISSUER, "XXB"),
                        Map.entry(Field.COUNTRY, "UTO"),
                        Map.entry(Field.AUTHORITY, "Migration Office of Utopia"),
                        Map.entry(Field.ISSUE_DATE, day.toString()),
                        Map.entry(Field.ISSUE_PLACE, "Port Sample")))
                .permit();
        return SealEncoder.prepare(SealRequest.of(permit, "AR", day), stolen.certificate())
                .sign(stolen)
                .received();
    }

    private Verdict verdict(ConfigurableApplicationContext service, byte[] code) throws Exception {
        Authority authority = service.getBean(Authority.class);
        Snapshot lists = Snapshots.open(
                        authority.current().orElseThrow().snapshot(), new Pin(authority.rootFingerprint()))
                .taken()
                .orElseThrow();
        return new Verifier(lists.trustSource(), lists.statusSource(), clock).verify(code, Asked.residence());
    }

    private static byte[] seal(ConfigurableApplicationContext service, String number) {
        return service.getBean(JdbcClient.class)
                .sql("SELECT finished FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single();
    }

    /** The whole service; without its worker nothing goes on from what is recorded. */
    private ConfigurableApplicationContext start(boolean worker) {
        SpringApplication application = new SpringApplication(IssuerApplication.class);
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(factory -> {
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
            beans.removeBeanDefinition("clock");
            beans.registerSingleton("clock", clock);
            if (!worker) {
                beans.removeBeanDefinition("issuanceWorker");
            }
        }));
        ConfigurableApplicationContext context = application.run(
                "--server.port=0",
                "--stayseal.data=" + data,
                "--stayseal.verifier-page=" + data.resolve("page"),
                "--stayseal.public-base-url=http://localhost:8080",
                "--stayseal.first-start=false",
                "--stayseal.publication.delay=0s");
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        return context;
    }

    private String approved() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        JsonNode application = send(
                "/api/v1/applications",
                CLERK,
                Optional.of(Map.ofEntries(
                        Map.entry("surname", "Specimen"),
                        Map.entry("givenNames", "Erika"),
                        Map.entry("birthDate", "1990-00-00"),
                        Map.entry("sex", "F"),
                        Map.entry("nationality", "XXA"),
                        Map.entry("category", "temporary"),
                        Map.entry("rightFrom", today.toString()),
                        Map.entry("rightUntil", today.plusYears(1).toString()),
                        Map.entry("work", "any"),
                        Map.entry("travelDocumentNumber", "UT1234567"),
                        Map.entry("travelDocumentIssuer", "UTO"))));
        return send(
                        "/api/v1/applications/" + application.get("id").asString() + "/approval",
                        APPROVER,
                        Optional.of(Map.of()))
                .get("permitNumber")
                .asString();
    }

    private void awaitRelease(String number) throws Exception {
        String stage = "";
        for (int i = 0; i < 1_200 && !stage.equals("RELEASED"); i++) {
            Thread.sleep(100);
            JsonNode permit = send("/api/v1/permits/" + number, CLERK, Optional.empty());
            stage = permit.get("stage").asString();
            assertThat(stage)
                    .as(() -> "refused: " + permit.get("refusedBecause"))
                    .isNotEqualTo("REFUSED");
        }
        assertThat(stage).isEqualTo("RELEASED");
    }

    private JsonNode send(String path, Officer officer, Optional<Map<String, String>> body) throws Exception {
        String pair = officer.name() + ":" + PASSWORD;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(120))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        HttpRequest asked = body.isPresent()
                ? request.POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body.get())))
                        .build()
                : request.GET().build();
        HttpResponse<byte[]> answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isBetween(200, 299);
        return json.readTree(answer.body());
    }
}
