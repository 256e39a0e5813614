package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.neighbours.Adopted;

/**
 * An authority of the published test keys, for vectors, samples and tests: the same input at the same moment always gives the same bytes (RFC 6979, fixed
 * serial numbers, moments handed in). It keeps nothing on the disk, and no verifier believes it under a list that is not a demo.
 */
public final class VectorAuthority implements Authority {

    private final AuthorityProfile profile;
    private final Hierarchy hierarchy;
    private final ListedStates states;
    private final Optional<Path> keys;
    private final Map<String, Signer> furtherSigners = new HashMap<>();
    private final List<Service> furtherServices = new ArrayList<>();
    private Instant now;
    private NoticeBoard notices = NoticeBoard.EMPTY;
    private long sequence;
    private int sealsWrittenOut = SealList.WRITTEN_OUT;
    private Optional<Publication> current = Optional.empty();
    private Adopted adopted = Adopted.NONE;
    private List<Bulletin> bulletins = List.of();

    private VectorAuthority(AuthorityProfile profile, Hierarchy hierarchy, Optional<Path> keys, Instant from) {
        this.keys = keys;
        this.profile = profile;
        this.hierarchy = hierarchy;
        this.states = new ListedStates(hierarchy.from());
        this.now = from;
    }

    /**
     * @param keys the folder {@code spec/vectors/keys}
     * @param from when the hierarchy begins, and the moment of the first publication
     */
    public static VectorAuthority of(Path keys, AuthorityProfile profile, Instant from) {
        return new VectorAuthority(
                profile,
                Hierarchy.make(profile, KeySupply.published(keys, country(profile)), from),
                Optional.of(keys),
                from);
    }

    /** How the files of its keys begin. */
    private static String country(AuthorityProfile profile) {
        return profile.countryName().toLowerCase(Locale.ROOT);
    }

    /** A hierarchy of fresh keys, kept nowhere: somebody else, as far as a reader is concerned. */
    public static VectorAuthority stranger(AuthorityProfile profile, Instant from) {
        return new VectorAuthority(profile, Hierarchy.make(profile, KeySupply.fresh(), from), Optional.empty(), from);
    }

    /** Lists a further signer from the next publication on; only with published keys. */
    public VectorAuthority with(FurtherSigner signer) {
        AuthorityKey key = PublishedKeys.read(
                keys.orElseThrow(() -> new IllegalStateException("a stranger has no published keys")),
                country(profile),
                signer.key());
        X509Certificate certificate = hierarchy.certificate(profile, signer, key.publicKey());
        furtherSigners.put(signer.key(), key.signer(certificate));
        furtherServices.add(new Service.PermitSigner(
                signer.kind(),
                List.of(new LocalText("en", "Signer " + signer.key() + " (demo)")),
                certificate,
                StateHistory.only(KeyState.ACTIVE, hierarchy.from()),
                new Scope(Set.of(profile.country()), signer.documentTypes(), signer.purposes()),
                states.term(),
                Optional.empty()));
        return this;
    }

    /** Lists a further service as it is, from the next publication on: a CSCA before that of the hierarchy, anything else last. */
    public VectorAuthority listing(Service service) {
        furtherServices.add(service);
        return this;
    }

    /** A further signer by the name of its key. */
    public Signer signer(String key) {
        Signer signer = furtherSigners.get(key);
        if (signer == null) {
            throw new IllegalArgumentException("no further signer has the key " + key);
        }
        return signer;
    }

    /** Sets the moment of the next publication. */
    public VectorAuthority at(Instant moment) {
        now = moment;
        return this;
    }

    /** Sets the number of the next publication. */
    public VectorAuthority sequence(long next) {
        sequence = next - 1;
        return this;
    }

    /** Shards seal revocation lists of more seals than these from the next publication on (STATUS-58). */
    public VectorAuthority writingOut(int mostSeals) {
        sealsWrittenOut = mostSeals;
        return this;
    }

    /** Lists the seal signer as revoked from the next publication on, and names it in the CRL. */
    public VectorAuthority revokeSealSigner(Instant since) {
        states.revoked(KeyName.SEAL_SIGNER, since, "keyCompromise");
        return this;
    }

    /** Lists the credential signer as revoked from the next publication on, and names it in the CRL. */
    public VectorAuthority revokeCredentialSigner(Instant since) {
        states.revoked(KeyName.CREDENTIAL_SIGNER, since, "keyCompromise");
        return this;
    }

    /** Lists a further signer as revoked from the next publication on. */
    public VectorAuthority revoke(String key, Instant since) {
        X509Certificate certificate = signer(key).certificate();
        furtherServices.replaceAll(service -> service instanceof Service.PermitSigner signer
                        && signer.certificate().equals(certificate)
                ? new Service.PermitSigner(
                        signer.kind(),
                        signer.name(),
                        certificate,
                        ListedStates.revoked(hierarchy.from(), since, "keyCompromise"),
                        signer.scope(),
                        signer.term(),
                        signer.legalEffect())
                : service);
        return this;
    }

    /** Names the seal signer in the CRL from the next publication on; the list still shows it as active. */
    public VectorAuthority revokeSealSignerInCrlAlone(Instant since) {
        states.revokedInCrlAlone(KeyName.SEAL_SIGNER, since);
        return this;
    }

    /**
     * Lists, before the CSCA's own certificate, a link to it from an earlier key under the same name (TRUST-97), and shows the link as revoked; only with
     * published keys. Two listed certificates then have one name and one key.
     *
     * @param earlier the published key that signed the link
     * @param serial of the earlier certificate, which is not listed; the link has the one after the next
     */
    public VectorAuthority withRevokedLink(String earlier, BigInteger serial, Instant since) {
        AuthorityKey key = PublishedKeys.read(
                keys.orElseThrow(() -> new IllegalStateException("a stranger has no published keys")),
                country(profile),
                earlier);
        X509Certificate link = hierarchy.linkFrom(profile, key, serial).link();
        furtherServices.add(new Service.Csca(
                List.of(new LocalText("en", "Link to the CSCA (demo)")),
                link,
                new StateHistory(
                        List.of(
                                new StateChange(KeyState.REVOKED, since),
                                new StateChange(KeyState.ACTIVE, hierarchy.from())),
                        Optional.of(new StateHistory.Revocation("superseded", since))),
                Scope.ofCsca(Set.of(profile.country()))));
        return this;
    }

    /** Lists these notices from the next publication on, also such as no authority would make. */
    public VectorAuthority listing(List<Notice> all) {
        notices = new NoticeBoard(all);
        return this;
    }

    /** Lists what was adopted of neighbours, from the next publication on. */
    public VectorAuthority with(Adopted neighbours) {
        adopted = neighbours;
        return this;
    }

    /** Tells of these incidents from the next publication on. */
    public VectorAuthority telling(List<Bulletin> all) {
        bulletins = List.copyOf(all);
        return this;
    }

    /** The services of its own that the next publication lists. */
    public List<Service> ownServices() {
        return services().services(furtherServices);
    }

    private HierarchyServices services() {
        return new HierarchyServices(profile, hierarchy, states);
    }

    private Publisher publisher() {
        return new Publisher(profile, services().listing(furtherServices), notices())
                .taking(adopted, bulletins)
                .writingOut(sealsWrittenOut);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    @Override
    public synchronized List<Notice> notices() {
        return notices.listed(today());
    }

    @Override
    public synchronized void announce(Notice notice) throws NoticeRefusedException {
        notices = notices.with(notice, services().services(furtherServices), today());
    }

    @Override
    public synchronized void withdraw(String id) throws NoticeRefusedException {
        notices = notices.withdrawn(id);
    }

    @Override
    public AuthorityProfile profile() {
        return profile;
    }

    @Override
    public Signer sealSigner() {
        return hierarchy.signer(KeyName.SEAL_SIGNER);
    }

    @Override
    public Signer credentialSigner() {
        return hierarchy.signer(KeyName.CREDENTIAL_SIGNER);
    }

    @Override
    public Fingerprint rootFingerprint() {
        return hierarchy.rootFingerprint();
    }

    @Override
    public byte[] rootDocument() {
        return hierarchy.rootDocument();
    }

    /** For tests of readers, which need documents that no authority would make. */
    Hierarchy hierarchy() {
        return hierarchy;
    }

    @Override
    public synchronized long lastSequence() {
        return sequence;
    }

    @Override
    public synchronized Publication publish(PublicationInput input, long above) throws PublicationRefusedException {
        sequence = Math.max(sequence, above) + 1;
        Publication made = publisher().publish(input, sequence, now);
        current = Optional.of(made);
        return made;
    }

    @Override
    public synchronized Optional<Publication> current() {
        return current;
    }
}
