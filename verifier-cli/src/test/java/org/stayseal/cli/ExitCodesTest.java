package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VER-50: which code a script sees, and which one counts when several apply. */
class ExitCodesTest {

    @TempDir
    private Path store;

    @Test
    void aValidCodeIs0() throws Exception {
        assertThat(verify("--text", Vector.text("credential/valid-full")).exit())
                .isZero();
    }

    @Test
    void anInvalidCodeIs1AlsoBesideValidAndUndecidedOnes() throws Exception {
        Session session = verify(
                "--text", Vector.text("credential/valid-full"),
                "--hex", Vector.hex("seal/version-5"),
                "--text", Vector.text("status/revoked"));
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out()).contains("VALID  --text", "CANNOT TELL: UNSUPPORTED", "INVALID: REVOKED");
    }

    @Test
    void anUndecidedCodeBesideAValidOneIs2() throws Exception {
        assertThat(verify("--text", Vector.text("credential/valid-full"), "--hex", Vector.hex("seal/version-5"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aMissingFileIs66AlsoBesideAnInvalidCodeWhichIsStillJudged() throws Exception {
        Session session = verify("--text", Vector.text("status/revoked"), "no-such.png");
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.out()).contains("INVALID: REVOKED");
        assertThat(session.err()).contains("error: there is no file no-such.png", "hint: ");
    }

    @Test
    void aMissingFileDoesNotKeepTheNextOneFromBeingJudged() throws Exception {
        Path picture = Pictures.qr(store.resolve("revoked.png"), Vector.text("status/revoked"));
        Session session = verify("no-such.png", picture.toString());
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.out()).contains("INVALID: REVOKED");
    }

    @Test
    void wrongUsageIs64AlsoBesideAMissingFileAndThenNothingIsJudged() throws Exception {
        Session session = verify("--hex", "xyz", "--text", Vector.text("status/revoked"), "no-such.png");
        assertThat(session.exit()).isEqualTo(64);
        assertThat(session.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "--nonsense",
                "verify",
                "verify --nonsense x.png",
                "verify --at tomorrow x.png",
                "verify --at 2026-11-22 x.png",
                "verify --purpose holiday x.png",
                "verify --purpose FULL x.png",
                "verify --purpose",
                "verify --root",
                "verify --at 2026-11-22T12:00:00Z --at 2026-11-22T12:00:00Z x.png",
                "verify --hex ABC",
                "verify --hex 0G",
                "sync",
                "sync a b",
                "sync --json a",
                "inspect",
                "status now"
            })
    void wrongUsageIs64AndSaysWhatToDo(String line) {
        Session session = Session.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(session.exit()).as(session.err()).isEqualTo(64);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).isNotBlank().doesNotContain("\tat ", "Exception", "stayseal stayseal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "verify --help", "sync --help", "inspect --help", "status --help", "--version"})
    void helpIsNoFailure(String line) {
        Session session = Session.run(line.split(" "));
        assertThat(session.exit()).isZero();
        assertThat(session.out()).isNotBlank();
        assertThat(session.err()).isEmpty();
    }

    @Test
    void aFileWhoseNameBeginsWithAnAtSignIsAFileAndNotAListOfArguments() throws Exception {
        Session session = verify("@arguments");
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.err()).contains("there is no file @arguments");
    }

    @Test
    void aStreamThatBreaksIsOurFault() {
        java.io.InputStream broken = new java.io.InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        Session session = Session.run(broken, "inspect", "-");
        assertThat(session.exit()).isEqualTo(70);
        assertThat(session.err()).contains("error: a fault of this program").doesNotContain("\tat ");
    }

    private Session verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify", "--store", store.toString(), "--root", Vector.ROOT, "--snapshot", Vector.LISTS.toString()));
        arguments.addAll(List.of(more));
        return Session.run(arguments.toArray(String[]::new));
    }
}
