package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;

/** The manifest of a snapshot (TRUST-60, TRUST-61). */
class ManifestTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String URI = "https://status.example/status/0";
    private static final byte[] BYTES = {1, 2, 3};
    private static final Manifest.File LIST = Manifest.File.of("trust-list.json", BYTES);

    private final Signer key = TestKeys.p256();

    @Test
    void aManifestIsReadBackAsItWasWritten() throws FormatException {
        assertThat(read(UnaryOperator.identity())).isEqualTo(manifest());
    }

    @Test
    void anEntryFitsItsOwnBytesAndNoOthers() {
        assertThat(LIST.fits(BYTES)).isTrue();
        assertThat(LIST.fits(new byte[] {1, 2, 4})).isFalse();
        assertThat(LIST.fits(new byte[] {1, 2})).isFalse();
        Manifest.File longer = new Manifest.File("a", 4, LIST.sha256(), Optional.empty(), OptionalLong.empty());
        assertThat(longer.fits(BYTES)).isFalse();
    }

    @Test
    void aStatusListIsNamedByTheHashOfItsAddress() {
        assertThat(Manifest.statusName(URI))
                .matches("status/[0-9a-f]{16}\\.cwt")
                .isNotEqualTo(Manifest.statusName(URI + "0"));
        assertThat(Manifest.statusName("")).isEqualTo("status/e3b0c44298fc1c14.cwt"); // SHA-256 of nothing
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "a/b/c.d", "A-1_2.x", "0"})
    void aFileHasAPlainNameOfThreeStepsAtMost(String name) {
        assertThat(Manifest.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a", "a/", "a//b", "../a", "a/../b", ".a", "a/.b", "a/b/c/d", "a\\b", "a b", "ä", "C:a"})
    void aNameThatCouldLeaveItsFolderIsNone(String name) {
        assertThat(Manifest.isName(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Manifest.File(name, 0, LIST.sha256(), Optional.empty(), OptionalLong.empty()));
    }

    @Test
    void aNameHas100CharactersAtMost() {
        assertThat(Manifest.isName("a".repeat(100))).isTrue();
        assertThat(Manifest.isName("a".repeat(101))).isFalse();
    }

    @Test
    void anEntryHasALengthAndADigest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Manifest.File("a", -1, LIST.sha256(), Optional.empty(), OptionalLong.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Manifest.File(
                        "a", 0, LIST.sha256().toUpperCase(Locale.ROOT), Optional.empty(), OptionalLong.empty()));
        assertThat(Manifest.File.of("a", new byte[0]).length()).isZero();
    }

    @Test
    void filesAreListedOnceSortedByNameAndAsManyAsAnArchiveHolds() {
        Manifest.File a = Manifest.File.of("a", BYTES);
        Manifest.File b = Manifest.File.of("b", BYTES);
        assertThat(manifest(1, 1, List.of(a, b)).files()).containsExactly(a, b);
        for (List<Manifest.File> wrong :
                List.of(List.of(b, a), List.of(a, a), List.of(Manifest.File.of("A", BYTES), a))) {
            assertThatIllegalArgumentException().isThrownBy(() -> manifest(1, 1, wrong));
        }
        List<Manifest.File> many = new ArrayList<>();
        for (int i = 0; i < Manifest.MAX_FILES; i++) {
            many.add(new Manifest.File(
                    String.format(Locale.ROOT, "f%05d", i), 0, LIST.sha256(), Optional.empty(), OptionalLong.empty()));
        }
        assertThat(manifest(1, 1, many).files()).hasSize(4095);
        many.add(new Manifest.File("g", 0, LIST.sha256(), Optional.empty(), OptionalLong.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> manifest(1, 1, many));
    }

    @Test
    void rootsAndListsAreCountedFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> manifest(0, 1, List.of(LIST)));
        assertThatIllegalArgumentException().isThrownBy(() -> manifest(1, 0, List.of(LIST)));
    }

    @Test
    void whatIsReadIsHeldToTheSameRules() {
        refused("TRUST-60", json -> json.replace("trust-list.json", "a.json"));
        refused("TRUST-61", json -> json.replace("trust-list.json", "../list.json"));
        refused("TRUST-61", json -> json.replace("trust-list.json", "manifest.json"));
        refused("TRUST-4", json -> json.replace(LIST.sha256(), LIST.sha256().toUpperCase(Locale.ROOT)));
        refused("TRUST-60", json -> json.replace(URI, URI + "1"));
        refused("TRUST-60", json -> json.replace(",\"statusUri\":\"" + URI + "\"", ""));
        refused("TRUST-60", json -> json.replace(",\"sequence\":7}", "}"));
        refused(
                "TRUST-60",
                json -> json.replace("\"name\":\"trust-list.json\"", "\"name\":\"trust-list.json\",\"sequence\":7"));
        refused(
                "TRUST-60",
                json -> json.replace(
                        "\"name\":\"trust-list.json\"", "\"name\":\"trust-list.json\",\"statusUri\":\"" + URI + "\""));
    }

    @Test
    void anotherKindOfDocumentIsNoManifest() throws FormatException {
        SignedDocument other = SignedDocument.read(
                SignedDocument.write(DocumentKind.SEAL_REVOCATIONS, manifest().payload(), List.of(key)),
                DocumentKind.SEAL_REVOCATIONS);
        assertThatIllegalArgumentException().isThrownBy(() -> Manifest.read(other));
    }

    private void refused(String rule, UnaryOperator<String> change) {
        assertThatThrownBy(() -> read(change))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule));
    }

    private Manifest read(UnaryOperator<String> change) throws FormatException {
        String payload = change.apply(new String(manifest().payload(), StandardCharsets.UTF_8));
        return Manifest.read(SignedDocument.read(
                SignedDocument.write(DocumentKind.SNAPSHOT, payload.getBytes(StandardCharsets.UTF_8), List.of(key)),
                DocumentKind.SNAPSHOT));
    }

    private static Manifest manifest() {
        return manifest(
                1, 3, List.of(Manifest.File.ofSealRevocations(7, BYTES), Manifest.File.ofStatusList(URI, BYTES), LIST));
    }

    private static Manifest manifest(long root, long list, List<Manifest.File> files) {
        return new Manifest(new Head("UTO", Environment.DEMO, 3, NOON, NOON.plusSeconds(3 * 86400)), root, list, files);
    }
}
