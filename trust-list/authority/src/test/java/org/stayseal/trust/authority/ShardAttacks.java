package org.stayseal.trust.authority;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SealRevocations;

/** Snapshots whose seal revocation list is sharded, one fault each (STATUS-55 to STATUS-57), and the way from one form to the other (TRUST-72). */
final class ShardAttacks {

    private static final String LIST = SealRevocations.NAME;
    private static final String SHARD = "seal-revocations/0d.bin";
    private static final String OTHER = "seal-revocations/0e.bin";
    private static final String EMPTY = "{\"count\":0}";

    private final VectorAuthority authority = Utopia.authority();
    private final SnapshotCases cases =
            new SnapshotCases(authority.rootFingerprint().hex());
    private final Publication writtenOut;
    private final Publication sharded;
    private final Publication again;
    private final byte[] good;

    ShardAttacks(Publication first) throws PublicationRefusedException, FormatException {
        this.writtenOut = first;
        this.sharded = authority
                .at(TrustVectors.LATER.minus(Duration.ofMinutes(30)))
                .sequence(2)
                .writingOut(0)
                .publish(input());
        this.again = authority
                .at(TrustVectors.LATER.minus(Duration.ofMinutes(10)))
                .writingOut(SealList.WRITTEN_OUT)
                .publish(input());
        this.good = new Forgery(sharded).files().get(SHARD);
        add("seals-sharded", new Forgery(sharded), "TAKEN");
        forms();
        shards();
        files();
        overOneAnother();
    }

    SnapshotCases cases() {
        return cases;
    }

    /** Three seals of one shard, one of another. */
    private static PublicationInput input() {
        SealRevocations.Entry revoked = new SealRevocations.Entry(1, Utopia.NOW);
        return new PublicationInput(
                Utopia.input().statusLists(),
                Map.of(
                        Utopia.REVOKED_SEAL,
                        revoked,
                        "0d0000000000000100000000000000ff",
                        new SealRevocations.Entry(2, Utopia.NOW),
                        "0dffffffffffffff00000000000000ff",
                        new SealRevocations.Entry(3, Utopia.NOW),
                        "ff5a3c1f9be7264490c2b1a7de03f5a8",
                        revoked));
    }

    private void forms() throws FormatException {
        list("seal-shards-without-their-name", text -> text.replace("\"requires\":[\"seal-shards\"],", ""), "CORRUPT");
        list("seal-shards-named-and-missing", text -> text.replaceFirst(",\"shards\":.*", "}"), "CORRUPT");
        list(
                "entries-in-the-place-of-seal-shards",
                text -> text.replaceFirst(",\"shards\":.*", ",\"entries\":[]}"),
                "CORRUPT");
        list(
                "entries-beside-seal-shards",
                text -> text.replace("\"shards\":", "\"entries\":[],\"shards\":"),
                "CORRUPT");
        list("seal-shards-less-one", text -> text.replaceFirst("\\{\"count\":0},", ""), "CORRUPT");
        list(
                "seal-shards-and-one",
                text -> text.replaceFirst("\\{\"count\":0},", EMPTY + "," + EMPTY + ","),
                "CORRUPT");
        String digest = ",\"sha256\":\"" + "0".repeat(64) + "\"}";
        list("empty-seal-shard-with-a-digest", text -> text.replaceFirst("(\"count\":0)}", "$1" + digest), "CORRUPT");
        list("seal-shard-without-a-digest", text -> text.replaceFirst("(\"count\":3),[^}]*}", "$1}"), "CORRUPT");
        list(
                "seal-shard-with-a-member-that-is-not-known",
                text -> text.replaceFirst("(\"count\":3)", "$1,\"x\":1"),
                "CORRUPT");
        list("seal-shard-with-another-count", text -> text.replaceFirst("\"count\":3", "\"count\":2"), "CORRUPT");
        list("seal-shard-of-65537", text -> text.replaceFirst("\"count\":3", "\"count\":65537"), "CORRUPT");
        list(
                "seal-shard-with-a-digest-in-capitals",
                text -> text.replace(digest(good), digest(good).toUpperCase(Locale.ROOT)),
                "CORRUPT");
        list(
                "seal-shards-and-something-unknown-required",
                text -> text.replace("[\"seal-shards\"]", "[\"seal-shards\",\"x\"]"),
                "UNSUPPORTED");
        Forgery manifest = new Forgery(sharded)
                .edit(
                        Manifest.NAME,
                        DocumentKind.SNAPSHOT,
                        text -> text.replaceFirst("\"version\":1,", "\"version\":1,\"requires\":[\"seal-shards\"],"),
                        RootForge.signers("snapshot"));
        add("manifest-that-requires-seal-shards", manifest, "UNSUPPORTED");
    }

    private void shards() throws FormatException {
        byte[] swapped = good.clone();
        System.arraycopy(good, 0, swapped, 8, 8);
        System.arraycopy(good, 8, swapped, 0, 8);
        shard("seal-shard-out-of-order", swapped);
        byte[] twice = good.clone();
        System.arraycopy(good, 0, twice, 8, 7);
        shard("seal-shard-with-a-seal-twice", twice);
        shard("seal-shard-with-a-status-of-nought", status(0));
        shard("seal-shard-with-a-status-of-four", status(4));
        shard("seal-shard-with-half-an-entry", Arrays.copyOf(good, good.length - 4));
    }

    private byte[] status(int status) {
        byte[] changed = good.clone();
        changed[7] = (byte) status;
        return changed;
    }

    private void files() throws FormatException {
        anew("seal-shard-that-the-list-does-not-name", new Forgery(sharded).flip(SHARD, 4), "CORRUPT");
        add("seal-shard-changed-on-the-way", new Forgery(sharded).flip(SHARD, 4), "CORRUPT");
        anew("seal-shard-missing", new Forgery(sharded).remove(SHARD), "MIXED");
        add("seal-shard-listed-and-missing", new Forgery(sharded).remove(SHARD), "MIXED");
        anew("seal-shard-too-many", new Forgery(sharded).put(OTHER, good), "MIXED");
        anew("seal-shards-beside-a-list-that-is-written-out", new Forgery(writtenOut).put(SHARD, good), "MIXED");
        anew("seal-shards-without-a-list", new Forgery(sharded).remove(LIST), "MIXED");
        anew(
                "file-called-almost-like-a-seal-shard",
                new Forgery(sharded).put("seal-revocations/0D.txt", good),
                "TAKEN");
        byte[] signed = new Forgery(sharded).files().get(LIST);
        add(
                "sharded-list-of-another-snapshot",
                new Forgery(sharded)
                        .edit(LIST, DocumentKind.SEAL_REVOCATIONS, text -> text + " ", RootForge.signers("status")),
                "MIXED");
        anew(
                "shards-of-another-list",
                new Forgery(writtenOut).put(LIST, signed).put(SHARD, status(2)).put("seal-revocations/ff.bin", good),
                "CORRUPT");
    }

    /** Which form a list has is nothing to a reader's memory: the number counts. */
    private void overOneAnother() throws FormatException {
        cases.again("seals-sharded-over-written-out", "seals-sharded.zip", pin(), "first", TrustVectors.LATER, "TAKEN");
        cases.add("seals-written-out-over-sharded", new Forgery(again), "seals-sharded", "TAKEN");
        Forgery older = new Forgery(sharded)
                .put(LIST, writtenOut.sealRevocations())
                .remove(SHARD)
                .remove("seal-revocations/ff.bin");
        cases.add("seals-written-out-of-a-lower-number", AttackVectors.sealed(older, 3), "seals-sharded", "OLDER");
        byte[] changed = status(3);
        Forgery other = named(changed).put(SHARD, changed);
        cases.add(
                "sharded-list-of-the-same-number-and-another-content",
                AttackVectors.sealed(other, 3),
                "seals-sharded",
                "CONFLICT");
    }

    /** A list of the same number that names this shard in the place of the good one. */
    private Forgery named(byte[] shard) throws FormatException {
        return new Forgery(sharded)
                .edit(
                        LIST,
                        DocumentKind.SEAL_REVOCATIONS,
                        text -> text.replace(digest(good), digest(shard)),
                        RootForge.signers("status"));
    }

    private void shard(String name, byte[] content) throws FormatException {
        anew(name, named(content).put(SHARD, content), "CORRUPT");
    }

    private void list(String name, UnaryOperator<String> change, String expected) throws FormatException {
        anew(
                name,
                new Forgery(sharded).edit(LIST, DocumentKind.SEAL_REVOCATIONS, change, RootForge.signers("status")),
                expected);
    }

    private void anew(String name, Forgery forgery, String expected) throws FormatException {
        add(name, forgery.manifestAnew(authority.hierarchy()), expected);
    }

    private void add(String name, Forgery forgery, String expected) {
        cases.add(name, forgery, "", expected);
    }

    private String pin() {
        return authority.rootFingerprint().hex();
    }

    private static String digest(byte[] file) {
        return Hex.encode(Sha256.of(file));
    }
}
