package org.stayseal.trust.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;

/** A thief's highest numbers, and the way back (TRUST-210 to TRUST-212). */
final class FastForwardVectors {

    private static final long HIGHEST = (1L << 53) - 1;
    private static final String LIST = "trust-list.json";
    /** When the authority replaces the keys. */
    private static final Instant REPLACED = Utopia.NOW.plus(Duration.ofMinutes(70));

    private static final Instant AFTER = REPLACED.plusSeconds(60);
    private static final Instant SOON = AFTER.plusSeconds(60);

    private final SnapshotCases cases;
    private final VectorAuthority authority;
    private final Publication publication;
    private final String pin;

    FastForwardVectors(VectorAuthority authority, Publication publication) throws FormatException {
        this.authority = authority;
        this.publication = publication;
        this.pin = authority.rootFingerprint().hex();
        this.cases = new SnapshotCases(pin);
        trustList();
        manifest();
        planned();
        revocations();
        status();
    }

    SnapshotCases cases() {
        return cases;
    }

    private void trustList() throws FormatException {
        Forgery forward = list(forgery(), HIGHEST, TrustVectors.LATER, "trust-list");
        add("list-of-the-highest-number", sealed(forward, 3, "snapshot"), "", "TAKEN");
        add(
                "list-after-the-highest-number",
                sealed(list(forgery(), 3, AFTER, "trust-list"), 4, "snapshot"),
                "list-of-the-highest-number",
                "OLDER");
        add(
                "list-after-the-highest-number-under-a-root-of-the-same-list-key",
                sealed(list(root(new RootForge()), 3, AFTER, "trust-list"), 4, "snapshot"),
                "list-of-the-highest-number",
                "OLDER");
        RootForge replaced = new RootForge().role(Role.TRUST_LIST, 1, "outsider");
        Forgery recovered = sealed(list(root(replaced), 3, AFTER, "outsider"), 4, "snapshot");
        add("list-after-its-stolen-key-was-replaced", recovered, "list-of-the-highest-number", "TAKEN");
        add(
                "list-by-the-new-key-from-before-it-counted",
                sealed(list(root(replaced), 3, REPLACED.minusSeconds(1), "outsider"), 4, "snapshot"),
                "list-of-the-highest-number",
                "OLDER");
        add(
                "list-after-its-stolen-key-was-replaced-under-an-older-manifest",
                sealed(list(root(replaced), 3, AFTER, "outsider"), 1, "snapshot"),
                "list-of-the-highest-number",
                "OLDER");
        add(
                "list-rolled-back-once-its-key-was-replaced",
                sealed(list(root(replaced), 2, SOON, "outsider"), 5, "snapshot"),
                "list-after-its-stolen-key-was-replaced",
                "OLDER");
    }

    private void manifest() throws FormatException {
        add("manifest-of-the-highest-number", sealed(forgery(), HIGHEST, "snapshot"), "", "TAKEN");
        add(
                "manifest-after-the-highest-number",
                sealed(forgery(), 3, "snapshot"),
                "manifest-of-the-highest-number",
                "OLDER");
        RootForge replaced = new RootForge().role(Role.SNAPSHOT, 1, "outsider");
        add(
                "manifest-after-its-stolen-key-was-replaced",
                sealed(root(replaced), 3, "outsider"),
                "manifest-of-the-highest-number",
                "TAKEN");
        Head early = head(3, REPLACED.minusSeconds(1));
        add(
                "manifest-by-the-new-key-from-before-it-counted",
                root(replaced).manifest(RootForge.signers("outsider"), early),
                "manifest-of-the-highest-number",
                "OLDER");
    }

    /** A key that is replaced in two steps, with lists signed by both in between, lets nobody go back (TRUST-213). */
    private void planned() throws FormatException {
        RootForge both = new RootForge().role(Role.TRUST_LIST, 1, "trust-list", "outsider");
        Forgery between = sealed(list(root(both), 5, AFTER, "trust-list", "outsider"), 5, "snapshot");
        add("list-by-the-old-and-the-new-key", between, "", "TAKEN");
        Forgery later = root(both)
                .put(
                        "root/3.json",
                        new RootForge().role(Role.TRUST_LIST, 1, "outsider").signed(3, AFTER, "root-1", "root-2"));
        add(
                "list-rolled-back-after-a-planned-replacement",
                sealed(list(later, 4, SOON, "outsider"), 6, "snapshot"),
                "list-by-the-old-and-the-new-key",
                "OLDER");
    }

    /** What a thief of the list key called revoked is undone with his number. */
    private void revocations() throws FormatException {
        RootForge replaced = new RootForge().role(Role.TRUST_LIST, 1, "outsider");
        Forgery good = sealed(list(root(replaced), 3, AFTER, "outsider"), 4, "snapshot");
        add("signer-that-a-thief-revoked", good, "signer-revoked", "TAKEN");
    }

    private void status() throws FormatException {
        String shard = Manifest.statusName(authority.statusUri(0));
        Forgery forward = seals(forgery(), HIGHEST, TrustVectors.LATER, "status")
                .put(shard, shard(Utopia.NOW.plus(Duration.ofDays(2)), "status"));
        add("status-of-the-highest-number", sealed(forward, 3, "snapshot"), "", "TAKEN");
        Forgery same = seals(list(forgery(), 3, AFTER, "trust-list"), 3, AFTER, "status")
                .put(shard, shard(AFTER, "status"));
        add("status-after-the-highest-number", sealed(same, 4, "snapshot"), "status-of-the-highest-number", "OLDER");
        for (KeyState state : List.of(KeyState.REVOKED, KeyState.RETIRED)) {
            Forgery next = seals(statusKey(state), 3, AFTER, "device").put(shard, shard(AFTER, "device"));
            add(
                    "status-after-its-key-was-" + state.name().toLowerCase(java.util.Locale.ROOT),
                    sealed(next, 4, "snapshot"),
                    "status-of-the-highest-number",
                    state == KeyState.REVOKED ? "TAKEN" : "OLDER");
        }
        Forgery early = seals(statusKey(KeyState.REVOKED), 3, REPLACED.minusSeconds(1), "device")
                .put(shard, shard(AFTER, "device"));
        add(
                "seal-revocations-by-the-new-key-from-before-it-counted",
                sealed(early, 4, "snapshot"),
                "status-of-the-highest-number",
                "OLDER");
        Forgery old = seals(statusKey(KeyState.REVOKED), 3, AFTER, "device")
                .put(shard, shard(REPLACED.minusSeconds(1), "device"));
        leftOut(
                early,
                old,
                seals(statusKey(KeyState.REVOKED), 3, AFTER, "device").put(shard, shard(AFTER, "device")));
        add(
                "status-list-by-the-new-key-from-before-it-counted",
                sealed(old, 4, "snapshot"),
                "status-of-the-highest-number",
                "OLDER");
    }

    /** What a new key signed before it counted does not come back by a snapshot in between that has nothing of it (TRUST-287). */
    private void leftOut(Forgery early, Forgery old, Forgery good) throws FormatException {
        String before = "status-of-the-highest-number";
        String kept = "status-left-out-after-its-key-was-revoked";
        Forgery without = statusKey(KeyState.REVOKED)
                .remove(SealRevocations.NAME)
                .remove(Manifest.statusName(authority.statusUri(0)));
        add(kept, sealed(without, 4, "snapshot"), before, "TAKEN");
        third("seal-revocations-from-before-they-were-left-out", early, before, kept, "OLDER");
        third("status-list-from-before-it-was-left-out", old, before, kept, "OLDER");
        third("status-after-it-was-left-out", good, before, kept, "TAKEN");
    }

    private void third(String name, Forgery forgery, String before, String kept, String expected)
            throws FormatException {
        cases.third(name, sealed(forgery, 5, "snapshot"), before, kept, SOON, expected);
    }

    /** A list in which the status key has another state and a second one has taken over. */
    private Forgery statusKey(KeyState state) throws FormatException {
        TrustList list = TrustList.read(SignedDocument.read(publication.trustList(), DocumentKind.TRUST_LIST));
        List<TrustedEntity> entities = new ArrayList<>();
        for (TrustedEntity entity : list.entities()) {
            List<Service> services = new ArrayList<>();
            for (Service service : entity.services()) {
                if (service instanceof Service.StatusKey key) {
                    services.add(new Service.StatusKey(
                            key.name(), key.key(), moved(key.states(), state), key.prefixes(), true));
                    services.add(new Service.StatusKey(
                            key.name(),
                            RootForge.trustKey("device"),
                            StateHistory.only(KeyState.ACTIVE, RootForge.FIRST),
                            key.prefixes(),
                            true));
                } else {
                    services.add(service);
                }
            }
            entities.add(new TrustedEntity(entity.name(), services));
        }
        Head head = head(3, AFTER);
        TrustList changed = new TrustList(
                head, list.territory(), list.operatorName(), list.schemeName(), entities, list.notices(), 0);
        return forgery()
                .put(
                        LIST,
                        SignedDocument.write(
                                DocumentKind.TRUST_LIST, changed.payload(), RootForge.signers("trust-list")));
    }

    private static StateHistory moved(StateHistory before, KeyState state) {
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange(state, REPLACED));
        changes.addAll(before.changes());
        return new StateHistory(changes, java.util.Optional.empty());
    }

    private void add(String name, Forgery forgery, String kept, String expected) {
        cases.add(name, forgery, pin, kept, SOON, expected);
    }

    private Forgery forgery() throws FormatException {
        return new Forgery(publication);
    }

    private Forgery root(RootForge second) throws FormatException {
        return forgery().put("root/2.json", second.signed(2, REPLACED, "root-1", "root-2"));
    }

    private Forgery list(Forgery forgery, long number, Instant issued, String... keys) throws FormatException {
        UnaryOperator<String> change =
                text -> text.replaceFirst("\"LoTESequenceNumber\":[0-9]+", "\"LoTESequenceNumber\":" + number)
                        .replaceFirst("\"ListIssueDateTime\":\"[^\"]+\"", "\"ListIssueDateTime\":\"" + issued + "\"");
        return forgery.edit(LIST, DocumentKind.TRUST_LIST, change, RootForge.signers(keys));
    }

    private static Forgery seals(Forgery forgery, long number, Instant issued, String key) throws FormatException {
        UnaryOperator<String> change = text -> text.replaceFirst("\"sequence\":[0-9]+", "\"sequence\":" + number)
                .replaceFirst("\"issued\":\"[^\"]+\"", "\"issued\":\"" + issued + "\"");
        return forgery.edit(SealRevocations.NAME, DocumentKind.SEAL_REVOCATIONS, change, RootForge.signers(key));
    }

    private byte[] shard(Instant issued, String key) {
        PublicationInput.StatusShard shard = new PublicationInput.StatusShard(0, 4096, Map.of(6, 1));
        return StatusListMaker.make(shard, authority.statusUri(0), RootForge.signer(key), issued, Utopia.PROFILE)
                .cwt();
    }

    private static Forgery sealed(Forgery forgery, long number, String key) throws FormatException {
        return forgery.manifest(RootForge.signers(key), head(number, AFTER));
    }

    private static Head head(long number, Instant issued) {
        return new Head(
                "UTO", org.stayseal.spec.trust.Environment.DEMO, number, issued, Utopia.NOW.plus(Duration.ofDays(7)));
    }
}
