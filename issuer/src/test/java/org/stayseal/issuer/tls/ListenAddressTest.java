package org.stayseal.issuer.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.stayseal.issuer.IssuerSettings;

class ListenAddressTest {

    @Test
    void plainHttpIsServedToThisMachineAlone() {
        assertThat(address(Map.of()))
                .hasValueSatisfying(
                        address -> assertThat(address.isLoopbackAddress()).isTrue());
    }

    @Test
    void tlsIsServedAtAllAddresses() {
        assertThat(address(Map.of("stayseal.https", "true"))).isEmpty();
        assertThat(address(Map.of("server.ssl.bundle", "own"))).isEmpty();
    }

    @Test
    void whoNamesAnAddressGetsIt() throws Exception {
        assertThat(address(Map.of("stayseal.listen", "0.0.0.0"))).isEmpty();
        assertThat(address(Map.of("stayseal.listen", "::"))).isEmpty();
        assertThat(address(Map.of("stayseal.listen", "127.0.0.2"))).contains(InetAddress.getByName("127.0.0.2"));
        assertThat(address(Map.of("server.address", "127.0.0.3"))).contains(InetAddress.getByName("127.0.0.3"));
        assertThat(address(Map.of("stayseal.https", "true", "stayseal.listen", "127.0.0.1")))
                .isPresent();
    }

    @Test
    void whatIsNoAddressStopsTheStart() {
        assertThatThrownBy(() -> address(Map.of("stayseal.listen", "no address")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stayseal.listen");
    }

    private static Optional<InetAddress> address(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        ConfigurationPropertySources.attach(environment);
        IssuerSettings settings = Binder.get(environment).bindOrCreate("stayseal", IssuerSettings.class);
        return ListenAddress.of(settings, environment);
    }
}
