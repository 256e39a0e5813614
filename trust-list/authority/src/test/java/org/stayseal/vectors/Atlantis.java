package org.stayseal.vectors;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.vds.Seal;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.StolenKey;
import org.stayseal.trust.authority.VectorAuthority;
import org.stayseal.trust.authority.neighbours.Adopted;
import org.stayseal.trust.authority.neighbours.Adopting;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.reader.Pin;

/** Utopia's neighbour: an authority of its own published keys, its permits, and the lists of Utopia that take it in. */
final class Atlantis {

    static final String COMBINED = "neighbour.zip";
    static final String WITHDRAWN = "neighbour-withdrawn.zip";
    static final String STOLEN = "neighbour-key-stolen.zip";

    /** When its lists were made and fetched. */
    private static final Instant PUBLISHED = UtopianVectors.PUBLISHED.minusSeconds(3600);

    private static final String BASE = "https://residence.atlantis.example";
    private static final LocalDate EXTENDED = LocalDate.of(2026, 11, 19);

    private final UtopianVectors utopia;
    final VectorAuthority authority;

    Atlantis(UtopianVectors utopia) {
        this.utopia = utopia;
        this.authority = authority();
    }

    private VectorAuthority authority() {
        return VectorAuthority.of(utopia.keys(), AuthorityProfile.atlantis(URI.create(BASE)), UtopianVectors.BEGIN);
    }

    /** What Utopia decided: no permits for banks. */
    NeighbourPin pin() {
        return new NeighbourPin(
                "ATL",
                Environment.DEMO,
                new Pin(authority.rootFingerprint()),
                Set.of("ATL"),
                Set.of("FB06", "RP1"),
                Set.of("full", "work", "stay"),
                List.of(BASE + "/status/"));
    }

    Map<String, byte[]> snapshots() throws PublicationRefusedException {
        Publication theirs = authority()
                .listing(List.of(extension()))
                .at(PUBLISHED)
                .sequence(40)
                .publish(input());
        Map<String, byte[]> all = new TreeMap<>();
        all.put("atlantis.zip", theirs.snapshot());
        all.put(COMBINED, combined(theirs, false));
        all.put(WITHDRAWN, combined(theirs, true));
        all.put(STOLEN, combined(afterTheft(), false));
        return all;
    }

    private byte[] combined(Publication theirs, boolean withdrawn) throws PublicationRefusedException {
        VectorAuthority own = utopia.authority();
        Adopted adopted = Adopting.once(own, pin(), theirs.snapshot(), UtopianVectors.PUBLISHED, withdrawn);
        return own.with(adopted)
                .telling(bulletins())
                .at(UtopianVectors.PUBLISHED)
                .sequence(8)
                .publish(utopia.input())
                .snapshot();
    }

    private PublicationInput input() {
        return new PublicationInput(
                List.of(new PublicationInput.StatusShard(
                        0, 1024, Map.of((int) UtopianVectors.REVOKED, 1, (int) UtopianVectors.SUSPENDED, 2))),
                Map.of(
                        Hex.encode(seal(permit().number("XAREVOKED")).identity()),
                        new SealRevocations.Entry(1, UtopianVectors.BEGIN)));
    }

    /** Its credential signer's key was stolen; one permit was signed before. */
    private Publication afterTheft() throws PublicationRefusedException {
        List<LogLeaf> leaves = List.of(LogLeaf.of(
                HexFormat.of()
                        .parseHex(KeptLog.signerOf(authority.credentialSigner().certificate())),
                content(credential(permit(), Purpose.FULL, 1))));
        VectorAuthority later = authority();
        Publication before =
                later.at(PUBLISHED.minusSeconds(86_400)).sequence(38).publish(input().with(StolenKeys.log(leaves)));
        StolenKey kept = StolenKey.of(
                authority.credentialSigner().certificate(),
                PUBLISHED.minusSeconds(7200),
                before.treeHead().orElseThrow(),
                authority.rootFingerprint(),
                List.of(authority.rootDocument()),
                leaves.iterator());
        return later.revokeCredentialSigner(PUBLISHED.minusSeconds(3600))
                .at(PUBLISHED)
                .sequence(40)
                .publish(input().with(StolenKeys.log(leaves)).keeping(List.of(kept)));
    }

    private static byte[] content(String credential) {
        try {
            return CredentialDecoder.decode(credential).contentDigest();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Notice extension() {
        return new Notice(
                "XA-2026-1",
                Notice.Kind.EXTENSION,
                Notice.State.IN_FORCE,
                new Notice.Act("Decree 12 of the Board of Atlantis", LocalDate.of(2026, 11, 1), Optional.empty()),
                List.of(new LocalText("en", "Permits that ended in November go on for a year.")),
                NoticeScope.of(Set.of("ATL"), Set.of("FB06", "RP1"), EXTENDED, LocalDate.of(2026, 11, 20)),
                Optional.of(LocalDate.of(2027, 11, 20)),
                Optional.empty(),
                Optional.empty());
    }

    private List<Bulletin> bulletins() {
        return List.of(
                new Bulletin(
                        "UT-B-1",
                        UtopianVectors.PUBLISHED,
                        UtopianVectors.PUBLISHED.plusSeconds(2 * 86_400),
                        Bulletin.Severity.WARNING,
                        List.of(
                                new LocalText("en", "Blank seals of Atlantis were stolen: compare the face with care."),
                                new LocalText(
                                        "de", "In Atlantis wurden Blankosiegel gestohlen: Gesicht genau vergleichen.")),
                        Set.of(NoticeScope.fingerprint(authority.sealSigner().certificate()))),
                new Bulletin(
                        "UT-B-2",
                        UtopianVectors.PUBLISHED,
                        UtopianVectors.PUBLISHED.plusSeconds(86_400),
                        Bulletin.Severity.NOTICE,
                        List.of(new LocalText("en", "The lists are published twice a day this week.")),
                        Set.of()));
    }

    /** The permit of the vectors, as one of Atlantis. */
    static PermitChange permit() {
        return of(UtopianVectors.permit(), "ATL").number("XA1234567");
    }

    /** Ended on a day that the extension means. */
    static PermitChange ended() {
        return permit().until(EXTENDED);
    }

    static PermitChange of(PermitChange permit, String country) {
        Permit made = permit.made();
        return new PermitChange(new Permit(
                country,
                made.person(),
                made.number(),
                made.category(),
                made.legalGround(),
                country.equals("ATL") ? "Residence Board of Atlantis" : made.authority(),
                made.issueDate(),
                made.issuePlace(),
                made.rightFrom(),
                made.rightUntil(),
                made.documentUntil(),
                made.work(),
                made.selfEmployment(),
                made.study(),
                made.remarks(),
                made.travelDocument(),
                made.liveOnly()));
    }

    Seal seal(PermitChange permit) {
        return UtopianVectors.seal(permit.made(), authority.sealSigner());
    }

    String credential(PermitChange permit, Purpose purpose, long index) {
        return credentialAt(permit, purpose, index, authority.statusUri(0));
    }

    /** @param status whose status list it names */
    String credential(PermitChange permit, Purpose purpose, long index, VectorAuthority status) {
        return credentialAt(permit, purpose, index, status.statusUri(0));
    }

    String credentialAt(PermitChange permit, Purpose purpose, long index, String statusUri) {
        return UnsignedCredential.of(
                        UtopianVectors.claims(permit, purpose, index, statusUri),
                        authority.credentialSigner().certificate())
                .sign(authority.credentialSigner())
                .text();
    }
}
