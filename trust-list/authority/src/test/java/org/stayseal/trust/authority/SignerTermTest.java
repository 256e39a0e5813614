package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.signing.Signer;

/** TRUST-51, VER-27: no key is offered for what no verifier would take from it. */
class SignerTermTest {

    private static final Set<String> ALL = Set.of("full", "work", "bank", "stay");

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();

    @Test
    void aKeySignsWithinItsTermAndContinuationsForItsPurposesOnly() {
        try (AuthorityHome home = AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock)) {
            Signer signer = home.continuationSigner(ALL).orElseThrow();
            assertThat(home.continuationSigner(Set.of("full", "another"))).isEmpty();
            assertThat(home.credentialSigner().certificate()).isNotEqualTo(signer.certificate());
            Instant until =
                    home.listed(signer.certificate()).orElseThrow().term().signsUntil();
            clock.pass(Duration.between(clock.instant(), until));
            assertThat(home.continuationSigner(ALL)).isPresent();
            assertThat(home.sealSigner().certificate()).isNotNull();
            clock.pass(Duration.ofSeconds(1));
            assertThat(home.continuationSigner(ALL)).isEmpty();
            assertThatThrownBy(home::sealSigner).hasMessageContaining("within its term");
            assertThatThrownBy(home::credentialSigner).hasMessageContaining("within its term");
        }
    }
}
