package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.receipt.Receipt;
import org.stayseal.spec.receipt.ReceiptReader;
import org.stayseal.spec.receipt.ReceiptWriter;
import org.stayseal.spec.receipt.TimeStamp;

/** Time stamps of a service that OpenSSL is, on the loopback (RCPT-16 to RCPT-18). */
class TimeStampTest {

    private static final String CONFIGURATION = """
            [tsa]
            default_tsa = here
            [here]
            serial = serial
            signer_digest = sha256
            default_policy = 1.2.3.4
            digests = sha256
            ess_cert_id_alg = sha256
            [req]
            distinguished_name = name
            prompt = no
            [name]
            CN = Time of Utopia
            [stamps]
            extendedKeyUsage = critical,timeStamping
            [others]
            extendedKeyUsage = critical,timeStamping,emailProtection
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private byte[] sent = new byte[0];
    private byte[] fixed = new byte[0];

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(runs("openssl", "version"), "skipped: no openssl");
        Files.writeString(folder.resolve("tsa.cnf"), CONFIGURATION);
        Files.writeString(folder.resolve("serial"), "01");
        certificate("stamps", "tsa");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            sent = exchange.getRequestBody().readAllBytes();
            byte[] answer = fixed.length > 0 ? fixed : answer(sent);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String file() {
        return folder.resolve("r.json").toString();
    }

    private Session keep() throws IOException {
        return Session.run(
                "verify",
                "--root",
                Vector.ROOT,
                "--snapshot",
                Vector.LISTS.toString(),
                "--store",
                folder.resolve("store").toString(),
                "--purpose",
                "work",
                "--text",
                Vector.text("credential/valid-work"),
                "--receipt",
                file(),
                "--time-stamp",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private Session recheck(String... more) {
        return Session.run(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "recheck",
                                "--root",
                                Vector.ROOT,
                                "--snapshot",
                                Vector.LISTS.toString(),
                                "--store",
                                folder.resolve("store").toString(),
                                file()),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aReceiptIsStampedAndOnlyItsHashLeavesTheMachine() throws Exception {
        assertThat(keep().exit()).isZero();
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        byte[] hash = ReceiptWriter.hash(receipt);
        assertThat(sent.length).isLessThan(100);
        assertThat(java.util.HexFormat.of().formatHex(sent))
                .contains(java.util.HexFormat.of().formatHex(hash));
        assertThat(recheck().out()).contains("by a service that this command was not told to trust: CN=Time of Utopia");
        assertThat(recheck("--time-stamp-cert", folder.resolve("tsa.pem").toString())
                        .out())
                .contains("Z, by CN=Time of Utopia");
        // OpenSSL reads the token as well as makes it.
        Files.write(folder.resolve("token"), receipt.timeStamp().orElseThrow().der());
        assertThat(runs(
                        "openssl",
                        "ts",
                        "-verify",
                        "-digest",
                        java.util.HexFormat.of().formatHex(hash),
                        "-in",
                        "token",
                        "-token_in",
                        "-CAfile",
                        "tsa.pem"))
                .isTrue();
    }

    @Test
    void aTokenOfAnotherRecordIsBroken() throws Exception {
        keep();
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        Receipt other = new Receipt(
                "another program",
                receipt.checkedAt(),
                receipt.judgedAt(),
                receipt.purpose(),
                receipt.code(),
                receipt.answer(),
                receipt.lists(),
                receipt.embedded(),
                receipt.timeStamp());
        assertThat(TimeStamp.of(other, List.of()).worth()).isEqualTo(TimeStamp.Worth.BROKEN);
        assertThat(TimeStamp.of(receipt, List.of()).worth()).isEqualTo(TimeStamp.Worth.FITS);
    }

    @Test
    void anyByteThatChangesInATokenIsFoundOrChangesNothingThatIsSaid() throws Exception {
        keep();
        Receipt receipt = ReceiptReader.read(Files.readAllBytes(Path.of(file())));
        TimeStamp good = TimeStamp.of(receipt, List.of());
        byte[] der = receipt.timeStamp().orElseThrow().der();
        for (int i = 0; i < der.length; i += 7) {
            byte[] changed = der.clone();
            changed[i] ^= 0x01;
            TimeStamp found =
                    TimeStamp.of(receipt.stamped(new org.stayseal.spec.receipt.TimeStampToken(changed)), List.of());
            if (found.worth() != TimeStamp.Worth.BROKEN) {
                assertThat(found.time()).as("byte %d", i).isEqualTo(good.time());
            }
        }
    }

    @Test
    void anAnswerToAnotherRequestOrNoneLeavesAReceiptWithoutATimeStamp() throws Exception {
        byte[] other = TimeStamp.request(new byte[32], new byte[8]);
        fixed = answer(other);
        Session session = keep();
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.out()).contains("VALID");
        assertThat(session.err()).contains("the receipt has no time stamp");
        assertThat(ReceiptReader.read(Files.readAllBytes(Path.of(file()))).timeStamp())
                .isEmpty();
    }

    @Test
    void aKeyThatMayDoOtherThingsStampsNoTime() throws Exception {
        certificate("others", "tsa");
        Session session = keep();
        assertThat(session.err()).contains("the receipt has no time stamp");
    }

    private void certificate(String extensions, String name) throws Exception {
        assertThat(runs(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-keyout",
                        name + ".key",
                        "-out",
                        name + ".pem",
                        "-days",
                        "3650",
                        "-config",
                        "tsa.cnf",
                        "-extensions",
                        extensions))
                .isTrue();
    }

    private byte[] answer(byte[] request) throws IOException {
        Files.write(folder.resolve("request"), request);
        Files.deleteIfExists(folder.resolve("answer"));
        try {
            runs(
                    "openssl",
                    "ts",
                    "-reply",
                    "-config",
                    "tsa.cnf",
                    "-section",
                    "here",
                    "-queryfile",
                    "request",
                    "-signer",
                    "tsa.pem",
                    "-inkey",
                    "tsa.key",
                    "-out",
                    "answer");
            Path answer = folder.resolve("answer");
            return Files.exists(answer) ? Files.readAllBytes(answer) : new byte[] {0x30, 0};
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private boolean runs(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
