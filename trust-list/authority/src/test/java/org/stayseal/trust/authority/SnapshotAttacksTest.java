package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Refusal;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotAttacksTest {

    private final VectorAuthority authority = Utopia.authority();
    private final Pin pin = new Pin(authority.rootFingerprint());
    private Publication first;
    private Publication second;

    @BeforeAll
    void publishTwice() throws PublicationRefusedException {
        first = authority.publish(Utopia.input());
        second = authority.at(Utopia.NOW.plus(Duration.ofHours(1))).publish(Utopia.input());
    }

    @Test
    void aWholeSnapshotIsTaken() {
        Snapshot snapshot = Snapshots.open(first.snapshot(), pin).taken().orElseThrow();

        assertThat(snapshot.trustList().head().sequence()).isEqualTo(1);
        assertThat(snapshot.trustList().notUsed()).isZero();
        assertThat(snapshot.statusLists()).containsOnlyKeys("http://localhost:8080/status/0");
        assertThat(snapshot.statusLists().values().iterator().next().at(5)).hasValue(1);
    }

    @Test
    void aForeignRootIsUnknownAndGivesNothing() throws PublicationRefusedException {
        byte[] foreign = Utopia.stranger().publish(Utopia.input()).snapshot();

        SnapshotResult.Refused refused = refused(foreign);

        assertThat(refused.reason()).isEqualTo(Refusal.UNKNOWN_ROOT);
        assertThat(refused.knowledge().kind()).isEqualTo(TrustKnowledge.Kind.UNKNOWN_ROOT);
    }

    @Test
    void ourRootBesideAForeignListIsCorrupt() throws Exception {
        Forgery forgery = new Forgery(Utopia.stranger().publish(Utopia.input()));

        assertThat(reason(forgery.put("root/1.json", authority.rootDocument()).zip()))
                .isEqualTo(Refusal.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "root/1.json",
                "trust-list.json",
                "seal-revocations.json",
                "crl/UTO.crl",
                "status/*"
            })
    void aChangedByteAnywhereInAFileIsNoticed(String pattern) throws FormatException {
        String name = new Forgery(first)
                .files().keySet().stream()
                        .filter(n -> n.equals(pattern) || pattern.equals("status/*") && n.startsWith("status/"))
                        .findFirst()
                        .orElseThrow();
        int length = new Forgery(first).files().get(name).length;
        for (int i = 0; i < 25; i++) {
            byte[] zip = new Forgery(first).flip(name, i * (length - 1) / 24).zip();

            assertThat(Snapshots.open(zip, pin)).as("byte %d of 24ths", i).isInstanceOf(SnapshotResult.Refused.class);
        }
    }

    @Test
    void aListOfAnotherSnapshotUnderThisManifestIsMixed() throws FormatException {
        byte[] mixed =
                new Forgery(second).put("trust-list.json", first.trustList()).zip();

        assertThat(reason(mixed)).isEqualTo(Refusal.MIXED);
    }

    @Test
    void aStatusListOfAnotherSnapshotIsMixed() throws FormatException {
        byte[] older = first.statusLists().values().iterator().next().cwt();
        String name = Manifest.statusName("http://localhost:8080/status/0");

        assertThat(reason(new Forgery(second).put(name, older).zip())).isEqualTo(Refusal.MIXED);
    }

    @Test
    void aSealRevocationListOfAnotherSnapshotIsMixed() throws FormatException {
        byte[] mixed = new Forgery(second)
                .put("seal-revocations.json", first.sealRevocations())
                .zip();

        assertThat(reason(mixed)).isEqualTo(Refusal.MIXED);
    }

    @Test
    void aMissingFileIsMixed() throws FormatException {
        assertThat(reason(new Forgery(first).remove("seal-revocations.json").zip()))
                .isEqualTo(Refusal.MIXED);
    }

    @Test
    void aFileThatIsNotListedIsMixed() throws FormatException {
        assertThat(reason(new Forgery(first).put("log/extra", new byte[3]).zip()))
                .isEqualTo(Refusal.MIXED);
    }

    @Test
    void aListedFileOfUnknownKindIsCheckedAndNotUsed() throws FormatException {
        Forgery forgery = new Forgery(first).put("log/extra", new byte[3]).manifestAnew(authority.hierarchy());

        assertThat(Snapshots.open(forgery.zip(), pin).taken()).isPresent();
        assertThat(reason(forgery.put("log/extra", new byte[4]).zip())).isEqualTo(Refusal.CORRUPT);
    }

    @Test
    void aManifestOfAnyOtherKeyIsCorrupt() throws FormatException {
        assertThat(reason(new Forgery(first)
                        .manifestAnew(Utopia.stranger().hierarchy())
                        .zip()))
                .isEqualTo(Refusal.CORRUPT);
    }

    @Test
    void aManifestThatNamesOtherNumbersIsMixed() throws FormatException {
        Head head = new Forgery(first).manifest().head();

        assertThat(reason(new Forgery(first)
                        .manifest(authority.hierarchy(), head, 1, 7)
                        .zip()))
                .isEqualTo(Refusal.MIXED);
    }

    @Test
    void aManifestOfAnotherCountryIsMixed() throws FormatException {
        Head head = new Forgery(first).manifest().head();
        Head other = new Head("XYZ", head.environment(), head.sequence(), head.issued(), head.nextUpdate());

        assertThat(reason(new Forgery(first)
                        .manifest(authority.hierarchy(), other, 1, 1)
                        .zip()))
                .isEqualTo(Refusal.MIXED);
    }

    @Test
    void aTrustListSignedByTheSnapshotKeyIsCorrupt() throws FormatException {
        byte[] payload =
                SignedDocument.read(first.trustList(), DocumentKind.TRUST_LIST).payload();
        byte[] wrong = SignedDocument.write(
                DocumentKind.TRUST_LIST, payload, List.of(authority.hierarchy().signer(KeyName.SNAPSHOT)));

        assertThat(reason(new Forgery(first)
                        .put("trust-list.json", wrong)
                        .manifestAnew(authority.hierarchy())
                        .zip()))
                .isEqualTo(Refusal.CORRUPT);
    }

    @Test
    void aStatusListOfAKeyThatTheListDoesNotNameIsCorrupt() throws Exception {
        String uri = "http://localhost:8080/status/0";
        byte[] foreign =
                Utopia.stranger().publish(Utopia.input()).statusLists().get(uri).cwt();

        assertThat(reason(new Forgery(first)
                        .put(Manifest.statusName(uri), foreign)
                        .manifestAnew(authority.hierarchy())
                        .zip()))
                .isEqualTo(Refusal.CORRUPT);
    }

    @Test
    void aSecondRootWithoutTheFirstOnesKeysIsCorrupt() throws FormatException {
        byte[] foreign = Utopia.stranger().rootDocument();

        assertThat(reason(new Forgery(first)
                        .put("root/2.json", foreign)
                        .manifestAnew(authority.hierarchy())
                        .zip()))
                .isEqualTo(Refusal.CORRUPT);
    }

    @Test
    void anythingThatIsNoSnapshotIsCorrupt() {
        assertThat(reason(new byte[0])).isEqualTo(Refusal.CORRUPT);
        assertThat(reason("{\"payload\":\"\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Refusal.CORRUPT);
    }

    @Test
    void aSnapshotThatIsCutShortAnywhereIsCorrupt() {
        byte[] zip = first.snapshot();
        for (int i = 1; i <= 40; i++) {
            assertThat(reason(java.util.Arrays.copyOf(zip, zip.length * i / 41)))
                    .isEqualTo(Refusal.CORRUPT);
        }
    }

    private Refusal reason(byte[] zip) {
        return refused(zip).reason();
    }

    private SnapshotResult.Refused refused(byte[] zip) {
        SnapshotResult result = Snapshots.open(zip, pin);
        assertThat(result).isInstanceOf(SnapshotResult.Refused.class);
        return (SnapshotResult.Refused) result;
    }
}
