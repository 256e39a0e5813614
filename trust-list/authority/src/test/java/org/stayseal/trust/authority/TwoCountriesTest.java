package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Name;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.authority.ceremony.BulletinStep;
import org.stayseal.trust.authority.ceremony.NeighbourStep;
import org.stayseal.trust.authority.ceremony.WithdrawBulletinStep;
import org.stayseal.trust.authority.ceremony.WithdrawNeighbourStep;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.authority.neighbours.NeighbourRefusedException;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotFetch;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import org.stayseal.trust.reader.TrustStore;

/** Two countries, each with keys of its own, and a verifier that knows one root: from the pin to the withdrawal (docs 40, section 18). */
@Tag("whole")
class TwoCountriesTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 22);

    private final MovedClock clock = new MovedClock();
    private HttpServer server;
    private byte[] served = new byte[0];

    @TempDir
    private Path folder;

    private AuthorityHome utopia;
    private AuthorityHome atlantis;
    private TrustStore reader;

    /** Time stands still until it is moved. */
    private static final class MovedClock extends Clock {
        private Instant now = START;

        void move(Duration by) {
            now = now.plus(by);
        }

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
            return now;
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(SnapshotFetch.PATH, exchange -> {
            exchange.sendResponseHeaders(200, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        server.start();
        utopia = AuthorityHome.openOrCreateDemo(
                folder.resolve("utopia"), AuthorityProfile.utopia(URI.create("https://permits.utopia.example")), clock);
        atlantis = AuthorityHome.openOrCreateDemo(
                folder.resolve("atlantis"),
                AuthorityProfile.atlantis(URI.create("https://residence.atlantis.example")),
                clock);
        reader = TrustStore.at(folder.resolve("reader"), clock);
    }

    @AfterEach
    void close() {
        server.stop(0);
        utopia.close();
        atlantis.close();
    }

    @Test
    void aPermitOfTheNeighbourIsGoodThroughTheListOfTheCountryThatPinnedIt() throws Exception {
        String theirs = credential(atlantis.credentialSigner(), atlantis, "ATL");
        String ours = credential(utopia.credentialSigner(), utopia, "UTO");
        sync();
        assertThat(verdict(theirs).reason()).contains(Reason.UNKNOWN_CERTIFICATE);

        takeIn(atlantis.publish(input()).snapshot());
        sync();

        assertThat(verdict(theirs).outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict(theirs).trust().neighbour())
                .hasValueSatisfying(one -> assertThat(one.country()).isEqualTo("ATL"));
        assertThat(verdict(ours).outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict(ours).trust().neighbour()).isEmpty();
    }

    @Test
    void whatTheNeighbourRevokesIsRevokedHereWithTheNextTwoPublications() throws Exception {
        String theirs = credential(atlantis.credentialSigner(), atlantis, "ATL");
        takeIn(atlantis.publish(input()).snapshot());
        sync();

        clock.move(Duration.ofHours(1));
        served = atlantis.publish(input(1)).snapshot();
        utopia.neighbours().fetch("ATL", address());
        sync();

        assertThat(verdict(theirs).reason()).contains(Reason.REVOKED);
    }

    @Test
    void aKeyThatAThiefOfTheNeighboursListAddsForOurCountrySignsNothingHere() throws Exception {
        VectorAuthority stolen = VectorAuthority.of(Utopia.keys(), atlantis.profile(), START);
        Signer thief = stolen.credentialSigner();
        stolen.listing(new Service.PermitSigner(
                Service.SignerKind.CREDENTIAL,
                List.of(new LocalText("en", "For Utopia")),
                utopia.credentialSigner().certificate(),
                StateHistory.only(KeyState.ACTIVE, START.minusSeconds(60)),
                new Scope(Set.of("UTO"), Set.of("RP1"), Set.of("full")),
                new Term(START.minusSeconds(60), START.plus(Duration.ofDays(400))),
                Optional.empty()));
        stolen.listing(new Service.Csca(
                List.of(new LocalText("en", "For both")),
                certificateOfOurCsca(),
                StateHistory.only(KeyState.ACTIVE, START.minusSeconds(60)),
                Scope.ofCsca(Set.of("ATL", "UTO"))));
        stolen.listing(revokedOver(stolen, utopia.credentialSigner()));
        pinned(new Pin(stolen.rootFingerprint()));
        clock.move(Duration.ofHours(1));
        utopia.neighbours()
                .take("ATL", stolen.at(clock.instant()).publish(input()).snapshot());
        sync();

        Verdict forged = verdict(credential(thief, utopia, "UTO"));
        assertThat(forged.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(forged.reason()).contains(Reason.OUT_OF_SCOPE);
        assertThat(verdict(credential(utopia.credentialSigner(), utopia, "UTO")).outcome())
                .isEqualTo(Outcome.VALID);
        assertThat(utopia.neighbours().adopt(java.util.stream.Stream.of()).decisions())
                .anySatisfy(one -> assertThat(one.toString()).contains("OTHER_COUNTRY"))
                .anySatisfy(one -> assertThat(one.toString()).contains("OTHER_SUBJECT"));
    }

    @Test
    void aWithdrawnNeighbourIsRefusedByAReaderThatTakesTheNextUpdate() throws Exception {
        String theirs = credential(atlantis.credentialSigner(), atlantis, "ATL");
        String ours = credential(utopia.credentialSigner(), utopia, "UTO");
        takeIn(atlantis.publish(input()).snapshot());
        sync();
        assertThat(verdict(theirs).outcome()).isEqualTo(Outcome.VALID);

        clock.move(Duration.ofHours(1));
        ceremonies().hold(new WithdrawNeighbourStep("ATL"));
        sync();

        assertThat(verdict(theirs).reason()).contains(Reason.REVOKED_CERTIFICATE);
        assertThat(verdict(ours).outcome()).isEqualTo(Outcome.VALID);

        // A restart forgets nothing of it, and the neighbour's next list changes nothing.
        utopia.close();
        utopia = AuthorityHome.openOrCreateDemo(folder.resolve("utopia"), utopia.profile(), clock);
        clock.move(Duration.ofHours(1));
        served = atlantis.publish(input()).snapshot();
        utopia.neighbours().fetch("ATL", address());
        sync();
        assertThat(verdict(theirs).reason()).contains(Reason.REVOKED_CERTIFICATE);
    }

    @Test
    void anUnreachableNeighbourIsListedOnAndIsOverWhenItsOwnListIs() throws Exception {
        String theirs = credential(atlantis.credentialSigner(), atlantis, "ATL");
        takeIn(atlantis.publish(input()).snapshot());
        sync();

        clock.move(Duration.ofDays(2));
        served = new byte[] {1, 2, 3};
        assertThatThrownBy(() -> utopia.neighbours().fetch("ATL", address()))
                .isInstanceOf(NeighbourRefusedException.class)
                .hasMessageContaining("CORRUPT");
        sync();
        assertThat(verdict(theirs).outcome()).isEqualTo(Outcome.VALID);
        assertThat(utopia.neighbours().age("ATL")).contains(Duration.ofDays(2));

        clock.move(Duration.ofDays(4));
        sync();
        assertThat(verdict(theirs).outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(verdict(theirs).reason()).contains(Reason.TRUST_LIST_STALE);
        assertThat(verdict(credential(utopia.credentialSigner(), utopia, "UTO")).outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void anOlderListAForeignRootAndAListFromTheFutureOfTheNeighbourAreNotTaken() throws Exception {
        byte[] first = atlantis.publish(input()).snapshot();
        clock.move(Duration.ofHours(1));
        byte[] second = atlantis.publish(input()).snapshot();
        takeIn(second);

        assertThatThrownBy(() -> utopia.neighbours().take("ATL", first)).hasMessageContaining("OLDER");
        byte[] stranger = VectorAuthority.stranger(atlantis.profile(), START)
                .publish(input())
                .snapshot();
        assertThatThrownBy(() -> utopia.neighbours().take("ATL", stranger)).hasMessageContaining("UNKNOWN_ROOT");
        clock.move(Duration.ofHours(1));
        byte[] third = atlantis.publish(input()).snapshot();
        clock.move(Duration.ofHours(-1));
        assertThatThrownBy(() -> utopia.neighbours().take("ATL", third)).hasMessageContaining("now is");
    }

    @Test
    void whatTheNeighbourKeepsOfAStolenKeyTravelsFromOnePublicationToTheNext() throws Exception {
        VectorAuthority theirs = VectorAuthority.of(Utopia.keys(), atlantis.profile(), START);
        var signer = theirs.sealSigner().certificate();
        var leaves = LogAttacks.leaves(signer);
        Publication before = theirs.publish(input().with(LogAttacks.log(leaves)));
        StolenKey kept = StolenKey.of(
                signer,
                START.plusSeconds(60),
                before.treeHead().orElseThrow(),
                theirs.rootFingerprint(),
                List.of(theirs.rootDocument()),
                leaves.iterator());
        clock.move(Duration.ofHours(1));
        byte[] after = theirs.revokeSealSigner(START.plusSeconds(120))
                .at(clock.instant())
                .publish(input().with(LogAttacks.log(leaves)).keeping(List.of(kept)))
                .snapshot();
        pinned(new Pin(theirs.rootFingerprint()));
        utopia.neighbours().take("ATL", after);
        sync();
        clock.move(Duration.ofHours(1));
        sync();

        var snapshot = reader.kept(new Pin(utopia.rootFingerprint()))
                .orElseThrow()
                .taken()
                .orElseThrow();
        assertThat(snapshot.keptLogs()).hasSize(1);
    }

    @Test
    void nobodyIsPinnedForOurCountryOrForAddressesOfAnother() {
        Pin root = new Pin(atlantis.rootFingerprint());
        assertThatThrownBy(() -> ceremonies().hold(step(root, Set.of("ATL", "UTO"), List.of())))
                .hasMessageContaining("TRUST-281")
                .hasMessageContaining("this country itself");
        for (String prefix : List.of("https://permits.utopia.example/", "https://permits.utopia.example/status/1/")) {
            assertThatThrownBy(() -> ceremonies().hold(step(root, Set.of("ATL"), List.of(prefix))))
                    .hasMessageContaining("TRUST-281")
                    .hasMessageContaining("status address");
        }
        assertThat(utopia.neighbours().pinned()).isEmpty();
    }

    @Test
    void aWithdrawnRootIsPinnedNeverAgainAndANewOneIs() throws Exception {
        takeIn(atlantis.publish(input()).snapshot());
        sync();
        clock.move(Duration.ofHours(1));
        ceremonies().hold(new WithdrawNeighbourStep("ATL"));
        sync();

        assertThatThrownBy(() -> pinned(new Pin(atlantis.rootFingerprint())))
                .hasMessageContaining("TRUST-282")
                .hasMessageContaining("was withdrawn");
        VectorAuthority anew = VectorAuthority.stranger(atlantis.profile(), clock.instant());
        pinned(new Pin(anew.rootFingerprint()));
        utopia.neighbours().take("ATL", anew.publish(input()).snapshot());
        clock.move(Duration.ofHours(1));
        sync();
        assertThat(verdict(credential(anew.credentialSigner(), atlantis, "ATL")).outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void theServiceFetchesWhatANeighbourPublishesAndWantsToListItAtOnce() throws Exception {
        String theirs = credential(atlantis.credentialSigner(), atlantis, "ATL");
        served = atlantis.publish(input()).snapshot();
        ceremonies().hold(new NeighbourStep(PinnedNeighbour.of(terms(atlantis), Optional.of(address()))));
        sync();
        assertThat(utopia.shortcomings()).anySatisfy(line -> assertThat(line).contains("nothing of it was taken in"));

        assertThat(utopia.fetchNeighbours()).isEmpty();
        assertThat(utopia.wantsPublication()).isTrue();
        sync();
        assertThat(utopia.wantsPublication()).isFalse();
        assertThat(utopia.shortcomings()).isEmpty();
        assertThat(verdict(theirs).outcome()).isEqualTo(Outcome.VALID);

        // The same again is nothing new; what the neighbour revokes is listed with the next publication, which is due
        // at once.
        assertThat(utopia.fetchNeighbours()).isEmpty();
        assertThat(utopia.wantsPublication()).isFalse();
        clock.move(Duration.ofMinutes(10));
        served = atlantis.publish(input(1)).snapshot();
        assertThat(utopia.fetchNeighbours()).isEmpty();
        assertThat(utopia.wantsPublication()).isTrue();
        sync();
        assertThat(verdict(theirs).reason()).contains(Reason.REVOKED);

        served = new byte[] {1};
        assertThat(utopia.fetchNeighbours())
                .singleElement()
                .asString()
                .contains("neighbour ATL")
                .contains("CORRUPT");
        assertThat(utopia.wantsPublication()).isFalse();
        clock.move(Duration.ofDays(8));
        sync();
        assertThat(utopia.shortcomings()).singleElement().asString().contains("none of its permits is good any more");
    }

    @Test
    void anIncidentThatACeremonyTellsIsShownUntilAnotherEndsIt() throws Exception {
        Bulletin bulletin = new Bulletin(
                "UT-B-2",
                clock.instant(),
                clock.instant().plus(Duration.ofDays(30)),
                Bulletin.Severity.WARNING,
                List.of(new LocalText("en", "Blank seals were stolen.")),
                Set.of());
        ceremonies().hold(new BulletinStep(bulletin));
        sync();
        String ours = credential(utopia.credentialSigner(), utopia, "UTO");
        assertThat(shown()).containsExactly("UT-B-2");
        assertThat(verdict(ours).outcome()).isEqualTo(Outcome.VALID);
        assertThatThrownBy(() -> ceremonies().hold(new BulletinStep(bulletin))).hasMessageContaining("TRUST-283");

        clock.move(Duration.ofHours(1));
        ceremonies().hold(new WithdrawBulletinStep("UT-B-2"));
        sync();
        assertThat(shown()).isEmpty();
        assertThatThrownBy(() -> ceremonies().hold(new WithdrawBulletinStep("UT-B-2")))
                .hasMessageContaining("is over");
    }

    /** TRUST-286. */
    @Test
    void aNeighbourWithWhichTheListWouldBeRefusedIsLeftOutAndTheListIsPublished() throws Exception {
        served = atlantis.publish(input()).snapshot();
        ceremonies().hold(step(new Pin(atlantis.rootFingerprint()), Set.of("ATL"), List.of("https://moved.example/")));
        utopia.neighbours().fetch("ATL", address());
        assertThat(listedNeighbours()).containsExactly("ATL");

        // A demo that moves signs its status lists at its new address, which is the neighbour's now.
        utopia.close();
        utopia = AuthorityHome.openOrCreateDemo(
                folder.resolve("utopia"), AuthorityProfile.utopia(URI.create("https://moved.example")), clock);
        clock.move(Duration.ofHours(1));
        assertThat(listedNeighbours()).isEmpty();
        assertThat(utopia.shortcomings())
                .singleElement()
                .asString()
                .contains("neighbour ATL: left out")
                .contains("address of a neighbour");
    }

    private List<String> listedNeighbours() throws Exception {
        byte[] zip = utopia.publish(new PublicationInput(List.of(), Map.of())).snapshot();
        var snapshot =
                Snapshots.open(zip, new Pin(utopia.rootFingerprint())).taken().orElseThrow();
        return snapshot.trustList().neighbours().stream()
                .map(one -> one.country())
                .toList();
    }

    private List<String> shown() throws IOException {
        var snapshot = reader.kept(new Pin(utopia.rootFingerprint()))
                .orElseThrow()
                .taken()
                .orElseThrow();
        return snapshot.trustList().bulletins().stream().map(Bulletin::id).toList();
    }

    @Test
    void aBulletinTravelsWithTheListAndIsShownBesideTheVerdictThatItConcerns() throws Exception {
        String theirs = credential(atlantis.credentialSigner(), atlantis, "ATL");
        takeIn(atlantis.publish(input()).snapshot());
        sync();
        Verdict before = verdict(theirs);
        utopia.tell(new Bulletin(
                "UT-B-1",
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1)),
                Bulletin.Severity.CRITICAL,
                List.of(new LocalText("en", "Look twice.")),
                Set.of(NoticeScope.fingerprint(atlantis.credentialSigner().certificate()))));
        clock.move(Duration.ofHours(1));
        sync();

        Verdict after = verdict(theirs);
        assertThat(after.bulletins()).extracting(Bulletin::id).containsExactly("UT-B-1");
        assertThat(after.outcome()).isEqualTo(before.outcome());
        assertThat(after.reason()).isEqualTo(before.reason());
        assertThat(verdict(credential(utopia.credentialSigner(), utopia, "UTO")).bulletins())
                .isEmpty();
    }

    private void takeIn(byte[] snapshot) throws Exception {
        served = snapshot;
        pinned(new Pin(atlantis.rootFingerprint()));
        utopia.neighbours().fetch("ATL", address());
    }

    private DemoCeremonies ceremonies() {
        return new DemoCeremonies(folder.resolve("utopia"), clock);
    }

    private void pinned(Pin root) throws Exception {
        ceremonies().hold(step(root, Set.of("ATL"), List.of("https://residence.atlantis.example/status/")));
    }

    private static NeighbourPin terms(Authority neighbour) {
        return step(
                        new Pin(neighbour.rootFingerprint()),
                        Set.of("ATL"),
                        List.of("https://residence.atlantis.example/status/"))
                .neighbour()
                .pin();
    }

    private static NeighbourStep step(Pin root, Set<String> countries, List<String> prefixes) {
        return new NeighbourStep(PinnedNeighbour.of(
                new NeighbourPin(
                        "ATL",
                        Environment.DEMO,
                        root,
                        countries,
                        Set.of("FB06", "RP1"),
                        Set.of("full", "work", "bank", "stay"),
                        prefixes),
                Optional.empty()));
    }

    private URI address() {
        return SnapshotFetch.address(
                "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                        + server.getAddress().getPort());
    }

    /** What a verifier does, connected: the country publishes, and it takes what is new. */
    private void sync() throws Exception {
        byte[] zip = utopia.publish(input()).snapshot();
        assertThat(reader.take(zip, new Pin(utopia.rootFingerprint()))).isInstanceOf(SnapshotResult.Taken.class);
    }

    /** And offline. */
    private Verdict verdict(String code) throws IOException {
        SnapshotResult kept = reader.kept(new Pin(utopia.rootFingerprint())).orElseThrow();
        var snapshot = kept.taken().orElseThrow();
        return new Verifier(snapshot.trustSource(), snapshot.statusSource(), clock)
                .verify(code.getBytes(StandardCharsets.US_ASCII), Asked.residence());
    }

    private static PublicationInput input(int... revoked) {
        Map<Integer, Integer> statuses = revoked.length == 0 ? Map.of() : Map.of(revoked[0], 1);
        return new PublicationInput(List.of(new PublicationInput.StatusShard(0, 64, statuses)), Map.of());
    }

    /** A certificate of the neighbour's CSCA over somebody else's public key, which anybody can make, called revoked. */
    private static Service revokedOver(VectorAuthority thief, Signer victim) {
        FurtherSigner over = FurtherSigner.ofCredentials("credential-signer", "Atlantis further signer", 0x77);
        return new Service.PermitSigner(
                Service.SignerKind.CREDENTIAL,
                List.of(new LocalText("en", "Stolen, they say")),
                thief.hierarchy()
                        .certificate(thief.profile(), over, victim.certificate().getPublicKey()),
                ListedStates.revoked(START.minusSeconds(120), START.minusSeconds(60), "keyCompromise"),
                new Scope(Set.of("ATL"), Set.of("RP1"), Set.of("full")),
                new Term(START.minusSeconds(60), START.plus(Duration.ofDays(400))),
                Optional.empty());
    }

    private java.security.cert.X509Certificate certificateOfOurCsca() throws Exception {
        var snapshot = Snapshots.open(utopia.publish(input()).snapshot(), new Pin(utopia.rootFingerprint()))
                .taken()
                .orElseThrow();
        return snapshot.trustList()
                .services(Service.Csca.class)
                .findFirst()
                .orElseThrow()
                .certificate();
    }

    /** @param status whose status list it names, at index 1 */
    private static String credential(Signer signer, Authority status, String country) {
        Permit permit = new Permit(
                country,
                new Person(
                        Name.of("Muster", "Olena"),
                        new BirthDate(1985, 3, 1),
                        Optional.empty(),
                        Sex.F,
                        new Nationality("XXB"),
                        Optional.empty(),
                        Optional.empty()),
                "PN1234567",
                Category.TEMPORARY_PROTECTION,
                Optional.empty(),
                "Office",
                ISSUED,
                Optional.empty(),
                ISSUED,
                Optional.of(LocalDate.of(2028, 3, 4)),
                LocalDate.of(2028, 3, 4),
                WorkRight.any(),
                Right.yes(),
                Right.yes(),
                Optional.empty(),
                Optional.empty(),
                false);
        return UnsignedCredential.of(
                        new CredentialEncoder(new Disclosure.Choices(EnumSet.of(Purpose.FULL), false), ZoneOffset.UTC)
                                .claims(
                                        permit,
                                        Purpose.FULL,
                                        ISSUED.atStartOfDay(ZoneOffset.UTC).toInstant(),
                                        new CredentialId(new byte[CredentialId.LENGTH]),
                                        new StatusReference(status.statusUri(0), 1),
                                        Optional.empty()),
                        signer.certificate())
                .sign(signer)
                .text();
    }
}
