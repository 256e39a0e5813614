package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three of five people begin an authority and change it, two of them with tokens; everything that they do is what docs/operator.md says. */
@Tag("whole")
class RecordedCeremonyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private People people;
    private String directory = "";

    @BeforeEach
    void fivePeopleMakeTheirKeys() throws Exception {
        People.requireTokens(4);
        people = new People(folder, NOW);
        directory = people.file("authority");
    }

    @Test
    void threeOfFiveBeginAnAuthorityAnnounceASignerAndReplaceAPerson() throws Exception {
        String first = begun();

        Session two = people.run(
                "ceremony", "finish", directory, first, people.signs("token-0", first), people.signs("b", first));
        assertThat(two.exit()).isEqualTo(2);
        assertThat(two.out()).contains("missing    new root: 2 of 3 signed");
        String[] three = {people.signs("token-0", first), people.signs("token-1", first), people.signs("c", first)};
        Session dry = people.ok("ceremony", "finish", directory, first, three[0], three[1], three[2]);
        assertThat(dry.err()).contains("dry run");
        assertThat(Path.of(directory)).doesNotExist();
        people.ok("ceremony", "finish", "--commit", directory, first, three[0], three[1], three[2]);

        people.keysInto(Path.of(directory, "keys"), "token-3", "snapshot", "log", "status");
        people.ok("publish", directory, "--snapshot", people.file("first.zip"));
        Session published = people.ok(
                "verify", "--root", fingerprint(), "--at", NOW.plusSeconds(60).toString(), people.file("first.zip"));
        assertThat(published.out()).contains("trust list  1 of UTO, demo", "CSCA ", "status key ");

        Session useless = people.run("status", directory);
        assertThat(useless.exit()).isEqualTo(2);
        assertThat(useless.out())
                .contains("NOW, at once  no signer: no permit can be signed; announce and activate one");

        String announced = announcement();
        Session shown = people.ok("ceremony", "show", directory, announced);
        assertThat(shown.out()).contains("new seal signer", "to sign: root in force: 0 of 3");
        held(announced, "token-1", "a", "b");
        assertThat(people.run("status", directory).out())
                .containsPattern(
                        "no signer: no permit can be signed; publish, then activate the seal signer \"Seal signer 1\"");

        people.now(NOW.plusSeconds(5_400));
        Session early = people.run(
                "activate", directory, signer(shown), "--reason", "it is needed", "--out", people.file("early.json"));
        assertThat(early.exit()).as(early.all()).isEqualTo(1);
        assertThat(early.err()).contains("TRUST-252", "no list that says so was published");
        assertThat(folder.resolve("early.json")).doesNotExist();

        String next = people.file("root-2.json");
        people.makes("f", "P-256");
        people.now(NOW.plusSeconds(7_200));
        people.ok(
                "rotate-root",
                directory,
                "--reason",
                "c has left",
                "--out",
                next,
                "--threshold",
                "3",
                "--root-key",
                people.file("token-0.jwk"),
                "--root-key",
                people.file("token-1.jwk"),
                "--root-key",
                people.file("a.jwk"),
                "--root-key",
                people.file("b.jwk"),
                "--root-key",
                people.file("f.jwk"));
        Session alone = people.run(
                "ceremony",
                "finish",
                directory,
                next,
                people.signs("token-0", next),
                people.signs("b", next),
                people.signs("f", next));
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.out()).contains("root in force: 2 of 3 signed");
        held(next, "token-0", "token-1", "b", "f");

        Session all = people.ok("ceremony", "verify", "--root", fingerprint(), directory);
        assertThat(all.out()).contains("3 ceremonies, each accepted by the root keys before it");
        assertThat(people.run("ceremony", "verify", "--root", "ab".repeat(32), directory)
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aPartOverAnotherFileAnOutsiderAndAChangedTranscriptAreRefused() throws Exception {
        String first = begun();
        String[] parts = {people.signs("a", first), people.signs("b", first), people.signs("c", first)};
        people.makes("outsider", "P-256");
        Session outsider = people.run(
                "ceremony",
                "finish",
                "--commit",
                directory,
                first,
                parts[0],
                parts[1],
                people.signs("outsider", first));
        assertThat(outsider.exit()).isEqualTo(1);
        assertThat(outsider.err()).contains("is no root key of this authority");
        Session twice = people.run("ceremony", "finish", directory, first, parts[0], parts[1], parts[0]);
        assertThat(twice.err()).contains("signed twice");
        String other = people.file("other.json");
        Files.writeString(
                Path.of(other), Files.readString(Path.of(first)).replace("begins its work", "begins its w0rk"));
        Session mixed =
                people.run("ceremony", "finish", directory, first, parts[0], parts[1], people.signs("c", other));
        assertThat(mixed.exit()).isEqualTo(1);
        assertThat(mixed.err()).contains("over another file");
        String digest = "00".repeat(32);
        Session unlike =
                people.withKey("a", "ceremony", "sign", first, "--digest", digest, "--out", people.file("unlike.json"));
        assertThat(unlike.exit()).isEqualTo(1);
        assertThat(folder.resolve("unlike.json")).doesNotExist();
        assertThat(Path.of(directory)).doesNotExist();

        people.ok("ceremony", "finish", "--commit", directory, first, parts[0], parts[1], parts[2]);
        String root = fingerprint();
        Path transcript = Path.of(directory, "ceremonies", "1.json");
        String text = Files.readString(transcript);
        Files.writeString(transcript, anotherFirstLetter(text));
        Session changed = people.run("ceremony", "verify", "--root", root, directory);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("ceremony 1 does not count");
    }

    /** Everybody's keys, the CSCA's in a token, and the first ceremony for review. */
    private String begun() throws Exception {
        List<String> init = new ArrayList<>(List.of("init", directory, "--environment", "demo", "--threshold", "3"));
        for (String name : List.of("token-0", "token-1", "a", "b", "c")) {
            init.addAll(List.of("--root-key", people.makes(name, name.equals("a") ? "P-384" : "P-256")));
        }
        people.makes("token-2", "P-384");
        People.ok(people.withKey(
                "token-2",
                "certify",
                "--for",
                "csca",
                "--common-name",
                "Utopia CSCA (demo)",
                "--serial",
                "01",
                "--begins",
                "2026-11-22T00:00:00Z",
                "--out",
                people.file("csca.pem")));
        String out = people.file("first.json");
        init.addAll(List.of(
                "--list-key", people.makes("token-3", "P-256"),
                "--snapshot-key", people.makes("snapshot", "P-256"),
                "--log-key", people.makes("log", "P-256"),
                "--status-key", people.makes("status", "P-256"),
                "--csca", people.file("csca.pem"),
                "--out", out));
        people.ok(init.toArray(String[]::new));
        return out;
    }

    private String announcement() throws Exception {
        people.makes("seal", "P-256");
        People.ok(people.withKey(
                "token-2",
                "certify",
                "--for",
                "seal",
                "--csca",
                people.file("csca.pem"),
                "--public-key",
                people.file("seal.jwk"),
                "--common-name",
                "RP",
                "--serial",
                "10",
                "--out",
                people.file("seal.pem")));
        String out = people.file("announce.json");
        people.now(NOW.plusSeconds(3_600));
        people.ok(
                "announce",
                directory,
                "--signs",
                "seal",
                "--certificate",
                people.file("seal.pem"),
                "--name",
                "Seal signer 1",
                "--documents",
                "FB06",
                "--signs-from",
                "2026-12-01T00:00:00Z",
                "--signs-until",
                "2028-01-01T00:00:00Z",
                "--reason",
                "The first signer of seals",
                "--out",
                out);
        return out;
    }

    private void held(String ceremony, String... names) throws Exception {
        List<String> finish = new ArrayList<>(List.of("ceremony", "finish", "--commit", directory, ceremony));
        for (String name : names) {
            finish.add(people.signs(name, ceremony));
        }
        people.ok(finish.toArray(String[]::new));
    }

    /** Of the first signature: never the one that it has. */
    private static String anotherFirstLetter(String transcript) {
        int at = transcript.indexOf("\"signature\":\"") + 13;
        char letter = transcript.charAt(at) == 'B' ? 'C' : 'B';
        return transcript.substring(0, at) + letter + transcript.substring(at + 1);
    }

    private static String signer(Session shown) {
        return shown.out().replaceAll("(?s).*new seal signer \"[^\"]*\" \\(([0-9a-f]{16})\\).*", "$1");
    }

    private String fingerprint() {
        return people.ok("ceremony", "show", people.file("nowhere"), people.file("first.json"))
                .out()
                .replaceAll("(?s).*authority  ([0-9a-f]{64}).*", "$1");
    }
}
