package org.stayseal.trust.authority;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;
import org.stayseal.trust.authority.neighbours.Adopted;
import org.stayseal.trust.authority.neighbours.AdoptedFile;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;

/** Makes one publication from a listing, a number and a moment, and has the reader check it (TRUST-81). Keeps nothing. */
final class Publisher {

    private final AuthorityProfile profile;
    private final Listing listing;
    private final List<Notice> notices;
    private int sealsWrittenOut = SealList.WRITTEN_OUT;
    private Adopted adopted = Adopted.NONE;
    private List<Bulletin> bulletins = List.of();

    /**
     * @param listing whom it lists, and the keys that sign
     * @param notices to be listed
     */
    Publisher(AuthorityProfile profile, Listing listing, List<Notice> notices) {
        this.profile = profile;
        this.listing = listing;
        this.notices = List.copyOf(notices);
    }

    /**
     * Lists more than the country's own.
     *
     * @param neighbours what was adopted of them
     * @param incidents of which verifiers are told
     */
    Publisher taking(Adopted neighbours, List<Bulletin> incidents) {
        adopted = neighbours;
        bulletins = List.copyOf(incidents);
        return this;
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

        SortedMap<Long, byte[]> roots = new TreeMap<>();
        listing.roots().forEach(root -> roots.put(1L + roots.size(), root));
        roots.forEach((number, root) -> put(files, listed, "root/" + number + ".json", root));
        TrustList list = trustList(sequence, now);
        byte[] trustList = signed(DocumentKind.TRUST_LIST, list.payload(), Role.TRUST_LIST);
        put(files, listed, "trust-list.json", trustList);
        SortedMap<String, byte[]> crls = listing.crls().make(sequence, now);
        crls.forEach((name, crl) -> put(files, listed, "crl/" + name + ".crl", crl));
        for (PublicationInput.StatusShard shard : input.statusLists()) {
            String uri = profile.statusPrefix() + shard.shard();
            Publication.StatusLists both = StatusListMaker.make(shard, uri, listing.statusSigner(uri), now, profile);
            statusLists.put(uri, both);
            files.put(Manifest.statusName(uri), both.cwt());
            listed.add(Manifest.File.ofStatusList(uri, both.cwt()));
        }
        SealList seals =
                SealList.of(head(sequence, now, now.plus(profile.statusValidity())), input.seals(), sealsWrittenOut);
        byte[] sealRevocations = SignedDocument.write(
                DocumentKind.SEAL_REVOCATIONS, seals.document().payload(), List.of(listing.sealRevocationSigner()));
        seals.shards().forEach((name, content) -> put(files, listed, name, content));
        files.put(SealRevocations.NAME, sealRevocations);
        listed.add(Manifest.File.ofSealRevocations(sequence, sealRevocations));

        LogPublishing.files(input, list, head(sequence, now, now.plus(profile.listValidity())), this::signed)
                .forEach((name, content) -> put(files, listed, name, content));

        for (AdoptedFile file : adopted.files()) {
            files.put(file.entry().name(), file.content());
            listed.add(file.entry());
        }

        listed.sort(Comparator.comparing(Manifest.File::name));
        Manifest manifest =
                new Manifest(head(sequence, now, now.plus(profile.listValidity())), roots.size(), sequence, listed);
        files.put(Manifest.NAME, signed(DocumentKind.SNAPSHOT, manifest.payload(), Role.SNAPSHOT));
        byte[] snapshot = SnapshotArchive.write(files);
        refuseWhatTheReaderRefuses(snapshot);
        return new Publication(
                sequence,
                now,
                now.plus(profile.listValidity()),
                snapshot,
                roots,
                trustList,
                sealRevocations,
                crls,
                statusLists);
    }

    private void refuseWhatTheReaderRefuses(byte[] snapshot) throws PublicationRefusedException {
        SnapshotResult result = Snapshots.open(snapshot, pin());
        if (result instanceof SnapshotResult.Refused refused) {
            throw new PublicationRefusedException("not published: " + refused.reason() + ", " + refused.words());
        }
    }

    private Pin pin() {
        try {
            return new Pin(SignedDocument.read(listing.roots().get(0), DocumentKind.ROOT)
                    .fingerprint());
        } catch (FormatException e) {
            throw new IllegalStateException("the authority's own root is damaged", e);
        }
    }

    private TrustList trustList(long sequence, Instant now) {
        return new TrustList(
                head(sequence, now, now.plus(profile.listValidity())),
                profile.territory(),
                profile.operator(),
                text("Residence permits of " + profile.countryName()
                        + (listing.environment() == Environment.DEMO ? " (demo)" : "")),
                Stream.concat(
                                Stream.of(new TrustedEntity(profile.operator(), listing.services())),
                                adopted.entities().stream())
                        .toList(),
                Stream.concat(notices.stream(), adopted.notices().stream()).toList(),
                adopted.neighbours(),
                bulletins,
                0);
    }

    private static List<LocalText> text(String english) {
        return List.of(new LocalText("en", english));
    }

    private Head head(long sequence, Instant now, Instant until) {
        return new Head(profile.country(), listing.environment(), sequence, now, until.truncatedTo(ChronoUnit.SECONDS));
    }

    private byte[] signed(DocumentKind kind, byte[] payload, Role role) throws PublicationRefusedException {
        return SignedDocument.write(
                kind,
                payload,
                listing.keys().signers(listing.root(), role),
                listing.keys().second(listing.root(), role));
    }

    private static void put(Map<String, byte[]> files, List<Manifest.File> listed, String name, byte[] content) {
        files.put(name, content);
        listed.add(Manifest.File.of(name, content));
    }
}
