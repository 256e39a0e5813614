package org.stayseal.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void aPortThatSomethingElseHoldsIsTakenAndOneThatWasLeftIsNot() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            assertThat(FreePort.taken(new String[] {"--x", "--server.port=" + port}))
                    .hasValue(port);
        }
        assertThat(FreePort.taken(new String[] {"--server.port=" + port})).isEmpty();
    }

    @Test
    void whatIsNoPortIsLeftToTheServiceToRefuse() {
        assertThat(FreePort.taken(new String[] {"--server.port=http", "--server.port=99999", "--server.port=0"}))
                .isEmpty();
        assertThat(FreePort.taken(new String[0])).isEmpty();
    }
}
