package org.stayseal.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which the world sees this service.
 *
 * <p>Status lists are named by it, inside every credential, so it is settled on the first start and kept in the data folder. A later start on
 * another port is still reached there, and the links it gives say so; the names of its lists stay what they were.
 */
@Component
public class PublicAddress {

    private static final Logger LOG = LoggerFactory.getLogger(PublicAddress.class);
    private static final String FILE = "public-address";

    private final URI base;
    private final URI reached;

    PublicAddress(IssuerSettings settings, Environment environment) {
        String port = environment.getProperty("server.port", "8080");
        String scheme = settings.https() ? "https" : "http";
        URI here = URI.create(scheme + "://localhost:" + (port.equals("0") ? "8080" : port));
        this.reached = settings.publicBaseUrl().map(PublicAddress::withoutSlash).orElse(here);
        this.base = settled(settings.data(), reached, settings.publicBaseUrl().isPresent());
    }

    /** What the names of published lists begin with, for ever; without a slash at the end. */
    public URI base() {
        return base;
    }

    /**
     * Where a page or file is reached now.
     *
     * @param path with a slash at its begin
     */
    public URI resolve(String path) {
        return URI.create(reached + path);
    }

    private static URI settled(Path data, URI now, boolean chosen) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (!Files.exists(data)) {
                    Files.createDirectories(data);
                    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
                }
                Files.writeString(file, now + "\n", StandardCharsets.UTF_8);
                return now;
            }
            URI before =
                    URI.create(Files.readString(file, StandardCharsets.UTF_8).strip());
            if (chosen && !before.equals(now)) {
                throw new IllegalStateException("Permits of this data folder name status lists under " + before
                        + ", and stayseal.public-base-url says " + now
                        + ". Set it back, or start with an empty data folder.");
            }
            if (!before.equals(now)) {
                LOG.warn(
                        "Status lists of this data folder are named under {}, for ever, and this start is reached at {}: what is issued now is found by verifiers at the first address only."
                                + " Start with the port of the first address, or with an empty data folder.",
                        before,
                        now);
            }
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be used: " + data + ".", e);
        }
    }

    private static URI withoutSlash(URI given) {
        String text = given.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : given;
    }
}
