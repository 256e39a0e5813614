package org.stayseal.issuer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private final Ticking clock = new Ticking();
    private final SignInAttempts attempts = new SignInAttempts(clock);

    @Test
    void fiveWrongPasswordsCostNothingAndEachFurtherOneTwiceTheTime() {
        fail(SignInAttempts.FREE_BY_NAME - 1);
        assertThat(attempts.wait("anna", "192.0.2.1")).isEmpty();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            fail(1);
            assertThat(attempts.wait("anna", "192.0.2.9")).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(attempts.wait("anna", "192.0.2.9")).isEmpty();
        }
    }

    @Test
    void anotherNameFromAnotherAddressDoesNotWait() {
        fail(20);
        assertThat(attempts.wait("boris", "192.0.2.2")).isEmpty();
    }

    @Test
    void anAddressThatTriesManyNamesWaits() {
        for (int i = 0; i < SignInAttempts.FREE_BY_ADDRESS; i++) {
            attempts.failed("name" + i, "192.0.2.1");
        }
        assertThat(attempts.wait("unseen", "192.0.2.1")).isPresent();
        attempts.succeeded("unseen");
        assertThat(attempts.wait("unseen", "192.0.2.1"))
                .as("also after the right password")
                .isPresent();
    }

    @Test
    void theAddressesOfOneCustomerAreOne() {
        for (int i = 0; i < SignInAttempts.FREE_BY_ADDRESS; i++) {
            attempts.failed("name" + i, "2001:db8:0:1::" + Integer.toHexString(i));
        }
        assertThat(attempts.wait("unseen", "2001:db8:0:1:ffff::1")).isPresent();
        assertThat(attempts.wait("unseen", "2001:db8:0:2::1")).isEmpty();
    }

    @Test
    void theRightPasswordAndHalfAnHourForget() {
        fail(9);
        attempts.succeeded("anna");
        assertThat(attempts.wait("anna", "192.0.2.9")).isEmpty();
        fail(9);
        clock.pass(SignInAttempts.MEMORY.plusSeconds(1));
        fail(1);
        assertThat(attempts.wait("anna", "192.0.2.9")).isEmpty();
    }

    @Test
    void whatIsRememberedHasABound() {
        for (int i = 0; i < SignInAttempts.MOST_REMEMBERED + 5; i++) {
            attempts.failed("x".repeat(1000) + i, "192.0.2.1");
            attempts.failed("name" + i, "192.0.2.1");
        }
        assertThat(attempts.remembered()).isEqualTo(SignInAttempts.MOST_REMEMBERED);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed("anna", "192.0.2.1");
        }
    }

    /** Time that passes when told. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
