package org.stayseal.issuer.lint;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.cwt.Claims;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealContent;
import org.stayseal.spec.vds.SealDecoder;

/**
 * The candidate's exact bytes, read by the decoders that verifiers use. A stand-in takes the place of the signature that is still to come.
 *
 * @param candidate whose bytes these are
 * @param credential unless it is the seal
 * @param seal if it is the seal
 * @param content what the seal says by its profile
 */
record Read(Candidate candidate, Optional<Credential> credential, Optional<Seal> seal, Optional<SealContent> content) {

    private static final int SIGNATURE_TAG = 0xFF;
    private static final int HEADER = 1;
    private static final int PAYLOAD = 3;

    /** Reads them, or says which rule of the format they break. */
    static Read of(Candidate candidate, Profiles profiles) throws FormatException {
        return candidate.item() == Item.SEAL ? seal(candidate, profiles) : credential(candidate);
    }

    /** What the credential claims. */
    Optional<Claims> claims() {
        return credential.map(Credential::claims);
    }

    private static Read credential(Candidate candidate) throws FormatException {
        byte[] structure = candidate.toSign();
        CBORObject items;
        try {
            items = CBORObject.DecodeFromBytes(structure);
            if (items.size() != PAYLOAD + 1) {
                throw FormatException.wrongFormat("CRED-20", "what is to be signed is no signature structure");
            }
            byte[] header = items.get(HEADER).GetByteString();
            byte[] payload = items.get(PAYLOAD).GetByteString();
            Credential credential = CredentialDecoder.decode(CoseSign1.write(header, payload, standIn()));
            if (!Arrays.equals(credential.toBeSigned(), structure)) {
                throw FormatException.wrongFormat("CRED-20", "what is to be signed is not the credential's structure");
            }
            return new Read(candidate, Optional.of(credential), Optional.empty(), Optional.empty());
        } catch (CBORException | IllegalStateException e) {
            throw FormatException.wrongFormat("CRED-20", "what is to be signed is no signature structure");
        }
    }

    private static Read seal(Candidate candidate, Profiles profiles) throws FormatException {
        byte[] standIn = standIn();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(candidate.toSign());
        whole.write(SIGNATURE_TAG);
        whole.writeBytes(DerLength.encode(standIn.length));
        whole.writeBytes(standIn);
        Seal seal = SealDecoder.decode(whole.toByteArray());
        SealContent content = profiles.read(seal)
                .orElseThrow(() -> FormatException.wrongFormat("VDS-18", "the seal's type is none of ours"));
        return new Read(candidate, Optional.empty(), Optional.of(seal), Optional.of(content));
    }

    private static byte[] standIn() {
        byte[] signature = new byte[64];
        signature[31] = 1;
        signature[63] = 1;
        return signature;
    }
}
