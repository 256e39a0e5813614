package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Forged, malleable and misplaced signatures (VER-28). */
final class SignatureVectors extends Cases {

    SignatureVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        byte[] seal = utopia.seal(UtopianVectors.permit()).received();
        byte[] cose = CredentialBytes.of(utopia.credential(UtopianVectors.permit(), Purpose.FULL, 1));
        add(
                "signature/seal-name-changed",
                "a byte of the MRZ was changed (VER-28)",
                with(seal, 30, seal[30] ^ 0x01),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        add(
                "signature/seal-signature-zero",
                "r and s are zero (VDS-15)",
                zeroed(seal, 64),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        add(
                "signature/seal-twin",
                "s turned into n - s: anybody can do that, and it verifies (VDS-17)",
                Twins.of(seal),
                NOW,
                lists,
                Outcome.VALID,
                null);
        add(
                "signature/credential-zero",
                "r and s are zero (CRED-20)",
                bytes(Forge.text(zeroed(cose, 64))),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        add(
                "signature/credential-changed-bit",
                "the last bit of the signature (VER-28)",
                bytes(Forge.text(with(cose, cose.length - 1, cose[cose.length - 1] ^ 1))),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        add(
                "signature/credential-too-long",
                "a byte more than the curve has (CRED-20)",
                bytes(longer(cose)),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        add(
                "signature/credential-by-another-key",
                "signed by the seal signer under the credential signer's identifier (VER-28)",
                bytes(Forge.text(Forge.sign(
                        Forge.header(-7, utopia.authority.credentialSigner()),
                        payload(Purpose.FULL),
                        utopia.authority.sealSigner()))),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        add(
                "signature/forged-under-stale-list",
                "a forgery stays one under a stale list (VER-6)",
                with(seal, 30, seal[30] ^ 0x01),
                NOW.at("2026-12-24T12:00:00Z"),
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
    }

    private static String longer(byte[] cose) {
        CBORObject message = CBORObject.DecodeFromBytes(cose);
        byte[] signature = Forge.joined(message.get(3).GetByteString(), (byte) 0);
        return Forge.text(
                Forge.envelope(message.get(0).GetByteString(), message.get(2).GetByteString(), signature)
                        .EncodeToBytes());
    }
}
