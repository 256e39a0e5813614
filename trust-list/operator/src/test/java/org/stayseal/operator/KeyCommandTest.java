package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aKeyIsMadeWithATypedPasswordAndShownAgain() {
        List<String> words = List.of("four words nobody said", "four words nobody said");
        Session made = Session.typing(Session.NOW, words, "key", "new", "--key", file("a.p12"));
        assertThat(made.exit()).as(made.all()).isZero();
        Session shown = Session.typing(Session.NOW, words, "key", "show", "--key", file("a.p12"));
        assertThat(shown.out()).isEqualTo(made.out()).contains("thumbprint   ", "BEGIN PUBLIC KEY");
        assertThat(shown.all()).doesNotContain("four words");
    }

    @Test
    void twoPasswordsThatDifferMakeNothing() {
        Session made = Session.typing(
                Session.NOW,
                List.of("four words nobody said", "four words nobody sad"),
                "key",
                "new",
                "--key",
                file("a.p12"));
        assertThat(made.exit()).isEqualTo(66);
        assertThat(made.err()).contains("the two passwords differ");
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void withNobodyToAskAndNoFileItSaysWhatToGive() {
        Session made = Session.run("key", "new", "--key", file("a.p12"));
        assertThat(made.exit()).isEqualTo(66);
        assertThat(made.err()).contains("nobody to ask", "--password-file");
    }

    @Test
    void aSecondKeyIsOneOfMlDsa() throws Exception {
        String password = Session.secret(folder, "four words nobody said").toString();
        Session made =
                Session.run("key", "new", "--kind", "ML-DSA-65", "--key", file("a.pem"), "--password-file", password);
        assertThat(made.out()).as(made.all()).contains("kind         ML-DSA-65");
        Session jwk = Session.run("key", "show", "--jwk", "--key", file("a.pem"), "--password-file", password);
        assertThat(jwk.out()).startsWith("{\"alg\":\"ML-DSA-65\"").hasLineCount(1);
        assertThat(Files.readString(folder.resolve("a.pem"))).startsWith("-----BEGIN ENCRYPTED");
    }

    @Test
    void aPinOnTheCommandLineIsAMisuse() {
        Session made = Session.run("key", "show", "--key", "pkcs11:token=a;object=b?module-path=/x&pin-value=1234");
        assertThat(made.exit()).isEqualTo(64);
        assertThat(made.err()).doesNotContain("1234");
    }

    @Test
    void withoutACommandOrAnArgumentItShowsHowItIsUsed() {
        assertThat(Session.run().exit()).isEqualTo(64);
        assertThat(Session.run("key").exit()).isEqualTo(64);
        assertThat(Session.run("key", "new").exit()).isEqualTo(64);
        assertThat(Session.run("--help").exit()).isZero();
        assertThat(Session.run("key", "new", "--help").exit()).isZero();
    }
}
