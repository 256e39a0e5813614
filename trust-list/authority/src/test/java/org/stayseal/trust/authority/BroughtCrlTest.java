package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.CrlStep;
import org.stayseal.trust.authority.ceremony.DryRun;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.register.RevocationListNames;

/** TRUST-264: a CRL that a ceremony brings. */
class BroughtCrlTest {

    private static final Instant SECOND = CeremonyWorkshop.FIRST.plus(Duration.ofDays(1));

    private final CeremonyWorkshop workshop = new CeremonyWorkshop();

    private static byte[] crl(VectorAuthority authority, long number, Instant now) {
        return RevocationList.make(
                authority.hierarchy().entry(KeyName.CSCA), number, now, Map.of(BigInteger.valueOf(77), now));
    }

    private static byte[] crl(long number, Instant now) {
        return crl(Utopia.authority(), number, now);
    }

    private static DryRun run(CeremonyHistory history, Instant at, Step... steps) throws CeremonyRefusedException {
        return history.dryRun(
                history.next(at, "Test", "A test", List.of(steps)), new Circumstances(at, PublishedLists.NONE));
    }

    private void refused(CeremonyHistory history, String name, byte[] der, String why) {
        assertThatThrownBy(() -> run(history, SECOND, CrlStep.of(name, der)))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("TRUST-264")
                .hasMessageContaining(why);
    }

    @Test
    void itIsOfACscaOfTheRegisterAndCalledByItsIssuer() throws Exception {
        CeremonyHistory begun = workshop.begun();
        assertThat(run(begun, SECOND, CrlStep.of("UTO", crl(5, SECOND))).warnings())
                .isEmpty();
        refused(begun, "UTO-2", crl(5, SECOND), "is called UTO");
        refused(begun, "UTO", crl(Utopia.stranger(), 5, SECOND), "signed it");
        assertThat(RevocationListNames.of(begun.register().orElseThrow()).values())
                .containsExactly("UTO");
    }

    @Test
    void itIsOfItsMomentAndNewerThanTheOneBefore() throws Exception {
        CeremonyHistory begun = workshop.begun();
        refused(begun, "UTO", crl(5, SECOND.plusSeconds(1)), "and the ceremony's moment is");
        refused(begun, "UTO", crl(5, SECOND.minus(Duration.ofDays(90))), "and the ceremony's moment is");
        CeremonyHistory brought =
                workshop.held(begun, begun.next(SECOND, "CRL", "A test", List.of(CrlStep.of("UTO", crl(5, SECOND)))));
        refused(brought, "UTO", crl(5, SECOND), "its number is 5, and there is one with 5");
        refused(brought, "UTO", crl(4, SECOND), "its number is 4");
        assertThat(run(brought, SECOND, CrlStep.of("UTO", crl(6, SECOND))).changes())
                .hasSize(1);
    }

    @Test
    void aRevokedSignerThatItDoesNotNameIsSaid() throws Exception {
        DryRun run = run(
                workshop.begun(),
                SECOND,
                new RevokeStep(workshop.credentialSigner(), "keyCompromise", SECOND),
                CrlStep.of("UTO", crl(5, SECOND)));
        assertThat(run.warnings()).anyMatch(line -> line.contains("does not name the revoked signer"));
    }

    @Test
    void oneThatWasBroughtUnderAnotherNameIsListedByItsIssuer(@TempDir Path directory) throws Exception {
        MovedClock clock = new MovedClock();
        try (AuthorityHome home = AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock)) {
            byte[] made = home.publish(Utopia.input()).crls().get("UTO");
            clock.pass(Duration.ofMinutes(1));
            Path key = directory.resolve("keys/csca.p12");
            Hierarchy hierarchy = new HierarchyFolder(directory.resolve("keys")).read();
            byte[] brought = RevocationList.make(
                    hierarchy.entry(KeyName.CSCA), 900, clock.instant(), Map.of(BigInteger.valueOf(77), Utopia.NOW));
            new DemoCeremonies(directory, clock).hold(CrlStep.of("UTO", brought));
            assertThat(home.publish(Utopia.input()).crls().get("UTO"))
                    .as("the key is here")
                    .isNotEqualTo(made)
                    .isNotEqualTo(brought);
            Files.move(key, directory.resolve("csca.p12"));
            assertThat(home.publish(Utopia.input()).crls())
                    .containsOnlyKeys("UTO")
                    .containsEntry("UTO", brought);
        }
        // From before there was the rule: under a name that was another CSCA's.
        CeremonyHistory begun = workshop.begun();
        CeremonyHistory odd =
                workshop.held(begun, begun.next(SECOND, "CRL", "A test", List.of(CrlStep.of("UTO-2", crl(5, SECOND)))));
        InForce inForce = new InForce(Utopia.PROFILE, odd, KeyRing.ofSigners(List.of()));
        assertThat(inForce.listing().crls().make(1, SECOND)).containsOnlyKeys("UTO");
    }
}
