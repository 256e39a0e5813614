package org.stayseal.issuer.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.stayseal.issuer.IssuerSettings;

/**
 * From where this service is reached. Passwords and permits do not cross a network in clear unless somebody asked for it, so plain HTTP is
 * served to this machine alone.
 */
public final class ListenAddress {

    private ListenAddress() {}

    /**
     * The address to listen on; empty: all of this machine's.
     *
     * <p>In this order: {@code stayseal.listen}, Spring's own {@code server.address}, all addresses with TLS, else loopback.
     *
     * @throws IllegalArgumentException when the settings name no address of a network
     */
    public static Optional<InetAddress> of(IssuerSettings settings, Environment environment) {
        Optional<String> asked =
                settings.listen().or(() -> Optional.ofNullable(environment.getProperty("server.address")));
        if (asked.isPresent()) {
            InetAddress address = address(asked.get());
            return address.isAnyLocalAddress() ? Optional.empty() : Optional.of(address);
        }
        boolean tls = settings.https()
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle");
        return tls ? Optional.empty() : Optional.of(InetAddress.getLoopbackAddress());
    }

    private static InetAddress address(String text) {
        try {
            if (!text.isBlank()) {
                return InetAddress.getByName(text.strip());
            }
        } catch (UnknownHostException e) {
            // refused in the same words
        }
        throw new IllegalArgumentException(
                "stayseal.listen is an address of this machine, or 0.0.0.0 for all of them; not \"" + text + "\".");
    }
}
