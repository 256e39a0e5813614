package org.stayseal.issuer.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No password was looked at: this name, this address or this service has to rest first. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts.");
        this.wait = wait;
    }

    /** Whole seconds until the next try, at least one. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
