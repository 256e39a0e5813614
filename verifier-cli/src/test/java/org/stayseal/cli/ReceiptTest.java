package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.receipt.Receipt;
import org.stayseal.spec.receipt.ReceiptReader;

/** Receipts that the command keeps, and checks again (RCPT-12 to RCPT-15, RCPT-19). */
class ReceiptTest {

    @TempDir
    private Path folder;

    private String file() {
        return folder.resolve("r.json").toString();
    }

    private Session keep(String vector, String... more) throws Exception {
        return Session.run(with(
                more,
                "verify",
                "--root",
                Vector.ROOT,
                "--snapshot",
                Vector.LISTS.toString(),
                "--store",
                folder.resolve("store").toString(),
                "--text",
                Vector.text(vector),
                "--receipt",
                file()));
    }

    private Session recheck(Instant now, Path lists, String... more) {
        return Session.run(
                now,
                new byte[0],
                with(
                        more,
                        "recheck",
                        "--root",
                        Vector.ROOT,
                        "--snapshot",
                        lists.toString(),
                        "--store",
                        folder.resolve("store").toString()));
    }

    private static String[] with(String[] more, String... args) {
        return java.util.stream.Stream.of(args, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
    }

    @Test
    void aReceiptForWorkHoldsTheCodeAndIsStillValid() throws Exception {
        Session kept = keep("credential/valid-work", "--purpose", "work");
        assertThat(kept.exit()).isZero();
        assertThat(kept.err()).contains("this machine's own clock", "it holds the code");
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        assertThat(new String(receipt.embedded().orElseThrow().code().bytes()))
                .isEqualTo(Vector.text("credential/valid-work"));
        assertThat(receipt.checkedAt()).isEqualTo(Session.NOW);

        Session again = recheck(Session.NOW, Vector.LISTS, file());
        assertThat(again.exit()).isZero();
        assertThat(again.out())
                .contains(
                        "r.json: still valid",
                        "then: VALID, 2026-11-22T12:00:00Z by the verifier's own clock, for work, list 7 of UTO",
                        "time stamp: none");
    }

    @Test
    void aReceiptThatIsOverOrWhoseSignerIsRevokedIsNoLongerValid() throws Exception {
        keep("credential/valid-work", "--purpose", "work");
        Session revoked = recheck(Session.NOW, Vector.NEWER_LISTS, "--json", file());
        assertThat(revoked.exit()).isEqualTo(1);
        assertThat(revoked.out())
                .contains("\"answer\":\"NO_LONGER_VALID\"", "\"then\":\"VALID\"", "\"reason\":\"REVOKED_CERTIFICATE\"");
        assertThat(recheck(Instant.parse("2036-11-22T12:00:00Z"), Vector.LISTS, file())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void olderListsThanThenCannotTell() throws Exception {
        keep("credential/valid-work", "--purpose", "work");
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        Receipt.Lists lists = receipt.lists().orElseThrow();
        Receipt newer = new Receipt(
                receipt.software(),
                receipt.checkedAt(),
                receipt.judgedAt(),
                receipt.purpose(),
                receipt.code(),
                receipt.answer(),
                java.util.Optional.of(new Receipt.Lists(
                        lists.root(),
                        lists.country(),
                        lists.demo(),
                        lists.sequence() + 1,
                        lists.madeAt(),
                        lists.validUntil(),
                        lists.neighbour())),
                receipt.embedded(),
                receipt.timeStamp());
        Files.write(Path.of(file()), org.stayseal.spec.receipt.ReceiptWriter.file(newer));
        Session again = recheck(Session.NOW, Vector.LISTS, file());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.out()).contains("the lists here are older than those of the receipt");
    }

    @Test
    void forOthersNoCodeIsKeptAndNothingOfThePerson() throws Exception {
        Session kept = keep("credential/valid-stay", "--purpose", "stay");
        assertThat(kept.err()).doesNotContain("it holds the code");
        String written = Files.readString(Path.of(file()));
        assertThat(written).doesNotContain("RP1:").doesNotContain("embedded").doesNotContain("detail");
        assertThat(recheck(Session.NOW, Vector.LISTS, file()).exit()).isEqualTo(2);
    }

    @Test
    void aLiveCodeIsKeptAsTheCredentialInside() throws Exception {
        keep("live/valid-work", "--purpose", "work");
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        assertThat(new String(receipt.embedded().orElseThrow().code().bytes())).startsWith("RP1:");
        assertThat(recheck(Session.NOW, Vector.LISTS, file()).exit()).isZero();
    }

    @Test
    void whatCannotBeReadLeavesAReceiptWithoutAnIdentity() throws Exception {
        keep("credential-format/trailing-byte-after-credential", "--purpose", "work");
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        assertThat(receipt.code().identity()).isEmpty();
        assertThat(receipt.code().sha256()).isEmpty();
        assertThat(receipt.answer().reason()).contains("WRONG_FORMAT");
    }

    @Test
    void aReceiptReplacesNothingIsOfOneCodeAndForItsOwnerAlone() throws Exception {
        keep("credential/valid-work");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file()))))
                .isEqualTo("rw-------");
        byte[] first = Files.readAllBytes(Path.of(file()));
        Session second = keep("credential/valid-stay");
        assertThat(second.exit()).isEqualTo(64);
        assertThat(second.out()).isEmpty();
        assertThat(Files.readAllBytes(Path.of(file()))).isEqualTo(first);
        Files.delete(Path.of(file()));
        Session two = keep("credential/valid-work", "--text", Vector.text("credential/valid-stay"));
        assertThat(two.exit()).isEqualTo(64);
        assertThat(Path.of(file())).doesNotExist();
        assertThat(Session.run("verify", "--time-stamp", "http://localhost/", "--text", "x")
                        .exit())
                .isEqualTo(64);
    }

    @Test
    void aFolderIsCheckedWholeAndOneFileThatIsNoReceiptKeepsNoneBack() throws Exception {
        keep("credential/valid-work", "--purpose", "work");
        Files.writeString(folder.resolve("other.json"), "{}");
        Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7 nothing");
        Files.writeString(folder.resolve("notes.txt"), "not looked at");
        Session all = recheck(Session.NOW, Vector.LISTS, folder.toString());
        assertThat(all.exit()).isEqualTo(66);
        assertThat(all.out()).contains("r.json: still valid");
        assertThat(all.err())
                .contains("other.json is no receipt", "RCPT-2", "a.pdf is no receipt")
                .doesNotContain("notes");
    }
}
