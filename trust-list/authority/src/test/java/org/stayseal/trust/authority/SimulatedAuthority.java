package org.stayseal.trust.authority;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.log.ConsistencyProof;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.ceremony.ActivateStep;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.RetireStep;
import org.stayseal.trust.authority.ceremony.RetiringStep;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.ceremony.RootStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.register.RegisteredService;

/** The authority of the simulation: a real one in its directory, with its ceremonies, its record of permits and its log, and the officers who issue. */
final class SimulatedAuthority implements AutoCloseable {

    private final Clock clock;
    private final AuthorityHome home;
    private final DemoCeremonies ceremonies;
    private final List<LogLeaf> leaves = new ArrayList<>();
    private final List<Publication> heads = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Signer> keys = new HashMap<>();
    private final Map<String, SealRevocations.Entry> revoked = new HashMap<>();
    private final List<StolenKey> stolen = new ArrayList<>();
    private TreeFrontier tree = TreeFrontier.empty();
    private TreeFrontier published = TreeFrontier.empty();
    private int publishedLeaves;
    private final boolean keepsLogs;
    private int numbers;

    /** @param keepsLogs whether it publishes what a stolen key had signed; one that does not loses good permits */
    SimulatedAuthority(Path directory, Clock clock, boolean keepsLogs) {
        this.clock = clock;
        this.keepsLogs = keepsLogs;
        this.home = AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock);
        this.ceremonies = new DemoCeremonies(directory, clock);
        ids.put("A", RegisteredService.fingerprint(home.sealSigner().certificate()));
    }

    AuthorityHome home() {
        return home;
    }

    /** The key itself, once it has signed: what a thief takes. */
    Signer key(String label) {
        return Objects.requireNonNull(keys.get(label));
    }

    /** Who signs today. */
    String active() {
        String id = RegisteredService.fingerprint(home.sealSigner().certificate());
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    SimulatedPermit issue(LocalDate today, int years) {
        String label = active();
        Signer key = home.sealSigner();
        keys.put(label, key);
        SimulatedPermit permit = SimulatedPermit.of(key, label, clock.instant(), today, ++numbers, years);
        LogLeaf leaf = LogLeaf.of(
                HexFormat.of().parseHex(KeptLog.signerOf(key.certificate())),
                permit.seal().contentDigest());
        leaves.add(leaf);
        tree = tree.append(leaf);
        return permit;
    }

    void revoke(SimulatedPermit permit) {
        revoked.put(Hex.encode(permit.seal().identity()), new SealRevocations.Entry(1, clock.instant()));
    }

    Publication publish() throws PublicationRefusedException {
        Optional<ConsistencyProof> proof = published.size() == 0
                ? Optional.empty()
                : Optional.of(ConsistencyProof.of(
                        published,
                        leaves.subList(publishedLeaves, leaves.size()).stream()
                                .map(LogLeaf::hash)
                                .toList()));
        Publication made = home.publish(new PublicationInput(List.of(), revoked)
                .with(new LogToPublish(tree.size(), tree.root(), proof))
                .keeping(stolen));
        published = tree;
        publishedLeaves = leaves.size();
        heads.add(made);
        return made;
    }

    void announce(String label, int serial) throws Exception {
        AnnounceStep step = ceremonies.announcing("seal-" + label, "R" + serial % 10, serial);
        ceremonies.hold(step);
        ids.put(label, RegisteredService.idOf(step.service()));
    }

    void activate(String label, Optional<String> instead) throws Exception {
        List<Step> steps = new ArrayList<>(List.of(new ActivateStep(ids.get(label))));
        instead.ifPresent(old -> steps.add(new RetiringStep(ids.get(old))));
        ceremonies.hold(steps.toArray(Step[]::new));
    }

    void retire(String label) throws Exception {
        ceremonies.hold(new RetireStep(ids.get(label), Optional.of(clock.instant()), Optional.empty()));
    }

    /** Revokes a stolen key, keeps what it had signed by the newest head from before the theft, and lets another sign. */
    StolenKey revoke(String label, Instant theft, String next) throws Exception {
        ceremonies.hold(new RevokeStep(ids.get(label), "keyCompromise", theft), new ActivateStep(ids.get(next)));
        Publication head = heads.stream()
                .filter(made -> !made.issued().isAfter(theft))
                .reduce((one, other) -> other)
                .orElseThrow();
        StolenKey kept = StolenKey.of(
                key(label).certificate(),
                theft,
                head.treeHead().orElseThrow(),
                home.rootFingerprint(),
                List.of(home.rootDocument()),
                leaves.iterator());
        if (keepsLogs) {
            stolen.add(kept);
        }
        return kept;
    }

    /** A new root: another key of the role trust-list, and another third root key. */
    void replaceRoot() throws Exception {
        Root first = Root.read(SignedDocument.read(home.rootDocument(), DocumentKind.ROOT));
        Map<Role, RoleKeys> roles = new EnumMap<>(first.roles());
        roles.put(
                Role.TRUST_LIST,
                RoleKeys.single(TrustKey.of(
                        ceremonies.fresh("trust-list-2").certificate().getPublicKey())));
        List<TrustKey> people = new ArrayList<>(first.role(Role.ROOT).keys());
        people.set(2, TrustKey.of(ceremonies.fresh("root-4").certificate().getPublicKey()));
        roles.put(Role.ROOT, new RoleKeys(2, people));
        Instant now = clock.instant();
        Head head = new Head("UTO", Environment.DEMO, 2, now, now.plus(Duration.ofDays(1_800)));
        ceremonies.hold(RootStep.of(new Root(head, roles)));
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public void close() {
        home.close();
    }
}
