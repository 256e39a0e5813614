package org.stayseal.issuer.issuance;

import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.trust.authority.Authority;

/**
 * From a permit to the bytes that are signed, and from those and a signature to what is handed over. Every result is read back and verified.
 */
@Component
class ItemBytes {

    /** The document code of residence permits in a machine readable zone (Doc 9303-5). */
    private static final String DOCUMENT_CODE = "AR";

    private static final int SIGNATURE_TAG = 0xFF;
    private static final int PAYLOAD = 3;

    private final Authority authority;
    private final SigningDesk desk;
    private final Profiles profiles;

    ItemBytes(Authority authority, SigningDesk desk, Profiles profiles) {
        this.authority = authority;
        this.desk = desk;
        this.profiles = profiles;
    }

    byte[] credentialToSign(
            Permit permit,
            Disclosure.Choices choices,
            Purpose purpose,
            byte[] cti,
            StatusPlace place,
            X509Certificate signer,
            LocalDate today) {
        StatusReference status = new StatusReference(authority.statusUri(place.shard()), place.index());
        return UnsignedCredential.of(
                        new CredentialEncoder(choices, ZoneOffset.UTC)
                                .claims(
                                        permit,
                                        purpose,
                                        today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                                        new CredentialId(cti),
                                        status,
                                        Optional.empty()),
                        signer)
                .toBeSigned();
    }

    byte[] sealToSign(Permit permit, X509Certificate signer, LocalDate today) {
        return SealEncoder.prepare(SealRequest.of(permit, DOCUMENT_CODE, today, profiles), signer)
                .toBeSigned();
    }

    /**
     * The signed bytes.
     *
     * @throws IllegalStateException when they do not read back or do not verify
     */
    byte[] finish(Item item, byte[] toSign, byte[] signature) {
        return item == Item.SEAL ? seal(toSign, signature) : credential(item, toSign, signature);
    }

    /** The 16 bytes under which a seal is revoked. */
    byte[] sealIdentity(byte[] seal) {
        return decoded(seal).identity();
    }

    /** The same, of a seal that was signed but not stored as a whole. */
    byte[] sealIdentity(byte[] toSign, byte[] signature) {
        return sealIdentity(joined(toSign, signature));
    }

    /** The text of a credential's code, {@code RP1:…}. */
    String text(byte[] credential) {
        try {
            return CredentialDecoder.decode(credential).text();
        } catch (FormatException e) {
            throw new IllegalStateException("A stored credential does not decode: " + e.rule() + ".", e);
        }
    }

    private byte[] credential(Item item, byte[] toSign, byte[] signature) {
        byte[] payload = CBORObject.DecodeFromBytes(toSign).get(PAYLOAD).GetByteString();
        UnsignedCredential unsigned = UnsignedCredential.of(payload, desk.certificate(item));
        if (!Arrays.equals(unsigned.toBeSigned(), toSign)) {
            throw new IllegalStateException("The recorded bytes name another signer than the active one.");
        }
        return unsigned.withSignature(signature).bytes();
    }

    private static byte[] joined(byte[] toSign, byte[] signature) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(toSign);
        whole.write(SIGNATURE_TAG);
        whole.writeBytes(DerLength.encode(signature.length));
        whole.writeBytes(signature);
        return whole.toByteArray();
    }

    private byte[] seal(byte[] toSign, byte[] signature) {
        Seal seal = decoded(joined(toSign, signature));
        if (!seal.verifies(desk.certificate(Item.SEAL).getPublicKey()) || !Arrays.equals(seal.signedBytes(), toSign)) {
            throw new IllegalStateException("The seal does not verify over its recorded bytes.");
        }
        return seal.received();
    }

    private static Seal decoded(byte[] seal) {
        try {
            return SealDecoder.decode(seal);
        } catch (FormatException e) {
            throw new IllegalStateException("A stored seal does not decode: " + e.rule() + ".", e);
        }
    }
}
