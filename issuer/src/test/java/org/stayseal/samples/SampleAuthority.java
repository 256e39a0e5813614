package org.stayseal.samples;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.barcode.Portrait;
import org.stayseal.barcode.PortraitRefusedException;
import org.stayseal.barcode.sample.DrawnFace;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
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

/** Utopia's authority as the samples know it: the keys, the root and the beginning are those of the vectors. */
final class SampleAuthority {

    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant REVOKED_SINCE = Instant.parse("2026-11-16T09:00:00Z");
    /** Beyond the numbers that the lists of the vectors bear under the same root. */
    private static final long SEQUENCE = 21;

    private static final int LIST_SIZE = 1024;
    private static final String IDB_SIGNER = "idb-signer";
    private static final String VDS_NC_SIGNER = "vds-nc-signer";

    private final VectorAuthority authority;

    SampleAuthority(Path keys) {
        authority = VectorAuthority.of(
                        keys, AuthorityProfile.utopia(URI.create("https://permits.utopia.example")), BEGIN)
                .with(FurtherSigner.ofSeals(IDB_SIGNER, "ID", 0x20, Set.of("IDB-86-0E")))
                .with(FurtherSigner.ofVdsNcs(VDS_NC_SIGNER, "NC", 0x21, Set.of("uto.residence-permit")));
    }

    /** Signs IDBs. */
    Signer idbSigner() {
        return authority.signer(IDB_SIGNER);
    }

    Signer vdsNcSigner() {
        return authority.signer(VDS_NC_SIGNER);
    }

    byte[] root() {
        return authority.rootDocument();
    }

    String fingerprint() {
        return authority.rootFingerprint().hex();
    }

    /** The lists of one day: everything of one person is revoked. */
    Publication lists(Map<SampleUtopians, CarrierOrder> orders) throws PublicationRefusedException {
        Map<Integer, Integer> statuses = new HashMap<>();
        for (Purpose purpose : Purpose.values()) {
            statuses.put(index(SampleUtopians.REVOKED, purpose), 1);
        }
        Seal seal =
                seal(SampleUtopians.REVOKED, orders.get(SampleUtopians.REVOKED).permit());
        return authority
                .at(PUBLISHED)
                .sequence(SEQUENCE)
                .publish(new PublicationInput(
                        List.of(new PublicationInput.StatusShard(0, LIST_SIZE, statuses)),
                        Map.of(Hex.encode(seal.identity()), new SealRevocations.Entry(1, REVOKED_SINCE))));
    }

    /** One person's permit with its four credentials and its seal, signed. */
    CarrierOrder order(SampleUtopians person) throws PortraitRefusedException {
        byte[] face = DrawnFace.png(person.face());
        Permit permit = person.permit(Portrait.compress(face).webp());
        Map<Purpose, String> codes = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            codes.put(purpose, credential(person, permit, purpose));
        }
        return new CarrierOrder(
                permit,
                Optional.of(face),
                codes,
                seal(person, permit).received(),
                URI.create(authority.profile().publicBaseUrl() + "/verify/"),
                Locale.forLanguageTag("lt"),
                true);
    }

    private String credential(SampleUtopians person, Permit permit, Purpose purpose) {
        return UnsignedCredential.of(
                        new CredentialEncoder(Disclosure.Choices.usual(), ZoneOffset.UTC)
                                .claims(
                                        permit,
                                        purpose,
                                        permit.issueDate()
                                                .atStartOfDay(ZoneOffset.UTC)
                                                .toInstant(),
                                        new CredentialId(
                                                Arrays.copyOf(digest(person + " " + purpose), CredentialId.LENGTH)),
                                        new StatusReference(authority.statusUri(0), index(person, purpose)),
                                        Optional.empty()),
                        authority.credentialSigner().certificate())
                .sign(authority.credentialSigner())
                .text();
    }

    private Seal seal(SampleUtopians person, Permit permit) {
        return SealEncoder.prepare(
                        SealRequest.of(permit, "AR", permit.issueDate()),
                        authority.sealSigner().certificate())
                .sign(authority.sealSigner());
    }

    /** Far apart and unrelated, as the four credentials of a permit must not be linked by neighbouring entries. */
    private static int index(SampleUtopians person, Purpose purpose) {
        byte[] digest = digest("index of " + person + " " + purpose);
        return ((digest[0] & 0xFF) << 8 | digest[1] & 0xFF) % LIST_SIZE;
    }

    /** In samples an identity is made from a name, so that they come out the same again; everywhere else it is random (CRED-29). */
    private static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
