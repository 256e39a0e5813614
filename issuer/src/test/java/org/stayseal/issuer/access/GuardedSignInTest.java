package org.stayseal.issuer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class GuardedSignInTest {

    private final SignInAttempts attempts =
            new SignInAttempts(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    private final AtomicInteger checked = new AtomicInteger();

    @Test
    void afterFiveWrongPasswordsTheRightOneIsNotEvenLookedAt() {
        GuardedSignIn guarded = guarded(authentication -> {
            if (!"right".equals(authentication.getCredentials())) {
                throw new BadCredentialsException("wrong");
            }
            return authentication;
        });
        assertThat(guarded.authenticate(token("right"))).isNotNull();
        for (int i = 0; i < SignInAttempts.FREE_BY_NAME; i++) {
            assertThatThrownBy(() -> guarded.authenticate(token("wrong"))).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> guarded.authenticate(token("right")))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        many -> assertThat(many.seconds()).isEqualTo(1));
        assertThat(checked).hasValue(1 + SignInAttempts.FREE_BY_NAME);
    }

    @Test
    void fewPasswordsAreCheckedAtOneTimeHoweverManyAreSent() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        GuardedSignIn guarded = guarded(authentication -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                if (!open.await(10, TimeUnit.SECONDS)) {
                    throw new AssertionError("never opened");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            return authentication;
        });
        int sent = 3 * GuardedSignIn.AT_ONE_TIME;
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(sent);
        for (int i = 0; i < sent; i++) {
            threads.execute(() -> {
                guarded.authenticate(token("right"));
                done.incrementAndGet();
            });
        }
        for (int i = 0; i < 100 && checked.get() < GuardedSignIn.AT_ONE_TIME; i++) {
            Thread.sleep(20);
        }
        Thread.sleep(100);
        open.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(GuardedSignIn.AT_ONE_TIME);
        assertThat(done).hasValue(sent);
    }

    private interface Check {
        Authentication of(Authentication authentication);
    }

    private GuardedSignIn guarded(Check check) {
        return new GuardedSignIn(
                new AuthenticationProvider() {
                    @Override
                    public Authentication authenticate(Authentication authentication) {
                        checked.incrementAndGet();
                        return check.of(authentication);
                    }

                    @Override
                    public boolean supports(Class<?> authentication) {
                        return true;
                    }
                },
                attempts);
    }

    private static Authentication token(String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated("anna", password);
    }
}
