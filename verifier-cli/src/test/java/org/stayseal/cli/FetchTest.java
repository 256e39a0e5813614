package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sync} from a server, which may be anything. */
class FetchTest {

    @TempDir
    private Path folder;

    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        byte[] lists = Files.readAllBytes(Vector.LISTS);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/trust/snapshot", exchange -> answer(exchange, lists));
        server.createContext("/missing", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", base() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            answer(exchange, lists);
        });
        server.createContext("/declares-too-much", exchange -> {
            exchange.sendResponseHeaders(200, (64L << 20) + 1);
            exchange.close();
        });
        server.createContext("/sends-too-much", FetchTest::flood);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/trust/snapshot"})
    void theAddressOfAnAuthorityOrOfASnapshotIsEnough(String path) {
        Session session = sync(base() + path);
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.out()).startsWith("taken: trust list 7 of UTO");
        assertThat(session.err()).isEqualTo("fetching " + base() + "/trust/snapshot" + System.lineSeparator());
    }

    @Test
    void anotherAnswerThan200Is66() {
        assertThat(refused("/missing")).contains("answered 404");
    }

    @Test
    void aRedirectionIsNotFollowed() {
        assertThat(refused("/moved")).contains("answered 302");
        assertThat(elsewhere).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/declares-too-much", "/sends-too-much"})
    void moreBytesThanASnapshotMayHaveAreNotTaken(String path) {
        assertThat(refused(path)).contains("cannot be read");
    }

    @Test
    void aServerThatIsNotThereIs66() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Session session = sync("http://localhost:" + port + "/");
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.err())
                .contains("error: http://localhost:" + port, "nobody answers there")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:///x", "http://user:secret@localhost/", "http://a b/"})
    void whatIsNoAddressIsWrongUsageAndNoSecretOfItIsRepeated(String address) {
        Session session = sync(address);
        assertThat(session.exit()).as(session.err()).isEqualTo(64);
        assertThat(session.err()).contains("that is no address").doesNotContain("secret");
    }

    private String refused(String path) {
        Session session = sync(base() + path);
        assertThat(session.exit()).as(session.err()).isEqualTo(66);
        assertThat(session.err())
                .contains("hint: check the address; what the store held is still there")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("store")).doesNotExist();
        return session.err();
    }

    private Session sync(String address) {
        return Session.run("sync", "--store", folder.resolve("store").toString(), "--root", Vector.ROOT, address);
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Without a length, and more than 64 MiB, until the other side hangs up. */
    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1 << 20];
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 80; i++) {
                out.write(block);
            }
        }
    }
}
