package org.stayseal.trust.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.TreeHead;

/** What the thief of a snapshot key, or of a log key, would bring back or take away of the issued log (TRUST-190), and the way back (TRUST-210). */
final class LogRollbackVectors {

    private static final String KEPT = "kept-log";
    private static final Instant REPLACED = TrustVectors.LATER.plus(Duration.ofMinutes(10));
    private static final Instant AFTER = REPLACED.plusSeconds(60);
    private static final Instant SOON = AFTER.plusSeconds(60);
    private static final int IDENTITY = 16;

    private final Publication stolen;
    private final String pin;
    private final SnapshotCases cases;
    private final String json;
    private final String bin;

    /** @param stolen what a store has: a snapshot with a kept log of a revoked signer */
    LogRollbackVectors(Publication stolen, String pin) throws FormatException {
        this.stolen = stolen;
        this.pin = pin;
        this.cases = new SnapshotCases(pin);
        this.json = stolen(".json");
        this.bin = stolen(".bin");
        heads();
        kept();
        replaced();
    }

    SnapshotCases cases() {
        return cases;
    }

    private String stolen(String ending) throws FormatException {
        return new Forgery(stolen)
                .files().keySet().stream()
                        .filter(name -> KeptLog.NAME.matcher(name).matches() && name.endsWith(ending))
                        .findFirst()
                        .orElseThrow();
    }

    private void heads() throws FormatException {
        add("tree-head-of-a-lower-number", head(1, text -> text, "log"), "OLDER");
        add("tree-head-of-the-same-number-and-another-log", head(2, text -> larger(text), "log"), "CONFLICT");
        add("tree-head-that-grew", head(3, text -> larger(text), "log"), "TAKEN");
        add(
                "tree-head-of-the-same-size-and-another-root-hash",
                head(3, text -> text.replaceFirst("(\"rootHash\":\")..", "$100"), "log")
                        .remove(json)
                        .remove(bin),
                "CONFLICT");
        add(
                "tree-head-that-shrank",
                head(3, text -> text.replaceFirst("\"treeSize\":9", "\"treeSize\":8"), "log")
                        .remove(json)
                        .remove(bin),
                "CONFLICT");
        add("tree-head-withheld", new Forgery(stolen).remove(TreeHead.NAME), "OLDER");
    }

    private void kept() throws FormatException {
        add("kept-log-of-a-lower-number", log(1, text -> text, "log"), "OLDER");
        add("kept-log-of-the-same-number-and-another-moment", log(2, this::earlier, "log"), "CONFLICT");
        add("kept-log-withheld", new Forgery(stolen).remove(json).remove(bin), "OLDER");
        add("kept-log-up-to-an-earlier-moment", log(3, this::earlier, "log"), "TAKEN");
        Forgery early = log(3, this::earlier, "log");
        cases.add("kept-log-with-an-earlier-moment", sealedAs(early, 8), pin, "", SOON, "TAKEN");
        add("kept-log-widened-again", log(4, text -> text, "log"), "kept-log-with-an-earlier-moment", "CONFLICT");
        byte[] all = new Forgery(stolen).files().get(bin);
        add("kept-log-of-fewer", fewer(3, Arrays.copyOf(all, all.length - IDENTITY)), "TAKEN");
        cases.add("kept-log-of-none", sealedAs(fewer(3, new byte[0]), 8), pin, KEPT, SOON, "TAKEN");
        add("kept-log-of-more-than-before", log(4, text -> text, "log"), "kept-log-of-none", "CONFLICT");
    }

    private void replaced() throws FormatException {
        RootForge root = new RootForge().role(Role.LOG, 1, "outsider");
        byte[] second = root.signed(2, REPLACED, "root-1", "root-2");
        Forgery forward = log(1_000_000, this::earlier, "log");
        cases.add("kept-log-of-the-highest-number", sealedAs(forward, 8), pin, "", SOON, "TAKEN");
        String kept = "kept-log-of-the-highest-number";
        add("kept-log-after-its-stolen-key-was-replaced", both(5, AFTER).put("root/2.json", second), kept, "TAKEN");
        add(
                "kept-log-by-the-new-key-from-before-it-counted",
                both(5, REPLACED.minusSeconds(1)).put("root/2.json", second),
                kept,
                "OLDER");
        add("kept-log-after-the-highest-number", log(5, text -> text, "log"), kept, "OLDER");
    }

    /** Head and kept log by the key that a new root names. */
    private Forgery both(long number, Instant issued) throws FormatException {
        UnaryOperator<String> change = numbered(number, issued);
        return new Forgery(stolen)
                .edit(TreeHead.NAME, DocumentKind.TREE_HEAD, change, RootForge.signers("outsider"))
                .edit(json, DocumentKind.KEPT_LOG, change, RootForge.signers("outsider"));
    }

    private Forgery head(long number, UnaryOperator<String> change, String key) throws FormatException {
        return new Forgery(stolen)
                .edit(
                        TreeHead.NAME,
                        DocumentKind.TREE_HEAD,
                        text -> numbered(number, AFTER).apply(change.apply(text)),
                        RootForge.signers(key));
    }

    private Forgery log(long number, UnaryOperator<String> change, String key) throws FormatException {
        return new Forgery(stolen)
                .edit(
                        json,
                        DocumentKind.KEPT_LOG,
                        text -> numbered(number, AFTER).apply(change.apply(text)),
                        RootForge.signers(key));
    }

    private Forgery fewer(long number, byte[] identities) throws FormatException {
        String old = KeptLog.digestOf(new Forgery(stolen).files().get(bin));
        UnaryOperator<String> change = text -> text.replace(old, KeptLog.digestOf(identities))
                .replaceFirst("\"count\":[0-9]+", "\"count\":" + identities.length / IDENTITY);
        return log(number, change, "log").put(bin, identities);
    }

    private String earlier(String text) {
        return text.replaceFirst("\"before\":\"[^\"]+\"", "\"before\":\"" + LogAttacks.STOLEN.minusSeconds(60) + "\"");
    }

    private static String larger(String text) {
        return text.replaceFirst("\"treeSize\":9", "\"treeSize\":10").replaceFirst("(\"rootHash\":\")..", "$100");
    }

    private static UnaryOperator<String> numbered(long number, Instant issued) {
        return text -> text.replaceFirst("\"sequence\":[0-9]+", "\"sequence\":" + number)
                .replaceFirst("\"issued\":\"[^\"]+\"", "\"issued\":\"" + issued + "\"");
    }

    private void add(String name, Forgery forgery, String expected) throws FormatException {
        add(name, forgery, KEPT, expected);
    }

    private void add(String name, Forgery forgery, String kept, String expected) throws FormatException {
        cases.add(name, sealedAs(forgery, 9), pin, kept, SOON, expected);
    }

    private static Forgery sealedAs(Forgery forgery, long number) throws FormatException {
        Head head = new Head("UTO", Environment.DEMO, number, AFTER, Utopia.NOW.plus(Duration.ofDays(7)));
        return forgery.manifest(RootForge.signers("snapshot"), head);
    }
}
