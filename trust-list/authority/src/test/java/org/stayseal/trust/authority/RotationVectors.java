package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.SignedDocument;

/** Roots that follow each other, and roles whose keys a second root changed: who must have signed what (TRUST-14, TRUST-31). */
final class RotationVectors {

    /** Keys by number; a key of the role root is of no other role. */
    private static final List<String> ROOT_KEYS = List.of(
            "root-1",
            "root-2",
            "root-3",
            "outsider",
            "device",
            "idb-signer",
            "vds-nc-signer",
            "seal-signer",
            "credential-signer",
            "status");

    private static final List<String> ROLE_KEYS =
            List.of("trust-list", "outsider", "device", "idb-signer", "seal-signer", "credential-signer");

    private final SnapshotCases cases;
    private final Publication publication;

    /** One root, or one document: the keys of the role by number, how many are needed, who signed. */
    private record Step(List<Integer> keys, int threshold, List<Integer> signed) {
        String[] keys(List<String> names) {
            return names(names, keys);
        }

        String[] signed(List<String> names) {
            return names(names, signed);
        }

        private static String[] names(List<String> names, List<Integer> numbers) {
            return numbers.stream().map(names::get).toArray(String[]::new);
        }
    }

    RotationVectors(VectorAuthority authority, Publication publication) throws FormatException {
        this.cases = new SnapshotCases(authority.rootFingerprint().hex());
        this.publication = publication;
        roots();
        for (Role role : List.of(Role.TRUST_LIST, Role.SNAPSHOT)) {
            documents(role, role == Role.TRUST_LIST ? "list" : "manifest");
        }
    }

    SnapshotCases cases() {
        return cases;
    }

    private void roots() throws FormatException {
        Step start = step("01234", 3, "024");
        chain("one-key-replaced", "TAKEN", step("1", 1, "1"), step("2", 1, "21"), step("2", 1, "2"));
        chain("signed-by-keys-of-no-role-too", "TAKEN", step("1", 1, "314"), step("2", 1, "3214"), step("2", 1, "324"));
        chain("signed-by-other-three-each-time", "TAKEN", start, step("01234", 3, "041"), step("01234", 3, "013"));
        chain("one-of-five-replaced", "TAKEN", start, step("01345", 3, "041"));
        chain("one-of-five-replaced-in-steps", "TAKEN", start, step("01345", 3, "0245"), step("01345", 3, "045"));
        chain("all-of-five-replaced", "TAKEN", start, step("56789", 3, "024567"), step("56789", 3, "567"));
        chain("threshold-raised", "TAKEN", step("123", 1, "1"), step("123", 2, "12"));
        chain("threshold-lowered", "TAKEN", step("123", 2, "12"), step("123", 1, "12"), step("123", 1, "1"));
        chain("key-added-and-threshold-raised", "TAKEN", step("1", 1, "1"), step("12", 2, "12"));
        chain("not-signed-by-the-old-key", "CORRUPT", step("1", 1, "1"), step("2", 1, "234"));
        chain("not-signed-by-the-new-key", "CORRUPT", step("1", 1, "1"), step("2", 1, "134"));
        chain("too-few-of-the-new-keys", "CORRUPT", start, step("01345", 3, "024"));
        chain("too-few-of-the-old-keys", "CORRUPT", start, step("01345", 3, "045"));
        chain("new-threshold-not-reached", "CORRUPT", step("123", 1, "1"), step("123", 2, "2"));
        chain("old-threshold-not-reached", "CORRUPT", step("123", 2, "12"), step("123", 1, "1"));
    }

    private void chain(String name, String expected, Step... steps) throws FormatException {
        Forgery forgery = new Forgery(publication);
        for (int i = 0; i < steps.length; i++) {
            byte[] root = new RootForge()
                    .role(Role.ROOT, steps[i].threshold, steps[i].keys(ROOT_KEYS))
                    .signed(i + 1L, at(i), steps[i].signed(ROOT_KEYS));
            forgery.put("root/" + (i + 1) + ".json", root);
        }
        String pin = SignedDocument.read(forgery.files().get("root/1.json"), DocumentKind.ROOT)
                .fingerprint()
                .hex();
        forgery.manifest(RootForge.signers("snapshot"), forgery.manifest().head());
        cases.add("roots-" + name, forgery, pin, "", TrustVectors.LATER, expected);
    }

    private void documents(Role role, String word) throws FormatException {
        document(role, word + "-by-a-new-key", "TAKEN", step("1", 1, "1"));
        document(role, word + "-by-keys-of-no-role-too", "TAKEN", step("0", 1, "203"));
        document(role, word + "-by-the-replaced-key", "CORRUPT", step("1", 1, "023"));
        document(role, word + "-by-three-of-whom-one-was-replaced", "CORRUPT", step("01345", 3, "024"));
        document(role, word + "-by-two-where-three-are-needed", "CORRUPT", step("01345", 3, "04"));
        for (String combination : List.of("024", "041", "013", "123", "234")) {
            document(role, word + "-by-" + combination + "-of-01234", "TAKEN", step("01234", 3, combination));
        }
    }

    private void document(Role role, String name, String expected, Step step) throws FormatException {
        List<String> names = role == Role.TRUST_LIST
                ? ROLE_KEYS
                : ROLE_KEYS.stream()
                        .map(key -> key.equals("trust-list") ? "snapshot" : key)
                        .toList();
        Forgery forgery = new Forgery(publication)
                .put(
                        "root/2.json",
                        new RootForge()
                                .role(role, step.threshold, step.keys(names))
                                .signed(2, at(1), "root-1", "root-2"));
        Head head = forgery.manifest().head();
        if (role == Role.TRUST_LIST) {
            forgery.edit(
                            "trust-list.json",
                            DocumentKind.TRUST_LIST,
                            UnaryOperator.identity(),
                            RootForge.signers(step.signed(names)))
                    .manifest(RootForge.signers("snapshot"), head);
        } else {
            forgery.manifest(RootForge.signers(step.signed(names)), head);
        }
        cases.add(name, forgery, expected);
    }

    private static Step step(String keys, int threshold, String signed) {
        return new Step(digits(keys), threshold, digits(signed));
    }

    private static List<Integer> digits(String text) {
        return Arrays.stream(text.split("")).map(Integer::valueOf).toList();
    }

    private static Instant at(int step) {
        return RootForge.FIRST.plusSeconds(60L * step);
    }
}
