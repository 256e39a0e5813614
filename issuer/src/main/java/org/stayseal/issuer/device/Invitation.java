package org.stayseal.issuer.device;

import java.net.URI;
import java.time.Instant;

/**
 * A link for one device, shown once: the service keeps only what it needs to recognise it.
 *
 * @param link what the holder opens; the secret is behind the number sign, which browsers do not send to anybody
 * @param letterNumber the second secret, eight digits, which goes another way than the link
 * @param expires from when on it is worth nothing
 */
public record Invitation(URI link, String letterNumber, Instant expires) {

    /** Neither of the secrets. */
    @Override
    public String toString() {
        return "Invitation[until " + expires + "]";
    }
}
