package org.stayseal.vectors;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.Claims;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Name;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.OwnScript;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.FurtherSigner;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.VectorAuthority;

/** Utopia as the vectors know it: an authority of the published keys, its lists of one day, and permits of invented people. */
final class UtopianVectors {

    /** When the hierarchy begins. */
    static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    /** When the lists were published. */
    static final Instant PUBLISHED = Instant.parse("2026-11-22T06:00:00Z");
    /** The machine's time in most vectors. */
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final AuthorityProfile PROFILE =
            AuthorityProfile.utopia(URI.create("https://permits.utopia.example"));

    static final long REVOKED = 10;
    static final long SUSPENDED = 11;
    static final long SUPERSEDED = 12;
    private static final int LIST_SIZE = 1024;

    private final Path keys;
    final VectorAuthority authority;
    final Publication lists;
    /** Lists with further CSCAs. */
    final Chains chains;

    UtopianVectors(Path keys) throws PublicationRefusedException {
        this.keys = keys;
        this.authority = authority();
        this.lists = authority.at(PUBLISHED).sequence(7).publish(input());
        this.chains = new Chains(this, keys);
    }

    Path keys() {
        return keys;
    }

    /** The same authority anew, for another state of its lists. */
    VectorAuthority authority() {
        VectorAuthority all = plainAuthority();
        FurtherSigners.ALL.forEach(all::with);
        return all;
    }

    /** The same without further signers. */
    VectorAuthority plainAuthority() {
        return VectorAuthority.of(keys, PROFILE, BEGIN);
    }

    /** The same authority, whose status lists say that they are online: when to fetch again, and where all of them are (STATUS-61, STATUS-62). */
    VectorAuthority onlineAuthority() {
        AuthorityProfile online = new AuthorityProfile(
                PROFILE.country(),
                PROFILE.territory(),
                PROFILE.countryName(),
                PROFILE.operator(),
                PROFILE.documentTypes(),
                PROFILE.publicBaseUrl(),
                PROFILE.listValidity(),
                PROFILE.statusValidity(),
                Optional.of(Duration.ofMinutes(15)));
        VectorAuthority all = VectorAuthority.of(keys, online, BEGIN);
        FurtherSigners.ALL.forEach(all::with);
        return all;
    }

    PublicationInput input() {
        return new PublicationInput(
                List.of(new PublicationInput.StatusShard(
                        0, LIST_SIZE, Map.of((int) REVOKED, 1, (int) SUSPENDED, 2, (int) SUPERSEDED, 3))),
                Map.of(
                        Hex.encode(seal(permit().number("UTREVOKED")).identity()),
                        new SealRevocations.Entry(1, BEGIN.plusSeconds(14 * 86400)),
                        Hex.encode(NcForge.identity(revokedVdsNc())),
                        new SealRevocations.Entry(1, BEGIN.plusSeconds(14 * 86400)),
                        Hex.encode(IdbVectors.revoked(idbForge()).identity()),
                        new SealRevocations.Entry(1, BEGIN.plusSeconds(14 * 86400))));
    }

    /** The permit that most vectors show: in force, any work allowed. */
    static PermitChange permit() {
        return new PermitChange(new Permit(
                "UTO",
                new Person(
                        new Name("Muster", Optional.of("Olena Vera"), Optional.of(new OwnScript("Олена Мустер", "uk"))),
                        new BirthDate(1985, 3, 0),
                        Optional.of("Old Harbour"),
                        Sex.F,
                        new Nationality("XXB"),
                        Optional.of("850300-417"),
                        Optional.empty()),
                "UT1234567",
                Category.TEMPORARY_PROTECTION,
                Optional.of("Residence Act 18b"),
                "Migration Office of Utopia",
                LocalDate.of(2026, 11, 10),
                Optional.of("Amaurot"),
                LocalDate.of(2026, 11, 10),
                Optional.of(LocalDate.of(2028, 3, 4)),
                LocalDate.of(2028, 3, 4),
                WorkRight.any(),
                Right.yes(),
                Right.yes(),
                Optional.empty(),
                Optional.of(new TravelDocument("P4711001", "XXB", Optional.of(LocalDate.of(2031, 1, 31)))),
                false));
    }

    Seal seal(PermitChange permit) {
        return seal(permit.made(), authority == null ? authority().sealSigner() : authority.sealSigner());
    }

    private IdbForge idbForge() {
        return new IdbForge((authority == null ? authority() : authority).signer("idb-signer"));
    }

    static Seal seal(Permit permit, Signer signer) {
        return SealEncoder.prepare(SealRequest.of(permit, "AR", permit.issueDate()), signer.certificate())
                .sign(signer);
    }

    String revokedVdsNc() {
        Signer signer = (authority == null ? authority() : authority).signer("vds-nc-signer");
        return new NcForge(signer).permit(permit().number("UTREVOKED").made());
    }

    /** The key of the listed signer of VDS-NCs, under another certificate of the same CSCA. */
    Signer unlistedVdsNcSigner() {
        return authority()
                .with(FurtherSigner.ofVdsNcs("vds-nc-signer", "XX", 0x99, Set.of("uto.residence-permit")))
                .signer("vds-nc-signer");
    }

    String credential(PermitChange permit, Purpose purpose, long index) {
        return UnsignedCredential.of(
                        claims(permit, purpose, index),
                        authority.credentialSigner().certificate())
                .sign(authority.credentialSigner())
                .text();
    }

    /** @param statusUri whose status list it names */
    String credentialAt(PermitChange permit, Purpose purpose, long index, String statusUri) {
        return UnsignedCredential.of(
                        claims(permit, purpose, index, statusUri),
                        authority.credentialSigner().certificate())
                .sign(authority.credentialSigner())
                .text();
    }

    Claims claims(PermitChange permit, Purpose purpose, long index) {
        return claims(permit, purpose, index, authority.statusUri(0));
    }

    static Claims claims(PermitChange permit, Purpose purpose, long index, String statusUri) {
        return new CredentialEncoder(
                        new Disclosure.Choices(EnumSet.of(Purpose.FULL, Purpose.WORK), false), ZoneOffset.UTC)
                .claims(
                        permit.made(),
                        purpose,
                        permit.made().issueDate().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        new CredentialId(id(permit.made().number() + purpose.key() + index)),
                        new StatusReference(statusUri, index),
                        Optional.empty());
    }

    /** In vectors an identity is made from a name; everywhere else it is random (CRED-29). */
    private static byte[] id(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, CredentialId.LENGTH);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
