package org.stayseal.trust.authority;

import static org.stayseal.trust.authority.AttackVectors.rootKeyReplaced;
import static org.stayseal.trust.authority.AttackVectors.sealed;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.SignedDocument;

/** Chains of roots that are none, and roots of a wrong form (TRUST-30 to TRUST-33). */
final class RootVectors {

    private static final Instant TURN = RootForge.FIRST.plusSeconds(60);

    private final SnapshotCases cases;
    private final Publication second;

    RootVectors(VectorAuthority authority, Publication second) throws FormatException {
        this.cases = new SnapshotCases(authority.rootFingerprint().hex());
        this.second = second;
        chains();
        rootForms();
    }

    SnapshotCases cases() {
        return cases;
    }

    private void chains() throws FormatException {
        byte[] third = new RootForge().signed(3, TURN, "root-1", "root-2");
        add("root-left-out-of-the-chain", sealed(new Forgery(second).put("root/3.json", third), 2), "", "CORRUPT");
        add("root-under-another-number", sealed(new Forgery(second).put("root/2.json", third), 2), "", "CORRUPT");
        add(
                "root-under-a-number-with-a-nought",
                sealed(new Forgery(second).put("root/02.json", third), 2),
                "",
                "TAKEN");
        byte[] wrong = new RootForge().role(Role.ROOT, 1, "outsider").signed(2, TURN, "outsider");
        Forgery intermediate = new Forgery(second).put("root/2.json", wrong).put("root/3.json", third);
        add("root-in-between-of-a-stranger", sealed(intermediate, 2), "", "CORRUPT");
        byte[] good = new RootForge().role(Role.ROOT, 1, "outsider").signed(2, TURN, "root-1", "root-2", "outsider");
        Forgery skipping = new Forgery(second).put("root/2.json", good).put("root/3.json", third);
        add("root-that-follows-the-one-before-the-last", sealed(skipping, 2), "", "CORRUPT");
        byte[] early = new RootForge().signed(2, RootForge.FIRST.minusSeconds(1), "root-1", "root-2");
        add(
                "root-issued-before-the-one-before-it",
                sealed(new Forgery(second).put("root/2.json", early), 2),
                "",
                "CORRUPT");
        byte[] abroad = new RootForge()
                .signed(
                        2,
                        TURN,
                        text -> text.replace("\"country\":\"UTO\"", "\"country\":\"ATL\""),
                        "root-1",
                        "root-2");
        add("root-of-another-country", sealed(new Forgery(second).put("root/2.json", abroad), 2), "", "CORRUPT");
        String pinned = SignedDocument.read(rootKeyReplaced(), DocumentKind.ROOT)
                .fingerprint()
                .hex();
        Forgery unused = new Forgery(second)
                .put("root/2.json", rootKeyReplaced())
                .put(
                        "root/3.json",
                        new RootForge()
                                .role(Role.ROOT, 2, "root-1", "root-2", "outsider")
                                .signed(3, TURN, "root-1", "root-2"));
        cases.add("second-root-pinned", sealed(unused, 2), pinned, "", TrustVectors.LATER, "TAKEN");
        Forgery headless =
                new Forgery(second).put("root/2.json", rootKeyReplaced()).remove("root/1.json");
        cases.add("second-root-pinned-without-the-first", sealed(headless, 2), pinned, "", TrustVectors.LATER, "TAKEN");
        String last =
                SignedDocument.read(third, DocumentKind.ROOT).fingerprint().hex();
        Forgery hole = new Forgery(second).put("root/3.json", third);
        cases.add("gap-before-the-pinned-root", sealed(hole, 2), last, "", TrustVectors.LATER, "CORRUPT");
        add("without-a-root", new Forgery(second).remove("root/1.json"), "", "UNKNOWN_ROOT");
        add("without-a-manifest", new Forgery(second).remove(Manifest.NAME), "", "CORRUPT");
    }

    private void rootForms() throws FormatException {
        String list = RootForge.trustKey("trust-list").kid();
        String log = RootForge.trustKey("log").kid();
        changedRoot(
                "root-with-a-member-that-is-not-known",
                text -> text.replace("\"keys\":{", "\"custom\":1,\"keys\":{"),
                "TAKEN");
        changedRoot(
                "root-with-a-key-under-another-name",
                text -> text.replace("\"" + list + "\":{", "\"" + list.replace(list.charAt(0), '_') + "\":{"),
                "CORRUPT");
        changedRoot(
                "root-with-one-key-twice-in-a-role",
                text -> text.replace("[\"" + list + "\"]", "[\"" + list + "\",\"" + list + "\"]"),
                "CORRUPT");
        changedRoot("root-with-a-threshold-above-its-keys", text -> threshold(text, "trust-list", "2"), "CORRUPT");
        changedRoot("root-with-a-threshold-of-nought", text -> threshold(text, "trust-list", "0"), "CORRUPT");
        changedRoot(
                "root-with-a-role-that-is-not-known",
                text -> text.replace(
                        "\"roles\":{", "\"roles\":{\"mirror\":{\"threshold\":1,\"keys\":[\"" + log + "\"]},"),
                "CORRUPT");
        changedRoot(
                "root-with-a-member-of-a-key-that-is-not-known",
                text -> text.replaceFirst("\"kty\":\"EC\"", "\"kty\":\"EC\",\"alg\":\"ES256\""),
                "CORRUPT");
        changedRoot(
                "root-with-a-role-of-a-key-that-is-not-there",
                text -> text.replaceFirst("\\[\"" + log + "\"\\]", "[\"" + log.replace(log.charAt(0), '_') + "\"]"),
                "CORRUPT");
        changedRoot(
                "root-that-requires-something-unknown",
                text -> text.replace("\"version\":1,", "\"version\":1,\"requires\":[\"x\"],"),
                "UNSUPPORTED");
        changedRoot("root-of-version-2", text -> text.replace("\"version\":1,", "\"version\":2,"), "UNSUPPORTED");
        byte[] elsewhere = new RootForge()
                .signed(
                        2,
                        TURN,
                        text -> text.replace(
                                        "[\"" + log + "\"]",
                                        "[\"" + RootForge.trustKey("root-1").kid() + "\"]")
                                .replaceFirst("\"" + log + "\":\\{[^}]*\\},?", ""),
                        "root-1",
                        "root-2");
        add(
                "root-with-a-root-key-in-another-role",
                sealed(new Forgery(second).put("root/2.json", elsewhere), 2),
                "",
                "CORRUPT");
    }

    private static String threshold(String text, String role, String number) {
        return text.replaceFirst(
                "\"" + role + "\":\\{\"threshold\":[0-9]+", "\"" + role + "\":{\"threshold\":" + number);
    }

    private void changedRoot(String name, UnaryOperator<String> change, String expected) throws FormatException {
        byte[] root = new RootForge().signed(2, TURN, change, "root-1", "root-2");
        add(name, sealed(new Forgery(second).put("root/2.json", root), 2), "", expected);
    }

    private void add(String name, Forgery forgery, String kept, String expected) {
        cases.add(name, forgery, kept, expected);
    }
}
