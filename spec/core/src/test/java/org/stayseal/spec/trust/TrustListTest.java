package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;

class TrustListTest {

    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<LocalText> NAME = List.of(new LocalText("en", "Somebody"));

    private final Signer listKey = TestKeys.p256();
    private final Signer csca = TestKeys.p384();
    private final Signer seal = TestKeys.p256();
    private final Signer credential = TestKeys.p256();
    private final Signer status = TestKeys.p256();

    @Test
    void aListIsReadBackAsItWasWritten() throws FormatException {
        TrustList list = list();

        assertThat(read(UnaryOperator.identity())).isEqualTo(list);
    }

    @Test
    void aStatusKeySignsItsOwnAddressesOnly() throws FormatException {
        TrustList list = read(UnaryOperator.identity());

        assertThat(list.statusKeys("http://localhost:8080/status/0")).hasSize(1);
        assertThat(list.statusKeys("http://localhost:8080/status/")).isEmpty();
        assertThat(list.statusKeys("http://localhost:8080/status/0/1")).isEmpty();
        assertThat(list.statusKeys("http://localhost:8080/status/0?x")).isEmpty();
        assertThat(list.statusKeys("http://localhost:8080/statuses/0")).isEmpty();
        assertThat(list.statusKeys("HTTP://localhost:8080/status/0")).isEmpty();
        assertThat(list.sealRevocationKeys()).hasSize(1);
    }

    @Test
    void aServiceOfUnknownTypeIsNotUsedAndDoesNotRefuseTheList() throws FormatException {
        TrustList list = read(json -> json.replace("urn:stayseal:service:status", "urn:stayseal:service:later"));

        assertThat(list.notUsed()).isEqualTo(1);
        assertThat(list.services(Service.StatusKey.class)).isEmpty();
    }

    @Test
    void aServiceInAnUnknownStateIsNotUsed() throws FormatException {
        TrustList list = read(json -> json.replace("urn:stayseal:state:active", "urn:stayseal:state:paused"));

        assertThat(list.services()).isEmpty();
        assertThat(list.notUsed()).isEqualTo(4);
    }

    @Test
    void aListOfWhichServicesWereLeftAsideIsNotWrittenAgainWithoutThem() throws FormatException {
        TrustList list = read(json -> json.replace("urn:stayseal:service:status", "urn:stayseal:service:later"));

        assertThatThrownBy(list::payload).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownCriticalExtensionTakesTheServiceOut() throws FormatException {
        String term = "{\"type\":\"urn:stayseal:term:1\"";
        TrustList critical = read(json -> json.replace(term, "{\"type\":\"x\",\"critical\":true}," + term));
        TrustList harmless = read(json -> json.replace(term, "{\"type\":\"x\",\"critical\":false}," + term));

        assertThat(critical.services(Service.PermitSigner.class)).isEmpty();
        assertThat(harmless.services(Service.PermitSigner.class)).hasSize(2);
    }

    @Test
    void anUnknownCriticalExtensionOfTheListIsUnsupported() {
        assertThatThrownBy(() -> read(json -> json.replace(
                        "\"SchemeExtensions\":[", "\"SchemeExtensions\":[{\"type\":\"x\",\"critical\":true},")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.kind()).isEqualTo(FormatException.Kind.UNSUPPORTED));
    }

    @Test
    void aBulletinIsReadAndOneWithoutItsMembersRefusesTheList() throws FormatException {
        String bulletin =
                "{\"id\":\"UT-B-1\",\"published\":\"2026-11-01T00:00:00Z\",\"until\":\"2026-12-01T00:00:00Z\",\"severity\":\"%s\","
                        + "\"text\":[{\"lang\":\"en\",\"value\":\"x\"}],\"services\":[]}";

        assertThat(read(json -> json.replace(
                                "{\"LoTE\":{", "{\"LoTE\":{\"Bulletin\":[" + bulletin.formatted("critical") + "],"))
                        .bulletins())
                .singleElement()
                .satisfies(one -> assertThat(one.severity()).isEqualTo(Bulletin.Severity.CRITICAL));
        assertThat(read(json ->
                        json.replace("{\"LoTE\":{", "{\"LoTE\":{\"Bulletin\":[" + bulletin.formatted("later") + "],")))
                .isEqualTo(list());
        refused("TRUST-235", json -> json.replace("{\"LoTE\":{", "{\"LoTE\":{\"Bulletin\":[{\"act\":\"x\"}],"));
        refused("TRUST-220", json -> json.replace("{\"LoTE\":{", "{\"LoTE\":{\"Neighbours\":\"x\","));
    }

    @Test
    void aSealSignerWithTheScopeOfACredentialIsRefused() {
        refused("TRUST-43", json -> json.replace("\"documentTypes\":[\"FB06\"]", "\"documentTypes\":[\"RP1\"]"));
        refused(
                "TRUST-43",
                json -> json.replace(
                        "\"documentTypes\":[\"FB06\"]", "\"documentTypes\":[\"FB06\"],\"purposes\":[\"full\"]"));
        refused("TRUST-43", json -> json.replace("\"documentTypes\":[\"FB06\"]", "\"documentTypes\":[\"*\"]"));
    }

    @Test
    void aSignerOfVdsNcsIsListedForEveryTypeThatNc6Allows() {
        assertThat(List.of(
                        "uto.residence-permit", "icao.vacc", "uto-north.a", "a.b.c.d.e.f.g.h", "a." + "b".repeat(62)))
                .allMatch(Service.SignerKind.VDS_NC::signs);
        assertThat(List.of("icao", "ICAO.vacc", "a..b", "a.", "a.b.c.d.e.f.g.h.i", "a." + "b".repeat(63), "a.b\n", "*"))
                .noneMatch(Service.SignerKind.VDS_NC::signs);
    }

    @Test
    void aWildcardInAStatusPrefixIsRefused() {
        refused("TRUST-44", json -> json.replace("http://localhost:8080/status/", "http://localhost:8080/status"));
    }

    @Test
    void aSignerWithoutScopeIsRefused() {
        refused(
                "TRUST-42",
                json -> json.replace("\"urn:stayseal:scope:1\",\"critical\":true", "\"x\",\"critical\":false"));
    }

    @Test
    void aStateFromTheFutureIsRefused() {
        refused(
                "TRUST-46",
                json -> json.replace(
                        "\"StatusStartingTime\":\"2026-11-22T00:00:00Z\"",
                        "\"StatusStartingTime\":\"2026-11-23T00:00:00Z\""));
    }

    @Test
    void aKeyThatComesBackFromTheDeadIsRefused() {
        refused(
                "TRUST-46",
                json -> json.replace(
                        "\"ServiceHistory\":[]",
                        "\"ServiceHistory\":[{\"ServiceStatus\":\"urn:stayseal:state:revoked\",\"StatusStartingTime\":\"2026-11-01T00:00:00Z\"}]"));
    }

    @Test
    void oneCertificateInTwoServicesIsRefused() {
        refused("TRUST-42", json -> {
            int start = json.indexOf("[{\"ServiceInformation\"") + 1;
            int end = json.indexOf(",{\"ServiceInformation\"");
            return json.replace(
                    json.substring(start, end), json.substring(start, end) + "," + json.substring(start, end));
        });
    }

    @Test
    void aListOfAnotherTypeOrVersionIsRefused() {
        refused("TRUST-40", json -> json.replace("urn:stayseal:list:residence-permits", "urn:x"));
        refused("TRUST-40", json -> json.replace("\"LoTEVersionIdentifier\":1", "\"LoTEVersionIdentifier\":2"));
    }

    @Test
    void statesGoRightwardsOnly() {
        StateChange active = new StateChange(KeyState.ACTIVE, NOON);
        StateChange retired = new StateChange(KeyState.RETIRED, DAY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateHistory(List.of(active, retired), Optional.empty()));
    }

    private void refused(String rule, UnaryOperator<String> change) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule));
    }

    private TrustList read(UnaryOperator<String> change) throws FormatException {
        String payload = new String(list().payload(), StandardCharsets.UTF_8);
        byte[] bytes = SignedDocument.write(
                DocumentKind.TRUST_LIST, change.apply(payload).getBytes(StandardCharsets.UTF_8), List.of(listKey));
        return TrustList.read(SignedDocument.read(bytes, DocumentKind.TRUST_LIST));
    }

    private TrustList list() {
        StateHistory active = StateHistory.only(KeyState.ACTIVE, DAY);
        Term term = new Term(DAY, Instant.parse("2028-01-22T00:00:00Z"));
        Set<String> countries = Set.of("UTO");
        return new TrustList(
                new Head("UTO", Environment.DEMO, 7, NOON, Instant.parse("2026-11-29T12:00:00Z")),
                "UT",
                NAME,
                NAME,
                List.of(new TrustedEntity(
                        NAME,
                        List.of(
                                new Service.Csca(NAME, csca.certificate(), active, Scope.ofCsca(countries)),
                                new Service.PermitSigner(
                                        Service.SignerKind.SEAL,
                                        NAME,
                                        seal.certificate(),
                                        active,
                                        Scope.ofSeals(countries, Set.of("FB06")),
                                        term,
                                        Optional.of(new LegalEffect("none", List.of("UT"), true))),
                                new Service.PermitSigner(
                                        Service.SignerKind.CREDENTIAL,
                                        NAME,
                                        credential.certificate(),
                                        active,
                                        Scope.ofCredentials(countries, Set.of("full", "stay")),
                                        term,
                                        Optional.empty()),
                                new Service.StatusKey(
                                        NAME,
                                        TestKeys.key(status),
                                        active,
                                        List.of("http://localhost:8080/status/"),
                                        true)))),
                List.of(),
                0);
    }
}
