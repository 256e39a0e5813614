package org.stayseal.examples;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.Profile;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.spec.vdsnc.VdsNcEncoder;

/** One code of each format. */
final class Signing {

    private Signing() {}

    static byte[] seal(Permit permit, LocalDate today, Signer signer) {
        // seal: prepare() gives what will be signed, to be recorded first
        var draft = SealEncoder.prepare(SealRequest.of(permit, "AR", today), signer.certificate());
        byte[] toRecord = draft.toBeSigned();
        byte[] code = draft.sign(signer).received();
        // end
        return toRecord.length > 0 ? code : toRecord;
    }

    static byte[] credential(Permit permit, LocalDate today, StatusReference status, CredentialId id, Signer signer) {
        // credential: one for each purpose, each with an identity and a status entry of its own
        ZoneId zone = ZoneOffset.UTC;
        var claims = new CredentialEncoder(Disclosure.Choices.usual(), zone)
                .claims(permit, Purpose.WORK, today.atStartOfDay(zone).toInstant(), id, status, Optional.empty());
        String code =
                UnsignedCredential.of(claims, signer.certificate()).sign(signer).text();
        // end
        return code.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] idb(LocalDate today, Signer signer) {
        // IDB: values by the names of spec/registry/idb-messages.json
        var values = Map.of(
                "mrzTd2", "ARUTOSAMPLIDZE<<LEVAN<TEST<<<<<<<<<<\nUTP0000585GEO9602142M2705099<<<<<<<6",
                "documentReference", "UTR000058",
                "azrNumber", "UT9602140058",
                "nationalDocumentType", "0E");
        String code = IdbEncoder.prepare(IdbRequest.of("UTO", values), today, signer.certificate())
                .sign(signer)
                .text();
        // end
        return code.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] vdsNc(Permit permit, LocalDate today, Signer signer) {
        // VDS-NC: of a country whose residence permit is in spec/registry/vds-nc-types.json
        byte[] code = VdsNcEncoder.prepare(permit, today, signer.certificate()).sign(signer);
        // end
        return code;
    }

    static byte[] ownSeal(Path file, LocalDate today, Signer signer) throws Exception {
        // own type of seal
        Profiles profiles = Profiles.standard().with(Files.readAllBytes(file), file.toString());
        Profile pass = profiles.byId("uto-seasonal-pass").orElseThrow();
        var values = Map.of(
                "mrz", "ARUTOSAMPLIDZE<<LEVAN<TEST<<<<<<<<<<\nUTP0000585GEO9602142M2705099<<<<<<<6",
                "farmNumber", "UT4711",
                "place", "Port Sample");
        byte[] code = SealEncoder.prepare(new SealRequest(pass, "UTO", today, today, values), signer.certificate())
                .sign(signer)
                .received();
        // end
        return code;
    }
}
