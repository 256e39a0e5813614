package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.trust.reader.SnapshotArchive;

/** Published lists, held to their root, compared, and written for others; with the samples of Utopia. */
class ListsTest {

    private static final Path SAMPLES = Session.root().resolve("samples");
    private static final String ROOT = SAMPLES.resolve("root.json").toString();
    private static final String SNAPSHOT = SAMPLES.resolve("snapshot.zip").toString();

    @TempDir
    private Path folder;

    @Test
    void aSnapshotIsVerifiedAndEveryThingInItIsSaid() {
        Session session = Session.run("verify", "--root", ROOT, SNAPSHOT);
        assertThat(session.exit()).as(session.all()).isZero();
        assertThat(session.out())
                .contains(
                        "trust list  ",
                        "seal signer ",
                        "credential signer ",
                        "status key ",
                        "CSCA ",
                        "verified, and fresh");
    }

    @Test
    void oneThatIsOverIsVerifiedAndDue() {
        Session session = Session.run("verify", "--at", "2031-01-01T00:00:00Z", "--root", ROOT, SNAPSHOT);
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("OVER since", "something in it is over");
    }

    @Test
    void underAnotherRootItIsRefused() {
        Session session = Session.run("verify", "--root", "00".repeat(32), SNAPSHOT);
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("UNKNOWN_ROOT");
    }

    @Test
    void aSingleDocumentIsHeldToTheKeysOfTheRoot() throws Exception {
        var files = SnapshotArchive.read(Files.readAllBytes(Path.of(SNAPSHOT)));
        Path list = Files.write(folder.resolve("trust-list.json"), files.get("trust-list.json"));
        Session session = Session.run("verify", "--root", ROOT, list.toString());
        assertThat(session.exit()).as(session.all()).isZero();
        assertThat(session.out()).contains("by 1 of the keys of the role trust-list, needed are 1");
        String text = Files.readString(list);
        Path forged = Files.writeString(
                folder.resolve("forged.json"), text.replace("\"signature\":\"", "\"signature\":\"AA"));
        Session refused = Session.run("verify", "--root", ROOT, forged.toString());
        assertThat(refused.exit()).as(refused.all()).isEqualTo(1);
        String pin = Files.readString(SAMPLES.resolve("root.txt")).strip();
        assertThat(Session.run("verify", "--root", pin, list.toString()).exit()).isEqualTo(64);
        assertThat(Session.run("verify", "--root", ROOT, ROOT).out()).contains("it is the root of --root");
    }

    @Test
    void twoThatAreAlikeDifferInNothingAndTwoOthersInWords() throws Exception {
        Session same = Session.run("diff", SNAPSHOT, SNAPSHOT);
        assertThat(same.exit()).isZero();
        assertThat(same.out()).isEqualTo("no difference\n");
        Path vectors = Session.root().resolve("spec/vectors/trust");
        Session differs = Session.run(
                "diff",
                vectors.resolve("utopia.zip").toString(),
                vectors.resolve("signers-revoked.zip").toString());
        assertThat(differs.exit()).as(differs.all()).isEqualTo(2);
        assertThat(differs.out())
                .containsPattern("changed  seal signer [0-9a-f]{16} .*: active since")
                .containsPattern("     to  seal signer [0-9a-f]{16} .*: revoked since");
    }

    @ParameterizedTest
    @CsvSource({"csca-pem,0", "csca-der,0", "signers-pem,0", "jwks,0", "crl,0", "ldif,0", "master-list,64", "nothing,64"
    })
    void everyFormIsWrittenWholeOrNotAtAll(String form, int exit) {
        Path out = folder.resolve("out");
        Session session = Session.run("export", "--root", ROOT, "--form", form, "--out", out.toString(), SNAPSHOT);
        assertThat(session.exit()).as(session.all()).isEqualTo(exit);
        assertThat(Files.exists(out)).isEqualTo(exit == 0);
    }

    @Test
    void whatIsExportedIsImportedAgain() {
        String csca = exported("csca-pem");
        for (String form : new String[] {"jwks", "crl", "ldif"}) {
            Session session = Session.run("import", "--under", csca, exported(form));
            assertThat(session.exit()).as(session.all()).isZero();
        }
        assertThat(Session.run("import", csca).out()).contains("1 taken, 0 refused");
        Session signers = Session.run("import", "--signers", "seal", "--under", csca, exported("signers-pem"));
        assertThat(signers.exit()).as(signers.all()).isEqualTo(2);
    }

    private String exported(String form) {
        Path out = folder.resolve(form);
        Session session = Session.run("export", "--root", ROOT, "--form", form, "--out", out.toString(), SNAPSHOT);
        assertThat(session.exit()).as(session.all()).isZero();
        return out.toString();
    }

    @Test
    void anOldSnapshotIsNotExported() {
        Session session = Session.at(
                Session.NOW.plusSeconds(400L * 86_400),
                "export",
                "--root",
                ROOT,
                "--form",
                "jwks",
                "--out",
                folder.resolve("x").toString(),
                SNAPSHOT);
        assertThat(session.exit()).isEqualTo(1);
        assertThat(folder.toFile().list()).isEmpty();
    }
}
