package org.stayseal.issuer.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a password, for pages and programs alike, if the name and the address may try; few at a time, since a hash that is slow to guess is
 * slow to check, and whoever sends many must not take the processor from everyone else.
 */
final class GuardedSignIn implements AuthenticationProvider {

    /** Passwords checked at one time. */
    static final int AT_ONE_TIME = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** Requests that wait for their turn; more are sent away at once, so that no thread of the server is left for pages. */
    static final int MOST_WAITING = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AuthenticationProvider passwords;
    private final SignInAttempts attempts;
    private final Semaphore turns = new Semaphore(AT_ONE_TIME, true);

    GuardedSignIn(AuthenticationProvider passwords, SignInAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) throws AuthenticationException {
        takeATurn();
        try {
            return check(authentication);
        } finally {
            turns.release();
        }
    }

    private @Nullable Authentication check(Authentication authentication) {
        String name = authentication.getName();
        String address = authentication.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        attempts.wait(name, address).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        try {
            Authentication known = passwords.authenticate(authentication);
            if (known != null) {
                attempts.succeeded(name);
            }
            return known;
        } catch (InternalAuthenticationServiceException e) {
            throw e; // our own failure is nobody's attempt
        } catch (AuthenticationException e) {
            attempts.failed(name, address);
            throw e;
        }
    }

    private void takeATurn() {
        try {
            if (turns.getQueueLength() < MOST_WAITING && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TooManyAttempts(Duration.ofSeconds(1));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
