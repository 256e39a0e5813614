package org.stayseal.issuer;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address under which the world sees this service: part of every credential, so it is settled once, at the start. */
@Component
public class PublicAddress {

    private final URI base;

    PublicAddress(IssuerSettings settings, Environment environment) {
        String port = environment.getProperty("server.port", "8080");
        String scheme = settings.https() ? "https" : "http";
        URI given = settings.publicBaseUrl()
                .orElse(URI.create(scheme + "://localhost:" + (port.equals("0") ? "8080" : port)));
        String text = given.toString();
        this.base = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : given;
    }

    /** Without a slash at the end. */
    public URI base() {
        return base;
    }

    /** @param path with a slash at its begin */
    public URI resolve(String path) {
        return URI.create(base + path);
    }
}
