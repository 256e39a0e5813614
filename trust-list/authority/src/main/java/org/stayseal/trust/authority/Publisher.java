package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.LegalEffect;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;

/** Makes one publication from a hierarchy, a number and a moment, and has the reader check it (TRUST-81). Keeps nothing. */
final class Publisher {

    private static final Set<String> PURPOSES = Set.of("full", "work", "bank", "stay");

    private final AuthorityProfile profile;
    private final Hierarchy hierarchy;
    private final ListedStates states;
    private final List<Service> further;
    private final List<Notice> notices;
    private int sealsWrittenOut = SealList.WRITTEN_OUT;

    /**
     * @param further services listed beside those of the hierarchy: CSCAs before them, others after
     * @param notices to be listed
     */
    Publisher(
            AuthorityProfile profile,
            Hierarchy hierarchy,
            ListedStates states,
            List<Service> further,
            List<Notice> notices) {
        this.profile = profile;
        this.hierarchy = hierarchy;
        this.states = states;
        this.further = List.copyOf(further);
        this.notices = List.copyOf(notices);
    }

    /** Shards longer lists of seals, for vectors of short ones. */
    Publisher writingOut(int mostSeals) {
        sealsWrittenOut = mostSeals;
        return this;
    }

    /**
     * @param sequence never used before
     * @param moment cut to whole seconds
     */
    Publication publish(PublicationInput input, long sequence, Instant moment) throws PublicationRefusedException {
        Instant now = moment.truncatedTo(ChronoUnit.SECONDS);
        Map<String, byte[]> files = new TreeMap<>();
        List<Manifest.File> listed = new ArrayList<>();
        Map<String, Publication.StatusLists> statusLists = new HashMap<>();

        put(files, listed, "root/1.json", hierarchy.rootDocument());
        TrustList list = trustList(sequence, now);
        byte[] trustList = signed(DocumentKind.TRUST_LIST, list.payload(), KeyName.TRUST_LIST);
        put(files, listed, "trust-list.json", trustList);
        byte[] crl = crl(sequence, now);
        put(files, listed, "crl/" + profile.country() + ".crl", crl);
        for (PublicationInput.StatusShard shard : input.statusLists()) {
            String uri = profile.statusPrefix() + shard.shard();
            Publication.StatusLists both =
                    StatusListMaker.make(shard, uri, hierarchy.signer(KeyName.STATUS), now, profile.statusValidity());
            statusLists.put(uri, both);
            files.put(Manifest.statusName(uri), both.cwt());
            listed.add(Manifest.File.ofStatusList(uri, both.cwt()));
        }
        SealList seals =
                SealList.of(head(sequence, now, now.plus(profile.statusValidity())), input.seals(), sealsWrittenOut);
        byte[] sealRevocations =
                signed(DocumentKind.SEAL_REVOCATIONS, seals.document().payload(), KeyName.STATUS);
        seals.shards().forEach((name, content) -> put(files, listed, name, content));
        files.put(SealRevocations.NAME, sealRevocations);
        listed.add(Manifest.File.ofSealRevocations(sequence, sealRevocations));

        LogPublishing.files(
                        input,
                        list,
                        head(sequence, now, now.plus(profile.listValidity())),
                        hierarchy.signer(KeyName.LOG))
                .forEach((name, content) -> put(files, listed, name, content));

        listed.sort(Comparator.comparing(Manifest.File::name));
        Manifest manifest = new Manifest(head(sequence, now, now.plus(profile.listValidity())), 1, sequence, listed);
        files.put(Manifest.NAME, signed(DocumentKind.SNAPSHOT, manifest.payload(), KeyName.SNAPSHOT));
        byte[] snapshot = SnapshotArchive.write(files);
        refuseWhatTheReaderRefuses(snapshot);
        return new Publication(
                sequence,
                now,
                now.plus(profile.listValidity()),
                snapshot,
                new TreeMap<>(Map.of(1L, hierarchy.rootDocument())),
                trustList,
                sealRevocations,
                Map.of(profile.country(), crl),
                statusLists);
    }

    private void refuseWhatTheReaderRefuses(byte[] snapshot) throws PublicationRefusedException {
        SnapshotResult result = Snapshots.open(snapshot, new Pin(hierarchy.rootFingerprint()));
        if (result instanceof SnapshotResult.Refused refused) {
            throw new PublicationRefusedException("not published: " + refused.reason() + ", " + refused.words());
        }
    }

    private byte[] crl(long number, Instant now) {
        Map<BigInteger, Instant> revoked = new HashMap<>();
        for (KeyName name : List.of(KeyName.SEAL_SIGNER, KeyName.CREDENTIAL_SIGNER)) {
            Optional<Instant> since = states.revokedSince(name);
            since.ifPresent(
                    moment -> revoked.put(hierarchy.entry(name).certificate().getSerialNumber(), moment));
        }
        return RevocationList.make(hierarchy.entry(KeyName.CSCA), number, now, revoked);
    }

    private TrustList trustList(long sequence, Instant now) {
        return new TrustList(
                head(sequence, now, now.plus(profile.listValidity())),
                profile.territory(),
                profile.operator(),
                text("Residence permits of " + profile.countryName() + " (demo)"),
                List.of(new TrustedEntity(profile.operator(), services())),
                notices,
                0);
    }

    /** The services that are listed. */
    List<Service> services() {
        Set<String> countries = Set.of(profile.country());
        Optional<LegalEffect> effect =
                Optional.of(new LegalEffect("Demo: gives no right anywhere", List.of(profile.territory()), true));
        List<Service> services = new ArrayList<>();
        further.stream().filter(Service.Csca.class::isInstance).forEach(services::add);
        services.addAll(List.of(
                new Service.Csca(
                        text("CSCA of " + profile.countryName() + " (demo)"),
                        hierarchy.entry(KeyName.CSCA).certificate(),
                        states.of(KeyName.CSCA),
                        Scope.ofCsca(countries)),
                new Service.PermitSigner(
                        Service.SignerKind.SEAL,
                        text("Seal signer (demo)"),
                        hierarchy.entry(KeyName.SEAL_SIGNER).certificate(),
                        states.of(KeyName.SEAL_SIGNER),
                        Scope.ofSeals(countries, profile.documentTypes()),
                        states.term(),
                        effect),
                new Service.PermitSigner(
                        Service.SignerKind.CREDENTIAL,
                        text("Credential signer (demo)"),
                        hierarchy.entry(KeyName.CREDENTIAL_SIGNER).certificate(),
                        states.of(KeyName.CREDENTIAL_SIGNER),
                        Scope.ofCredentials(countries, PURPOSES),
                        states.term(),
                        effect),
                new Service.StatusKey(
                        text("Status of permits (demo)"),
                        hierarchy.trustKey(KeyName.STATUS),
                        states.of(KeyName.STATUS),
                        List.of(profile.statusPrefix()),
                        true)));
        further.stream().filter(service -> !(service instanceof Service.Csca)).forEach(services::add);
        return services;
    }

    private static List<LocalText> text(String english) {
        return List.of(new LocalText("en", english));
    }

    private Head head(long sequence, Instant now, Instant until) {
        return new Head(profile.country(), Environment.DEMO, sequence, now, until.truncatedTo(ChronoUnit.SECONDS));
    }

    private byte[] signed(DocumentKind kind, byte[] payload, KeyName key) {
        return SignedDocument.write(kind, payload, List.of(hierarchy.signer(key)));
    }

    private static void put(Map<String, byte[]> files, List<Manifest.File> listed, String name, byte[] content) {
        files.put(name, content);
        listed.add(Manifest.File.of(name, content));
    }
}
