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

/** An authority that is no demo says everything of itself, once; second root keys sign beside the others. */
@Tag("whole")
class ProductionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> WHOSE = List.of(
            "--country",
            "UTO",
            "--territory",
            "UT",
            "--country-name",
            "Utopia",
            "--base-url",
            "https://permits.example");

    @TempDir
    private Path folder;

    private People people;
    private String directory = "";

    @BeforeEach
    void keys() throws Exception {
        people = new People(folder, NOW);
        directory = people.file("authority");
        for (String name : List.of("anna", "ben", "cleo", "csca", "list", "snapshot", "log", "status")) {
            people.makes(name, "P-256");
        }
    }

    private Session csca(List<String> whose) {
        List<String> certify =
                new ArrayList<>(List.of("certify", "--for", "csca", "--common-name", "Utopia CSCA", "--serial", "01"));
        certify.addAll(List.of("--begins", "2026-11-22T00:00:00Z", "--out", people.file("csca.pem")));
        certify.addAll(whose);
        return people.withKey("csca", certify.toArray(String[]::new));
    }

    private List<String> init(List<String> more) {
        List<String> init = new ArrayList<>(List.of("init", directory, "--threshold", "2"));
        for (String name : List.of("anna", "ben", "cleo")) {
            init.addAll(List.of("--root-key", people.file(name + ".jwk")));
        }
        for (String role : List.of("list", "snapshot", "log", "status")) {
            init.addAll(List.of("--" + role + "-key", people.file(role + ".jwk")));
        }
        init.addAll(List.of("--csca", people.file("csca.pem"), "--out", people.file("first.json")));
        init.addAll(more);
        return init;
    }

    private Session finish(String... names) throws Exception {
        List<String> finish =
                new ArrayList<>(List.of("ceremony", "finish", "--commit", directory, people.file("first.json")));
        for (String name : names) {
            finish.add(people.signs(name, people.file("first.json")));
        }
        return people.run(finish.toArray(String[]::new));
    }

    @Test
    void nothingIsUtopiasByItselfAndWhatWasSaidIsNotAskedAgain() throws Exception {
        Session silent = csca(List.of());
        assertThat(silent.exit()).isEqualTo(64);
        assertThat(silent.err()).contains("nothing says --country, --territory, --base-url");
        assertThat(folder.resolve("csca.pem")).doesNotExist();
        People.ok(csca(WHOSE));
        Session unsaid = people.run(init(List.of()).toArray(String[]::new));
        assertThat(unsaid.exit()).isEqualTo(64);
        assertThat(unsaid.err()).contains("nothing says --country, --territory, --country-name, --base-url");
        assertThat(folder.resolve("first.json")).doesNotExist();
        Session first = people.ok(init(WHOSE).toArray(String[]::new));
        assertThat(first.out())
                .contains("prefix       https://permits.example/status/")
                .containsPattern("key   .{43}  anna\n");
        People.ok(finish("anna", "cleo"));
        people.keysInto(Path.of(directory, "keys"), "list", "snapshot", "log", "status");

        Session nameless = people.run("publish", directory);
        assertThat(nameless.exit()).isEqualTo(64);
        assertThat(nameless.err()).contains("nothing says --territory, --operator");
        people.ok("publish", directory, "--territory", "UT", "--operator", "Migration Office");
        people.now(NOW.plusSeconds(3_600));
        Session again = people.ok("publish", directory, "--snapshot", people.file("second.zip"));
        assertThat(again.out()).contains("published list 2");
        assertThat(again.err()).contains("publishing for https://permits.example");

        Files.createDirectory(Path.of(directory, "people"));
        Files.copy(folder.resolve("ben.jwk"), Path.of(directory, "people", "ben.jwk"));
        assertThat(people.run("status", directory).out())
                .containsPattern("2 sign of [A-Za-z0-9_-]{8}…, ben \\([A-Za-z0-9_-]{8}…\\), [A-Za-z0-9_-]{8}…")
                .contains("NOW, at once  no signer: no permit can be signed");
        // A signer's certificate takes country and address from its CSCA's.
        people.makes("seal", "P-256");
        People.ok(people.withKey(
                "csca",
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
                "12",
                "--out",
                people.file("seal.pem")));
    }

    @Test
    void secondRootKeysSignBesideTheOthersAndNeitherKindStandsInForTheOther() throws Exception {
        People.ok(csca(WHOSE));
        List<String> more = new ArrayList<>(WHOSE);
        for (String name : List.of("anna-second", "ben-second", "cleo-second")) {
            more.addAll(List.of("--second-root-key", people.makes(name, "ML-DSA-65")));
        }
        Session first = people.ok(init(more).toArray(String[]::new));
        assertThat(first.out())
                .contains("role root, second keys: 2 of 3 sign")
                .containsPattern("key   .{43}  anna-second\n");
        Session classical = finish("anna", "ben", "cleo");
        assertThat(classical.exit()).isEqualTo(2);
        assertThat(classical.out()).contains("missing    new root, second keys: 0 of 2 signed");
        Session second = finish("anna", "anna-second", "ben-second", "cleo-second");
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.out())
                .contains("missing    new root: 1 of 2 signed")
                .doesNotContain("missing    new root, second");
        assertThat(Path.of(directory)).doesNotExist();
        People.ok(finish("anna", "ben", "anna-second", "cleo-second"));

        people.keysInto(Path.of(directory, "keys"), "list", "snapshot", "log", "status");
        people.ok(
                "publish",
                directory,
                "--territory",
                "UT",
                "--operator",
                "Migration Office",
                "--snapshot",
                people.file("first.zip"));
        String root = people.ok("ceremony", "show", people.file("nowhere"), people.file("first.json"))
                .out()
                .replaceAll("(?s).*authority  ([0-9a-f]{64}).*", "$1");
        people.ok("verify", "--root", root, "--at", NOW.plusSeconds(60).toString(), people.file("first.zip"));
        people.ok("ceremony", "verify", "--root", root, directory);

        // The root that changes the second keys is signed by those before it, too.
        people.now(NOW.plusSeconds(7_200));
        people.makes("finn-second", "ML-DSA-65");
        List<String> rotate = new ArrayList<>(List.of("rotate-root", directory, "--reason", "ben has left"));
        for (String name : List.of("anna-second", "cleo-second", "finn-second")) {
            rotate.addAll(List.of("--second-root-key", people.file(name + ".jwk")));
        }
        String next = people.file("first.json.next");
        rotate.addAll(List.of("--out", next));
        assertThat(people.ok(rotate.toArray(String[]::new)).out())
                .containsPattern("NEW   .{43}\n")
                .containsPattern("GOES  .{43}\n")
                .containsPattern("stays .{43}\n");
        Session short_ = people.run(
                "ceremony",
                "finish",
                directory,
                next,
                people.signs("anna", next),
                people.signs("ben", next),
                people.signs("finn-second", next),
                people.signs("cleo-second", next));
        assertThat(short_.exit()).isEqualTo(2);
        assertThat(short_.out())
                .contains("root in force, second keys: 1 of 2 signed")
                .doesNotContain("missing    new root");
        people.ok(
                "ceremony",
                "finish",
                "--commit",
                directory,
                next,
                people.signs("anna", next),
                people.signs("ben", next),
                people.signs("anna-second", next),
                people.signs("cleo-second", next));
    }
}
