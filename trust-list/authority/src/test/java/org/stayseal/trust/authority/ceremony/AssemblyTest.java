package org.stayseal.trust.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.CeremonyWorkshop;

/** People sign on different machines, and their parts are put together (TRUST-249, TRUST-250). */
class AssemblyTest {

    private static final Instant SECOND = CeremonyWorkshop.FIRST.plus(Duration.ofDays(1));

    private final CeremonyWorkshop workshop = new CeremonyWorkshop();
    private CeremonyHistory begun = CeremonyHistory.NONE;

    @BeforeEach
    void begin() throws CeremonyRefusedException {
        begun = workshop.begun();
    }

    private CeremonyFile file(String title) throws CeremonyRefusedException {
        return begun.next(SECOND, title, "Planned", List.of(new RetiringStep(workshop.sealSigner())));
    }

    private Assembly assembly(CeremonyFile file) throws CeremonyRefusedException {
        return new Assembly(file, begun.rootInForce());
    }

    @Test
    void twoOfThreeMakeATranscript() throws Exception {
        CeremonyFile file = file("One");
        Transcript transcript = assembly(file)
                .add(CeremonyPart.read(CeremonyPart.sign(file, workshop.root(1)).bytes()))
                .add(CeremonyPart.read(CeremonyPart.sign(file, workshop.root(2)).bytes()))
                .transcript();
        assertThat(transcript.file().bytes()).isEqualTo(file.bytes());
        assertThat(Transcript.read(transcript.bytes(), begun.rootInForce()).kids())
                .hasSize(2);
    }

    @Test
    void oneIsTooFewAndItSaysWhoIsMissing() throws Exception {
        CeremonyFile file = file("One");
        Assembly assembly = assembly(file).add(CeremonyPart.sign(file, workshop.root(2)));
        assertThat(assembly.missing())
                .singleElement()
                .asString()
                .contains("root in force: 1 of 2 signed; any 1 of")
                .contains(kid(1))
                .doesNotContain(kid(2));
        assertThatThrownBy(assembly::transcript).hasMessageContaining("below the threshold");
    }

    @Test
    void onePartAloneIsNoTranscript() throws Exception {
        CeremonyFile file = file("One");
        byte[] part = CeremonyPart.sign(file, workshop.root(2)).bytes();
        assertThatThrownBy(() -> Transcript.read(part, begun.rootInForce())).hasMessageContaining("TRUST-14");
    }

    @Test
    void aKeyOfAnotherRoleIsForeign() throws Exception {
        CeremonyFile file = file("One");
        CeremonyPart foreign = CeremonyPart.sign(file, workshop.trustListKey());
        assertThatThrownBy(() -> assembly(file).add(foreign)).hasMessageContaining("no root key");
    }

    @Test
    void aPartOverOtherBytesIsRefused() throws Exception {
        CeremonyPart other = CeremonyPart.sign(file("Two"), workshop.root(1));
        assertThatThrownBy(() -> assembly(file("One")).add(other))
                .hasMessageContaining("over another file")
                .hasMessageContaining(kid(1));
    }

    @Test
    void nobodyCountsTwice() throws Exception {
        CeremonyFile file = file("One");
        Assembly assembly = assembly(file).add(CeremonyPart.sign(file, workshop.root(1)));
        assertThatThrownBy(() -> assembly.add(CeremonyPart.sign(file, workshop.root(1))))
                .hasMessageContaining("signed twice");
    }

    @Test
    void aPartWithMoreThanItsMembersIsNotRead() throws Exception {
        CeremonyFile file = file("One");
        String part =
                new String(CeremonyPart.sign(file, workshop.root(1)).bytes(), java.nio.charset.StandardCharsets.UTF_8);
        byte[] more = part.replaceFirst("\\{", "{\"note\":\"\",").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CeremonyPart.read(more))
                .isInstanceOf(FormatException.class)
                .extracting(e -> ((FormatException) e).rule())
                .isEqualTo("TRUST-249");
    }

    private String kid(int number) {
        return TrustKey.of(workshop.root(number).certificate().getPublicKey()).kid();
    }
}
