package org.stayseal.trust.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.CeremonyWorkshop;

/** A ceremony that brings the next root is signed by old and new root keys (TRUST-31, TRUST-245, TRUST-249). */
class RootCeremonyTest {

    private static final Instant SECOND = CeremonyWorkshop.FIRST.plus(Duration.ofDays(1));

    private final CeremonyWorkshop workshop = new CeremonyWorkshop();
    private CeremonyHistory begun = CeremonyHistory.NONE;

    @BeforeEach
    void begin() throws CeremonyRefusedException {
        begun = workshop.begun();
    }

    /** Root 2: the third root key gives way to a new one, and both of the others stay. */
    private Root next(long number, Signer newcomer) {
        Root first = begun.rootInForce().orElseThrow();
        Map<Role, RoleKeys> roles = new EnumMap<>(first.roles());
        roles.put(Role.ROOT, new RoleKeys(2, List.of(key(workshop.root(1)), key(workshop.root(2)), key(newcomer))));
        return new Root(new Head("UTO", Environment.DEMO, number, SECOND, SECOND.plus(Duration.ofDays(1_000))), roles);
    }

    private static TrustKey key(Signer signer) {
        return TrustKey.of(signer.certificate().getPublicKey());
    }

    private CeremonyFile file() throws CeremonyRefusedException {
        return begun.next(
                SECOND, "Root 2", "The third key is lost", List.of(RootStep.of(next(2, workshop.outsider()))));
    }

    @Test
    void oldAndNewKeysSignBoth() throws Exception {
        CeremonyFile file = file();
        Transcript transcript = new Assembly(file, begun.rootInForce())
                .add(CeremonyPart.sign(file, workshop.root(3)))
                .add(CeremonyPart.sign(file, workshop.root(1)))
                .add(CeremonyPart.sign(file, workshop.outsider()))
                .transcript();
        CeremonyHistory history = begun.then(transcript);
        assertThat(history.rootDocuments()).hasSize(2);
        assertThat(history.rootInForce().orElseThrow().head().sequence()).isEqualTo(2);
        assertThat(history.authority()).isEqualTo(begun.authority());
        // The newcomer decides from now on.
        CeremonyFile third = history.next(
                SECOND.plusSeconds(1), "Retire", "Planned", List.of(new RetiringStep(workshop.sealSigner())));
        assertThat(new Assembly(third, history.rootInForce())
                        .add(CeremonyPart.sign(third, workshop.outsider()))
                        .add(CeremonyPart.sign(third, workshop.root(2)))
                        .transcript())
                .isNotNull();
        assertThatThrownBy(() ->
                        new Assembly(third, history.rootInForce()).add(CeremonyPart.sign(third, workshop.root(3))))
                .hasMessageContaining("no root key");
    }

    @Test
    void theOldKeysAloneDoNotMakeTheNextRoot() throws Exception {
        CeremonyFile file = file();
        Assembly assembly = new Assembly(file, begun.rootInForce())
                .add(CeremonyPart.sign(file, workshop.root(1)))
                .add(CeremonyPart.sign(file, workshop.root(3)));
        assertThat(assembly.missing()).singleElement().asString().contains("new root: 1 of 2 signed");
        assertThatThrownBy(assembly::transcript).hasMessageContaining("below the threshold");
    }

    @Test
    void aRootThatSkipsANumberIsRefused() {
        assertThatThrownBy(() ->
                        begun.next(SECOND, "Root 3", "None", List.of(RootStep.of(next(3, workshop.outsider())))))
                .hasMessageContaining("TRUST-245")
                .hasMessageContaining("needs number 2");
    }

    @Test
    void twoRootsInOneCeremonyAreRefused() {
        RootStep step = RootStep.of(next(2, workshop.outsider()));
        assertThatThrownBy(() -> begun.next(SECOND, "Two", "None", List.of(step, step)))
                .isInstanceOf(CeremonyRefusedException.class);
    }
}
