package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;

class RootTest {

    private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2031-11-22T00:00:00Z");

    private final Signer a = TestKeys.p256();
    private final Signer b = TestKeys.p256();
    private final Signer c = TestKeys.p384();
    private final Signer d = TestKeys.p256();
    private final RoleKeys other = RoleKeys.single(TestKeys.key(TestKeys.p256()));

    @Test
    void aRootIsReadBackAsItWasWritten() throws FormatException {
        Root root = root(1, a, b, c);

        assertThat(Root.read(signed(root, a, b))).isEqualTo(root);
    }

    @Test
    void aRootBelowItsOwnThresholdIsRefused() throws FormatException {
        refused("TRUST-14", () -> Root.read(signed(root(1, a, b, c), a)));
    }

    @Test
    void theNextRootNeedsTheOldKeysAndTheNewOnes() throws FormatException {
        Root first = root(1, a, b, c);
        Root second = root(2, b, c, d);

        assertThat(first.next(signed(second, b, c)).head().sequence()).isEqualTo(2);
        refused("TRUST-14", () -> first.next(signed(second, c, d)));
        refused("TRUST-14", () -> first.next(signed(second, a, b)));
    }

    @Test
    void aRootThatSkipsANumberOrRepeatsItIsRefused() throws FormatException {
        Root first = root(1, a, b, c);

        refused("TRUST-31", () -> first.next(signed(root(3, a, b, c), a, b)));
        refused("TRUST-31", () -> first.next(signed(root(1, a, b, c), a, b)));
    }

    @Test
    void aDemoCannotBecomeAProduction() throws FormatException {
        Root production = new Root(
                new Head("UTO", Environment.PRODUCTION, 2, MADE, ENDS),
                root(2, a, b, c).roles());

        refused("TRUST-21", () -> root(1, a, b, c).next(signed(production, a, b)));
    }

    @Test
    void aProductionRootNeedsMoreThanOneKey() {
        Map<Role, RoleKeys> roles = Map.of(
                Role.ROOT,
                RoleKeys.single(TestKeys.key(a)),
                Role.TRUST_LIST,
                other,
                Role.SNAPSHOT,
                other,
                Role.LOG,
                other);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Root(new Head("UTO", Environment.PRODUCTION, 1, MADE, ENDS), roles));
    }

    @Test
    void aRootKeyIsOfNoOtherRole() {
        RoleKeys roots = new RoleKeys(2, List.of(TestKeys.key(a), TestKeys.key(b)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Root(
                        head(1),
                        Map.of(
                                Role.ROOT,
                                roots,
                                Role.TRUST_LIST,
                                RoleKeys.single(TestKeys.key(a)),
                                Role.SNAPSHOT,
                                other,
                                Role.LOG,
                                other)));
    }

    @Test
    void aThresholdOfNoughtIsRefused() {
        changed("TRUST-30", json -> json.replace("\"threshold\":2", "\"threshold\":0"));
    }

    @Test
    void aThresholdAboveTheKeysIsRefused() {
        changed("TRUST-30", json -> json.replace("\"threshold\":2", "\"threshold\":4"));
    }

    @Test
    void aNumberWithAFractionIsRefused() {
        changed("TRUST-2", json -> json.replace("\"sequence\":1", "\"sequence\":1.0"));
    }

    @Test
    void aTimeInAnotherFormIsRefused() {
        changed("TRUST-3", json -> json.replace("2026-11-22T00:00:00Z", "2026-11-22T00:00:00.0Z"));
        changed("TRUST-3", json -> json.replace("2026-11-22T00:00:00Z", "2026-02-30T00:00:00Z"));
    }

    @Test
    void aRequirementThatIsNotKnownIsUnsupported() {
        assertThatThrownBy(() -> read(json -> json.replace("\"version\":1", "\"version\":1,\"requires\":[\"x\"]")))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.kind()).isEqualTo(FormatException.Kind.UNSUPPORTED));
    }

    @Test
    void aMemberThatIsNotKnownIsIgnoredInThePayloadAndRefusedInAKey() throws FormatException {
        assertThat(read(json -> json.replace("\"version\":1", "\"version\":1,\"colour\":\"red\"")))
                .isNotNull();
        changed("TRUST-15", json -> json.replaceFirst("\"kty\":\"EC\"", "\"kty\":\"EC\",\"d\":\"AA\""));
    }

    @Test
    void aKeyUnderAnotherNameIsRefused() {
        changed(
                "TRUST-15",
                json -> json.replaceFirst(
                        "\"keys\":\\{\"[^\"]+\"", "\"keys\":{\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\""));
    }

    @Test
    void aFingerprintIsReadAsPeopleWriteIt() throws FormatException {
        Fingerprint fingerprint = signed(root(1, a, b, c), a, b).fingerprint();

        assertThat(Fingerprint.parse(" sha256:" + fingerprint.hex().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(fingerprint);
        assertThat(Fingerprint.parse(fingerprint.spoken())).isEqualTo(fingerprint);
        assertThat(Fingerprint.parse(fingerprint.hex().replaceAll("(..)(?=.)", "$1:")))
                .isEqualTo(fingerprint);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse(fingerprint.hex().substring(1)));
    }

    private void changed(String rule, UnaryOperator<String> change) {
        refused(rule, () -> read(change));
    }

    private Root read(UnaryOperator<String> change) throws FormatException {
        String payload = new String(root(1, a, b, c).payload(), StandardCharsets.UTF_8);
        byte[] signed = SignedDocument.write(
                DocumentKind.ROOT, change.apply(payload).getBytes(StandardCharsets.UTF_8), List.of(a, b));
        return Root.read(SignedDocument.read(signed, DocumentKind.ROOT));
    }

    private Root root(long sequence, Signer... signers) {
        RoleKeys roots = new RoleKeys(
                2, java.util.Arrays.stream(signers).map(TestKeys::key).toList());
        return new Root(
                head(sequence),
                Map.of(Role.ROOT, roots, Role.TRUST_LIST, other, Role.SNAPSHOT, other, Role.LOG, other));
    }

    private static Head head(long sequence) {
        return new Head("UTO", Environment.DEMO, sequence, MADE, ENDS);
    }

    private static SignedDocument signed(Root root, Signer... signers) throws FormatException {
        return SignedDocument.read(
                SignedDocument.write(DocumentKind.ROOT, root.payload(), List.of(signers)), DocumentKind.ROOT);
    }

    private static void refused(String rule, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule));
    }
}
