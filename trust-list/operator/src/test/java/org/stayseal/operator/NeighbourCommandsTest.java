package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.AuthorityHome;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshots;

/** A neighbour from the pin to the withdrawal, and a bulletin, as an operator types them (TRUST-280 to TRUST-283). */
@Tag("whole")
class NeighbourCommandsTest {

    @TempDir
    private Path folder;

    private Instant now = Session.NOW;
    private String demo = "";
    private String theirRoot = "";
    private Path theirs = Path.of("");

    @BeforeEach
    void begin() throws Exception {
        demo = folder.resolve("demo").toString();
        ok("init", demo, "--demo");
        theirs = folder.resolve("atlantis.zip");
        try (AuthorityHome atlantis = AuthorityHome.openOrCreateDemo(
                folder.resolve("atlantis"),
                AuthorityProfile.atlantis(URI.create("https://residence.atlantis.example")),
                Clock.fixed(now, ZoneOffset.UTC))) {
            theirRoot = atlantis.rootFingerprint().hex();
            Files.write(
                    theirs,
                    atlantis.publish(new PublicationInput(
                                    List.of(new PublicationInput.StatusShard(0, 64, Map.of())), Map.of()))
                            .snapshot());
        }
    }

    private Session run(String... args) {
        return Session.at(now, args);
    }

    private Session ok(String... args) {
        Session session = run(args);
        assertThat(session.exit()).as(session.all()).isZero();
        return session;
    }

    private Session add(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "neighbour", "add", demo, "ATL", "--root", theirRoot, "--document", "FB06", "--document", "RP1"));
        args.addAll(List.of("--reason", "Agreement", "--demo-keys"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private TrustList published() throws Exception {
        Path zip = folder.resolve("published.zip");
        Session session = run("publish", demo, "--snapshot", zip.toString());
        assertThat(session.exit()).as(session.all()).isIn(0, 2);
        Pin pin = new Pin(
                new AuthorityDirectory(Path.of(demo)).history().authority().orElseThrow());
        return Snapshots.open(Files.readAllBytes(zip), pin)
                .taken()
                .orElseThrow()
                .trustList();
    }

    @Test
    void aNeighbourIsPinnedFetchedListedAndWithdrawn() throws Exception {
        Session added = add("--purpose", "full", "--prefix", "https://residence.atlantis.example/status/");
        assertThat(added.exit()).as(added.all()).isZero();
        assertThat(added.out())
                .contains("neighbour ATL: pinned, root")
                .contains("root         " + theirRoot)
                .contains("documents    FB06, RP1")
                .contains("so: verifiers believe what this country lists");
        Session before = run("neighbour", "list", demo);
        assertThat(before.exit()).isEqualTo(2);
        assertThat(before.out()).contains("ATL: believed").contains("none was taken in");

        Session fetched = ok("neighbour", "fetch", demo, "ATL", "--file", theirs.toString());
        assertThat(fetched.out())
                .contains("taken in: list 1 of ATL")
                .contains("listed   ")
                .contains("as it stands there");
        assertThat(ok("neighbour", "list", demo).out()).contains("list").contains("1, made");
        assertThat(published().neighbours())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Neighbour.State.TRUSTED));
        assertThat(run("status", demo).out()).contains("neighbour ATL: believed");

        now = now.plus(Duration.ofHours(1));
        Session withdrawn = ok("neighbour", "withdraw", demo, "ATL", "--reason", "Robbed", "--demo-keys");
        assertThat(withdrawn.out())
                .contains("neighbour ATL: withdrawn since")
                .contains("so: every permit of it is refused by every verifier");
        TrustList after = published();
        assertThat(after.neighbours())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Neighbour.State.WITHDRAWN));
        assertThat(after.entities().stream()
                        .filter(entity -> entity.origin().isPresent())
                        .flatMap(entity -> entity.services().stream())
                        .filter(Service.PermitSigner.class::isInstance)
                        .map(service -> service.states().now()))
                .isNotEmpty()
                .containsOnly(KeyState.REVOKED);

        now = now.plus(Duration.ofHours(1));
        Session again = add();
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("TRUST-282");
    }

    @Test
    void whatIsNoPinIsRefusedBeforeAnythingIsWritten() throws Exception {
        assertThat(add("--country", "UTO").err()).contains("TRUST-281").contains("this country itself");
        assertThat(add("--prefix", "https://residence.atlantis.example").exit()).isEqualTo(64);
        assertThat(add("--purpose", "anything").exit()).isEqualTo(64);
        assertThat(add("--address", "ftp://residence.atlantis.example").exit()).isEqualTo(64);
        assertThat(run("neighbour", "withdraw", demo, "ATL", "--reason", "x", "--demo-keys")
                        .err())
                .contains("no neighbour that is believed");
        assertThat(run("neighbour", "fetch", demo, "ATL").exit()).isEqualTo(64);
        assertThat(ok("neighbour", "list", demo).out()).contains("no neighbour is pinned");
    }

    @Test
    void aSnapshotThatIsNoneIsNotTakenIn() throws Exception {
        assertThat(add().exit()).isZero();
        Path broken = folder.resolve("broken.zip");
        Files.write(broken, new byte[] {1, 2, 3});
        Session refused = run("neighbour", "fetch", demo, "ATL", "--file", broken.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("CORRUPT").contains("goes on to be listed");
        assertThat(run("neighbour", "fetch", demo, "ATL").err()).contains("give --address or --file");
    }

    @Test
    void aBulletinIsToldAndEnded() throws Exception {
        Session told = ok(
                "bulletin",
                "add",
                demo,
                "UT-B-1",
                "--severity",
                "critical",
                "--days",
                "3",
                "--text",
                "Look twice.",
                "--text",
                "lt:Pažiūrėkite dukart.",
                "--reason",
                "Theft",
                "--demo-keys");
        assertThat(told.out()).contains("lt: Pažiūrėkite dukart.").contains("It changes no answer.");
        assertThat(published().bulletins()).extracting(Bulletin::id).containsExactly("UT-B-1");
        now = now.plus(Duration.ofHours(1));
        ok("bulletin", "withdraw", demo, "UT-B-1", "--reason", "Found", "--demo-keys");
        assertThat(published().bulletins()).isEmpty();
        assertThat(run(
                                "bulletin",
                                "add",
                                demo,
                                "UT-B-2",
                                "--severity",
                                "loud",
                                "--days",
                                "3",
                                "--text",
                                "x",
                                "--reason",
                                "x",
                                "--demo-keys")
                        .exit())
                .isEqualTo(64);
    }
}
