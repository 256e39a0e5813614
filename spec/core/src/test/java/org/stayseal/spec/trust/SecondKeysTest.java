package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.signing.Signer;

class SecondKeysTest {

    private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2031-11-22T00:00:00Z");

    private final Signer a = TestKeys.p256();
    private final Signer b = TestKeys.p256();
    private final RoleKeys plain = RoleKeys.single(TestKeys.key(TestKeys.p256()));
    private final RoleKeys roots = new RoleKeys(2, List.of(TestKeys.key(a), TestKeys.key(b)));
    private final MlDsa65Signer x = fresh();
    private final MlDsa65Signer y = fresh();
    private final MlDsa65Signer z = fresh();

    @Test
    void aRootWithSecondKeysIsReadBackAsItWasWritten() throws FormatException {
        Root root = root(1, Environment.DEMO, 2, x, y, z);

        assertThat(Root.read(signed(root, List.of(a, b), x, y))).isEqualTo(root);
    }

    @Test
    void neitherKindOfKeyStandsInForTheOther() {
        Root root = root(1, Environment.DEMO, 2, x, y);

        refused("TRUST-17", () -> Root.read(signed(root, List.of(a, b))));
        refused("TRUST-17", () -> Root.read(signed(root, List.of(a, b), x)));
        refused("TRUST-14", () -> Root.read(signed(root, List.of(a), x, y)));
    }

    @Test
    void aSecondKeyOfSomebodyElseDoesNotCount() {
        refused("TRUST-17", () -> Root.read(signed(root(1, Environment.DEMO, 2, x, y), List.of(a, b), x, z)));
    }

    @Test
    void aSecondSignatureThatDoesNotFitRefusesWhateverTheOthersSay() throws FormatException {
        Root root = root(1, Environment.DEMO, 1, x, y);
        String good = text(SignedDocument.write(DocumentKind.ROOT, root.payload(), List.of(a, b), List.of(x, y)));
        int end = good.lastIndexOf("\"}]}");
        char last = good.charAt(end - 8);
        String bad = good.substring(0, end - 8) + (last == 'A' ? 'B' : 'A') + good.substring(end - 7);

        assertThat(Root.read(read(good))).isEqualTo(root);
        refused("TRUST-17", () -> Root.read(read(bad)));
    }

    @Test
    void aSignatureUnderAnotherAlgorithmsNameDoesNotFit() {
        Root root = root(1, Environment.DEMO, 1, x);
        String good = text(SignedDocument.write(DocumentKind.ROOT, root.payload(), List.of(a, b), List.of(x)));
        String header = "{\"alg\":\"ML-DSA-65\"";

        refused("TRUST-17", () -> Root.read(read(renamed(good, header, "{\"alg\":\"ML-DSA-44\""))));
        refused("TRUST-17", () -> Root.read(read(renamed(good, header, "{\"alg\":\"ES256\""))));
    }

    @Test
    void theNextRootCannotDropTheSecondKeysWithoutThem() throws FormatException {
        Root first = root(1, Environment.DEMO, 2, x, y);
        Root second = new Root(head(2, Environment.DEMO), roles(roots));

        refused("TRUST-17", () -> first.next(signed(second, List.of(a, b))));
        assertThat(first.next(signed(second, List.of(a, b), x, y))).isEqualTo(second);
    }

    @Test
    void theNextRootTakesOtherSecondKeysByTheOldOnesAndTheNew() throws FormatException {
        Root first = root(1, Environment.DEMO, 1, x);
        Root second = root(2, Environment.DEMO, 1, z);

        refused("TRUST-17", () -> first.next(signed(second, List.of(a, b), z)));
        refused("TRUST-17", () -> first.next(signed(second, List.of(a, b), x)));
        assertThat(first.next(signed(second, List.of(a, b), x, z))).isEqualTo(second);
    }

    @Test
    void theFirstRootWithSecondKeysIsSignedByThem() throws FormatException {
        Root first = new Root(head(1, Environment.DEMO), roles(roots));
        Root second = root(2, Environment.DEMO, 2, x, y);

        refused("TRUST-17", () -> first.next(signed(second, List.of(a, b), x)));
        assertThat(first.next(signed(second, List.of(a, b), x, y))).isEqualTo(second);
    }

    @Test
    void aProductionRootNeedsTwoOfItsSecondKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> root(1, Environment.PRODUCTION, 1, x, y));
        refused(
                "TRUST-30",
                () -> changed(json -> json.replace("\"environment\":\"demo\"", "\"environment\":\"production\"")));
    }

    @Test
    void aSecondKeyOfTheRootIsOfNoOtherRole() {
        SecondKeys set = set(1, x);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Root(
                        head(1, Environment.DEMO),
                        Map.of(
                                Role.ROOT,
                                roots.with(set),
                                Role.TRUST_LIST,
                                plain.with(set),
                                Role.SNAPSHOT,
                                plain,
                                Role.LOG,
                                plain)));
        refused(
                "TRUST-34",
                () -> changed(json -> json.replaceFirst(
                        "(\"second\":.*\"roles\":\\{)\"root\":(\\{.*?\\})", "$1\"root\":$2,\"log\":$2")));
    }

    @Test
    void secondKeysInAnotherFormAreRefused() {
        refused("TRUST-16", () -> changed(json -> json.replace("\"AKP\"", "\"EC\"")));
        refused("TRUST-16", () -> changed(json -> json.replace("\"ML-DSA-65\"", "\"ML-DSA-87\"")));
        refused("TRUST-16", () -> changed(json -> json.replace("\"kty\":\"AKP\"", "\"kty\":\"AKP\",\"use\":\"sig\"")));
        refused("TRUST-16", () -> changed(json -> json.replaceFirst("\"pub\":\"....", "\"pub\":\"")));
        refused(
                "TRUST-16",
                () -> changed(json -> json.replaceFirst(
                        "\"pub\":\".", json.contains("\"pub\":\"_") ? "\"pub\":\"-" : "\"pub\":\"_")));
    }

    @Test
    void aSecondPartInAnotherFormIsRefused() {
        refused("TRUST-34", () -> changed(json -> json.replace("\"second\":{", "\"second\":{\"more\":1,")));
        refused("TRUST-34", () -> changed(json -> json.replaceFirst("(\"second\":.*\"roles\":\\{).*$", "$1}}}")));
        refused(
                "TRUST-34",
                () -> changed(json -> json.replaceFirst("(\"second\":.*\"roles\":\\{)\"root\"", "$1\"r\"")));
        refused("TRUST-34", () -> changed(json -> json.replaceFirst("(\"second\":.*\"threshold\":)1", "$12")));
        refused("TRUST-34", () -> changed(json -> json.replaceFirst("(\"second\":.*\"threshold\":)1", "$10")));
    }

    @Test
    void anyRoleMayHaveSecondKeys() throws FormatException {
        Signer list = TestKeys.p256();
        RoleKeys role = RoleKeys.single(TestKeys.key(list)).with(set(1, x));
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(SignedDocument.read(
                                SignedDocument.write(DocumentKind.TRUST_LIST, payload, List.of(list), List.of(x)),
                                DocumentKind.TRUST_LIST)
                        .isAcceptedBy(role))
                .isTrue();
        assertThat(SignedDocument.read(
                                SignedDocument.write(DocumentKind.TRUST_LIST, payload, List.of(list)),
                                DocumentKind.TRUST_LIST)
                        .isAcceptedBy(role))
                .isFalse();
    }

    private void changed(UnaryOperator<String> change) throws FormatException {
        String payload = text(root(1, Environment.DEMO, 1, x).payload());
        String changed = change.apply(payload);
        assertThat(changed).isNotEqualTo(payload);
        Root.read(read(text(SignedDocument.write(
                DocumentKind.ROOT, changed.getBytes(StandardCharsets.UTF_8), List.of(a, b), List.of(x)))));
    }

    private static String renamed(String document, String from, String to) {
        String before = Base64Form.url(from.getBytes(StandardCharsets.UTF_8)).substring(0, 20);
        int at = document.indexOf(before);
        int end = document.indexOf('"', at);
        String header = new String(
                java.util.Base64.getUrlDecoder().decode(document.substring(at, end)), StandardCharsets.UTF_8);
        return document.substring(0, at)
                + Base64Form.url(header.replace(from, to).getBytes(StandardCharsets.UTF_8))
                + document.substring(end);
    }

    private Root root(long sequence, Environment environment, int threshold, MlDsa65Signer... second) {
        return new Root(head(sequence, environment), roles(roots.with(set(threshold, second))));
    }

    private Map<Role, RoleKeys> roles(RoleKeys ofRoot) {
        return Map.of(Role.ROOT, ofRoot, Role.TRUST_LIST, plain, Role.SNAPSHOT, plain, Role.LOG, plain);
    }

    private static SecondKeys set(int threshold, MlDsa65Signer... keys) {
        return new SecondKeys(
                threshold,
                Arrays.stream(keys).map(key -> SecondKey.of(key.publicKey())).toList());
    }

    private static Head head(long sequence, Environment environment) {
        return new Head("UTO", environment, sequence, MADE, ENDS);
    }

    private static MlDsa65Signer fresh() {
        return MlDsa65Signer.fresh(new SecureRandom());
    }

    private static SignedDocument signed(Root root, List<Signer> signers, MlDsa65Signer... second)
            throws FormatException {
        return read(text(SignedDocument.write(DocumentKind.ROOT, root.payload(), signers, List.of(second))));
    }

    private static SignedDocument read(String document) throws FormatException {
        return SignedDocument.read(document.getBytes(StandardCharsets.UTF_8), DocumentKind.ROOT);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void refused(String rule, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule));
    }
}
