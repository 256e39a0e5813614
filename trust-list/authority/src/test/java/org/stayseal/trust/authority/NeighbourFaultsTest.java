package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.Term;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;
import org.stayseal.trust.authority.ceremony.NeighbourStep;
import org.stayseal.trust.authority.neighbours.Adopted;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshots;

/** What goes wrong at a neighbour, or with what is kept of it, is that neighbour's loss alone (TRUST-230, TRUST-286). */
class NeighbourFaultsTest {

    private static final Instant START = Utopia.NOW;

    private final MovedClock clock = new MovedClock();

    @TempDir
    private Path folder;

    private AuthorityHome utopia;
    private VectorAuthority atlantis;

    @BeforeEach
    void pin() throws Exception {
        utopia = open();
        atlantis = VectorAuthority.of(
                Utopia.keys(), AuthorityProfile.atlantis(URI.create("https://residence.atlantis.example")), START);
        new DemoCeremonies(folder.resolve("utopia"), clock)
                .hold(new NeighbourStep(PinnedNeighbour.of(
                        new NeighbourPin(
                                "ATL",
                                Environment.DEMO,
                                new Pin(atlantis.rootFingerprint()),
                                Set.of("ATL"),
                                Set.of("FB06", "RP1"),
                                Set.of("full"),
                                List.of("https://residence.atlantis.example/status/")),
                        Optional.empty())));
    }

    @AfterEach
    void close() {
        utopia.close();
    }

    private AuthorityHome open() {
        return AuthorityHome.openOrCreateDemo(
                folder.resolve("utopia"), AuthorityProfile.utopia(URI.create("https://permits.utopia.example")), clock);
    }

    @Test
    void whatIsKeptOfANeighbourAndDamagedLeavesThatOneOutUntilItIsTakenInAgain() throws Exception {
        byte[] theirs = atlantis.publish(input()).snapshot();
        utopia.neighbours().take("ATL", theirs);
        assertThat(published().neighbours()).hasSize(1);
        flipAByte(kept());

        assertThat(published().neighbours()).isEmpty();
        assertThat(utopia.shortcomings())
                .anySatisfy(line -> assertThat(line)
                        .contains("neighbour ATL: left out")
                        .contains("damaged")
                        .contains("trust neighbour fetch"));

        utopia.neighbours().take("ATL", theirs);
        assertThat(published().neighbours()).hasSize(1);
        assertThat(utopia.shortcomings()).isEmpty();
    }

    @Test
    void aMarkThatIsDamagedStopsNothing() throws Exception {
        utopia.neighbours().take("ATL", atlantis.publish(input()).snapshot());
        Files.write(keptFile("fetched"), new byte[] {(byte) 0xff, 1});
        Files.write(keptFile("newest"), new byte[] {(byte) 0xff, 1});

        assertThat(published().neighbours()).hasSize(1);
        assertThat(utopia.wantsPublication()).isFalse();
    }

    @Test
    void aClockThatWasAheadWhenTheNeighbourWasFetchedStopsNothing() throws Exception {
        byte[] theirs = atlantis.publish(input()).snapshot();
        clock.pass(Duration.ofHours(2));
        utopia.neighbours().take("ATL", theirs);
        clock.pass(Duration.ofHours(-2));

        TrustList list = published();
        assertThat(list.neighbours())
                .singleElement()
                .extracting(Neighbour::fetched)
                .isEqualTo(list.issued());
        assertThat(utopia.shortcomings()).isEmpty();
    }

    @Test
    void aNeighbourIsOneEntityHoweverManyItHas() throws Exception {
        take(List.of(
                signer("RP1", 0x77, atlantis.sealSigner().certificate().getPublicKey(), KeyState.ACTIVE),
                signer("RP1", 0x78, utopia.sealSigner().certificate().getPublicKey(), KeyState.ACTIVE)));

        assertThat(utopia.neighbours().adopt(Stream.of()).entities())
                .singleElement()
                .satisfies(entity -> assertThat(entity.services()).hasSizeGreaterThan(4));
        assertThat(published().entities()).hasSize(2);
    }

    @Test
    void aKeyThatTheNeighbourRevokesUnderACertificateThatIsNotTakenIsRevoked() throws Exception {
        PublicKey stolen = atlantis.credentialSigner().certificate().getPublicKey();
        take(List.of(signer("RPC1", 0x77, stolen, KeyState.REVOKED)));

        List<Service.PermitSigner> signers = utopia.neighbours().adopt(Stream.of()).entities().stream()
                .flatMap(entity -> entity.services().stream())
                .filter(Service.PermitSigner.class::isInstance)
                .map(Service.PermitSigner.class::cast)
                .toList();
        assertThat(signers)
                .filteredOn(signer -> signer.certificate().getPublicKey().equals(stolen))
                .singleElement()
                .satisfies(signer -> {
                    assertThat(signer.states().now()).isEqualTo(KeyState.REVOKED);
                    assertThat(signer.states().since()).isEqualTo(START.minusSeconds(60));
                    assertThat(signer.scope().documentTypes()).containsExactly("RP1");
                });
        assertThat(signers)
                .anySatisfy(signer -> assertThat(signer.states().now()).isEqualTo(KeyState.ACTIVE));
    }

    /** TRUST-84 compares with it: without it a revocation could be taken back. */
    @Test
    void aStatusListOfOnesOwnWithoutItsSecondFormIsDamageAndNoNeighbours() throws Exception {
        utopia.publish(input());
        utopia.close();
        Path second = folder.resolve("utopia/publications/p-1/jwt.zip");
        byte[] content = Files.readAllBytes(second);
        Files.delete(second);

        assertThatThrownBy(this::open).hasStackTraceContaining("lacks").hasStackTraceContaining(".jwt");
        Files.write(second, content);
        utopia = open();
    }

    /** Each in an entity of its own. */
    private void take(List<Service> further) throws Exception {
        List<LocalText> name = List.of(new LocalText("en", "Further office"));
        List<TrustedEntity> entities = further.stream()
                .map(service -> new TrustedEntity(name, List.of(service)))
                .toList();
        byte[] zip = atlantis.with(new Adopted(List.of(), entities, List.of(), List.of(), List.of()))
                .publish(input())
                .snapshot();
        utopia.neighbours().take("ATL", zip);
    }

    private Service signer(String documentType, long serial, PublicKey key, KeyState state) {
        FurtherSigner further = FurtherSigner.ofCredentials("credential-signer", "Atlantis further signer", serial);
        return new Service.PermitSigner(
                Service.SignerKind.CREDENTIAL,
                List.of(new LocalText("en", "Further signer")),
                atlantis.hierarchy().certificate(atlantis.profile(), further, key),
                state == KeyState.REVOKED
                        ? ListedStates.revoked(START.minusSeconds(120), START.minusSeconds(60), "keyCompromise")
                        : org.stayseal.spec.trust.StateHistory.only(state, START.minusSeconds(60)),
                new Scope(Set.of("ATL"), Set.of(documentType), Set.of("full")),
                new Term(START.minusSeconds(60), START.plus(Duration.ofDays(400))),
                Optional.empty());
    }

    private TrustList published() throws Exception {
        byte[] zip = utopia.publish(input()).snapshot();
        return Snapshots.open(zip, new Pin(utopia.rootFingerprint()))
                .taken()
                .orElseThrow()
                .trustList();
    }

    private Path kept() throws IOException {
        return keptFile("snapshot.zip");
    }

    private Path keptFile(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("utopia/neighbours/ATL"))) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void flipAByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static PublicationInput input() {
        return new PublicationInput(List.of(new PublicationInput.StatusShard(0, 64, Map.of())), Map.of());
    }
}
