package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code verify} judges by: {@code --root}, {@code --snapshot} and the store. */
class ListsTest {

    private static final Path ROOT_FILE = Session.vectors().resolve("trust/utopia-root.json");

    @TempDir
    private Path folder;

    @Test
    void aRootIsGivenAsAFileOrAsAFingerprintInAnyUsualSpelling() throws Exception {
        String spaced = Vector.ROOT.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
        Path text = Files.writeString(folder.resolve("root.txt"), "sha256:" + Vector.ROOT + "\n");
        for (String root : List.of(
                Vector.ROOT,
                spaced,
                Vector.ROOT.replaceAll("(..)(?!$)", "$1:"),
                ROOT_FILE.toString(),
                text.toString())) {
            assertThat(verify("--root", root, "--snapshot", Vector.LISTS.toString()))
                    .as(root)
                    .isEqualTo("0 VALID");
        }
    }

    @Test
    void aRootThatIsNeitherFileNorFingerprintIs66() {
        assertThat(verify("--root", "no-such-root", "--snapshot", Vector.LISTS.toString()))
                .startsWith("66 ");
        assertThat(verify("--root", folder.toString(), "--snapshot", Vector.LISTS.toString()))
                .startsWith("66 ");
    }

    @Test
    void aFileThatHoldsNoRootIsWrongUsage() throws Exception {
        for (String content : List.of("", "hello", "{}", "{\"payload\":\"\",\"signatures\":[]}", "a".repeat(5000))) {
            Path file = Files.writeString(folder.resolve("root.json"), content);
            assertThat(verify("--root", file.toString(), "--snapshot", Vector.LISTS.toString()))
                    .as(content)
                    .startsWith("64 ");
        }
    }

    @Test
    void aSnapshotWithoutARootIsUnknownRoot() {
        assertThat(verify("--snapshot", Vector.LISTS.toString())).isEqualTo("2 UNKNOWN_ROOT");
    }

    @Test
    void aCompleteSnapshotUnderAnotherRootIsUnknownRoot() {
        assertThat(verify("--root", Vector.ROOT, "--snapshot", Vector.FOREIGN_LISTS.toString()))
                .isEqualTo("2 UNKNOWN_ROOT");
    }

    @Test
    void nothingToJudgeByIsNoTrustList() {
        assertThat(verify()).isEqualTo("2 NO_TRUST_LIST");
        assertThat(verify("--root", Vector.ROOT)).isEqualTo("2 NO_TRUST_LIST");
    }

    @ParameterizedTest
    @CsvSource({"corrupt.zip", "mixed.zip"})
    void aDamagedOrMixedSnapshotIsNoTrustList(String name) {
        assertThat(verify(
                        "--root",
                        Vector.ROOT,
                        "--snapshot",
                        Session.vectors().resolve("trust").resolve(name).toString()))
                .isEqualTo("2 NO_TRUST_LIST");
    }

    @Test
    void aSnapshotThatIsNoZipIsNoTrustList() throws Exception {
        byte[] whole = Files.readAllBytes(Vector.LISTS);
        for (byte[] bytes : List.of(new byte[0], new byte[100], Arrays.copyOf(whole, whole.length / 2))) {
            Path file = Files.write(folder.resolve("lists.zip"), bytes);
            assertThat(verify("--root", Vector.ROOT, "--snapshot", file.toString()))
                    .isEqualTo("2 NO_TRUST_LIST");
        }
    }

    @Test
    void aSnapshotThatIsNotThereIs66() {
        assertThat(verify("--root", Vector.ROOT, "--snapshot", "no-such.zip")).startsWith("66 ");
    }

    @Test
    void aSignerThatANewerSnapshotRevokesIsRefused() {
        assertThat(verify("--root", Vector.ROOT, "--snapshot", Vector.NEWER_LISTS.toString()))
                .isEqualTo("1 REVOKED_CERTIFICATE");
    }

    @Test
    void theStoreIsJudgedByAndItsRootRemembered() {
        String store = folder.resolve("store").toString();
        assertThat(Session.run("sync", "--store", store, "--root", Vector.ROOT, Vector.LISTS.toString())
                        .exit())
                .isZero();
        assertThat(verify("--store", store)).isEqualTo("0 VALID");
        assertThat(verify("--store", store, "--root", Vector.ROOT)).isEqualTo("0 VALID");
        assertThat(verify("--store", store, "--root", "0".repeat(64))).isEqualTo("2 UNKNOWN_ROOT");
        assertThat(verify("--store", store, "--snapshot", Vector.FOREIGN_LISTS.toString()))
                .isEqualTo("2 UNKNOWN_ROOT");
    }

    @Test
    void aDamagedStoreIsNamedAndNothingIsJudgedByIt() throws Exception {
        Path store = folder.resolve("store");
        Session.run("sync", "--store", store.toString(), "--root", Vector.ROOT, Vector.LISTS.toString());
        Files.writeString(store.resolve("root"), "nonsense");
        Session session = Session.run("verify", "--store", store.toString(), "--text", "RP1:");
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.err()).contains("error: the local store", "hint: ").doesNotContain("\tat ");
    }

    /** Exit code, and the leading reason or the outcome. */
    private String verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--json"));
        if (!List.of(more).contains("--store")) {
            arguments.addAll(List.of("--store", folder.resolve("none").toString()));
        }
        arguments.addAll(List.of(more));
        try {
            arguments.addAll(List.of("--text", Vector.text("credential/valid-full")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Session session = Session.run(arguments.toArray(String[]::new));
        assertThat(session.err()).doesNotContain("\tat ", "Exception");
        if (session.out().isEmpty()) {
            return session.exit() + " " + session.err();
        }
        assertThat(session.err()).isEmpty();
        var verdict = tools.jackson.databind.json.JsonMapper.shared().readTree(session.out());
        return session.exit() + " "
                + (verdict.get("reason").isNull() ? verdict.get("outcome") : verdict.get("reason")).stringValue();
    }

    @Test
    void aReplayedSnapshotDoesNotHideWhatTheStoreAlreadyKnows() throws Exception {
        String[] replayed = {"--root", Vector.ROOT, "--snapshot", Vector.LISTS.toString()};
        assertThat(verify(replayed)).isEqualTo("0 VALID");
        String store = folder.resolve("none").toString();
        assertThat(Session.run("sync", "--root", Vector.ROOT, "--store", store, Vector.NEWER_LISTS.toString())
                        .exit())
                .isZero();
        assertThat(verify(replayed)).isEqualTo("2 NO_TRUST_LIST");
    }
}
