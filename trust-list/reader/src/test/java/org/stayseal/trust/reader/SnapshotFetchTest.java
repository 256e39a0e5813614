package org.stayseal.trust.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotFetchTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aBaseAddressIsCompletedAndAWholeOneIsTakenAsItIs() {
        assertThat(SnapshotFetch.address("http://localhost:8080"))
                .isEqualTo(URI.create("http://localhost:8080/trust/snapshot"));
        assertThat(SnapshotFetch.address("https://permits.example/"))
                .isEqualTo(URI.create("https://permits.example/trust/snapshot"));
        assertThat(SnapshotFetch.address("https://permits.example/s.zip"))
                .isEqualTo(URI.create("https://permits.example/s.zip"));
        assertThatIllegalArgumentException().isThrownBy(() -> SnapshotFetch.address("file:///etc/passwd"));
        assertThatIllegalArgumentException().isThrownBy(() -> SnapshotFetch.address("https://me@host/"));
    }

    @Test
    void theBytesThatAreServedArrive() throws Exception {
        serve(200, new byte[] {1, 2, 3});

        assertThat(SnapshotFetch.fetch(address())).containsExactly(1, 2, 3);
    }

    @Test
    void anotherAnswerThanOkIsAFault() {
        serve(404, new byte[0]);

        assertThatThrownBy(() -> SnapshotFetch.fetch(address())).hasMessageContaining("404");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/elsewhere");
            answer(exchange, 302, new byte[0]);
        });

        assertThatThrownBy(() -> SnapshotFetch.fetch(address())).hasMessageContaining("302");
    }

    @Test
    void moreThanTheBoundIsNotRead() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 80; i++) {
                    out.write(block);
                }
            }
        });

        assertThatThrownBy(() -> SnapshotFetch.fetch(address())).hasMessageContaining("more than");
    }

    @Test
    void nobodyThereIsAFaultInWords() {
        URI address = address();
        server.stop(0);

        assertThatThrownBy(() -> SnapshotFetch.fetch(address))
                .isInstanceOf(SnapshotFetch.FetchException.class)
                .hasMessageContaining("cannot be");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/trust/snapshot");
    }

    private void serve(int status, byte[] body) {
        server.createContext("/", exchange -> answer(exchange, status, body));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
