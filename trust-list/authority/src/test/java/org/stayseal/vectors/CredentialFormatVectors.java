package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;

/** Credentials that break one rule of docs 30. */
final class CredentialFormatVectors extends Cases {

    CredentialFormatVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        String good = utopia.credential(UtopianVectors.permit(), Purpose.FULL, 1);
        byte[] cose = CredentialBytes.of(good);
        byte[] payload = payload(Purpose.FULL);
        Signer signer = utopia.authority.credentialSigner();
        wrong(
                "truncated-text",
                "a character is missing at the end (CRED-3a, CRED-3d, CRED-4b, CRED-4a)",
                good.substring(0, good.length() - 1));
        wrong(
                "character-outside-base45",
                "a lower-case letter (CRED-3b)",
                good.substring(0, 40) + "a" + good.substring(41));
        wrong(
                "base45-group-too-large",
                "a group above 65535 (CRED-3c)",
                good.substring(0, 4) + ":::" + good.substring(7));
        wrong("nothing-after-prefix", "only the prefix (CRED-4b)", "RP1:");
        wrong(
                "trailing-byte-after-zlib",
                "a byte after the stream (CRED-4d)",
                "RP1:" + Base45.encode(Forge.joined(BoundedInflate.deflate(cose), (byte) 0)));
        wrong("zlib-bomb", "a million zeros in a small stream (CRED-4e, CRED-4f)", Forge.text(new byte[1_000_000]));
        wrong("not-zlib", "no zlib stream (CRED-4a)", "RP1:" + Base45.encode(cose));
        wrong("trailing-byte-after-credential", "a byte after the item (CRED-10b)", Forge.text(Forge.joined(cose, (byte)
                0)));
        wrong("no-tag", "an untagged array (CRED-15a)", Forge.text(Arrays.copyOfRange(cose, 1, cose.length)));
        wrong(
                "outer-tag-61",
                "a tag outside tag 18 (CRED-15a)",
                Forge.text(Forge.joined(new byte[] {(byte) 0xD8, 61}, cose)));
        wrong(
                "header-with-crit",
                "an unknown critical header (CRED-16e)",
                Forge.header(
                        payload,
                        signer,
                        header -> header.Add(2, CBORObject.NewArray().Add(99)).Add(99, 1)));
        wrong(
                "header-of-another-type",
                "typ of another token (CRED-17)",
                Forge.header(payload, signer, header -> header.Set(16, CBORObject.FromObject("application/cwt"))));
        wrong(
                "key-id-too-short",
                "a key identifier of four bytes (CRED-19)",
                Forge.header(payload, signer, header -> header.Set(4, CBORObject.FromObject(new byte[4]))));
        wrong(
                "payload-not-canonical",
                "a length not in its shortest form (CRED-10d)",
                Forge.payload(
                        Forge.joined(
                                new byte[] {(byte) 0xB8, (byte) (payload[0] & 0x1F)},
                                Arrays.copyOfRange(payload, 1, payload.length)),
                        signer));
        wrong(
                "claim-twice",
                "a map key that comes twice (CRED-10f)",
                Forge.payload(
                        Forge.joined(
                                new byte[] {(byte) (payload[0] + 1), 1, 0x63, 'U', 'T', 'O'},
                                Arrays.copyOfRange(payload, 1, payload.length)),
                        signer));
        wrong(
                "unknown-claim",
                "a claim that version 1 does not have (CRED-25b)",
                changedText(Purpose.FULL, claims -> claims.Add(99, 1)));
        wrong(
                "no-issuer",
                "the issuing country is missing (CRED-25c)",
                changedText(Purpose.FULL, claims -> claims.Remove(CBORObject.FromObject(1))));
        wrong(
                "iat-finer-than-a-day",
                "signed at a second of the day (CRED-28b)",
                changedText(
                        Purpose.FULL,
                        claims -> claims.Set(
                                6,
                                CBORObject.FromObject(
                                        claims.get(CBORObject.FromObject(6)).AsInt64Value() + 1))));
        wrong(
                "longer-than-ten-years",
                "a document of eleven years (CRED-28d)",
                changedText(
                        Purpose.FULL,
                        claims -> claims.Set(
                                4,
                                CBORObject.FromObject(
                                        claims.get(CBORObject.FromObject(5)).AsInt64Value() + 11L * 366 * 86400))));
        wrong(
                "identity-too-short",
                "a cti of eight bytes (CRED-29)",
                changedText(Purpose.FULL, claims -> claims.Set(7, CBORObject.FromObject(new byte[8]))));
        wrong(
                "name-with-direction-override",
                "a character that turns the reading direction (CRED-31b)",
                changedText(Purpose.FULL, claims -> person(claims).Set(7, CBORObject.FromObject("Mus\u202Eter"))));
        wrong(
                "name-not-normalised",
                "a name that is not in normal form C (CRED-32)",
                changedText(Purpose.FULL, claims -> person(claims).Set(7, CBORObject.FromObject("Mu\u0308ster"))));
        wrong(
                "birth-date-impossible",
                "31 February (CRED-43)",
                changedText(Purpose.FULL, claims -> person(claims).Set(8, CBORObject.FromObject("19850231"))));
        wrong(
                "stay-with-nationality",
                "a field that the purpose must not show (CRED-60b)",
                changedText(Purpose.STAY, claims -> person(claims).Add(13, "XXB")));
        wrong(
                "work-without-permit-number",
                "a field that the purpose must show is missing (CRED-60a)",
                changedText(Purpose.WORK, claims -> permit(claims).Remove(CBORObject.FromObject(5))));
        unsupported(
                "algorithm-unknown",
                "an algorithm that this version does not know (CRED-18)",
                Forge.algorithm(-49, payload, signer));
        unsupported(
                "version-2",
                "version 2 of the payload (CRED-26c)",
                changedText(Purpose.FULL, claims -> permit(claims).Set(0, CBORObject.FromObject(2))));
        unsupported(
                "category-unknown",
                "a category that this version does not know (CRED-52)",
                changedText(Purpose.FULL, claims -> permit(claims).Set(2, CBORObject.FromObject(999))));
    }

    private void wrong(String name, String why, String text) {
        add("credential-format/" + name, why, bytes(text), NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void unsupported(String name, String why, String text) {
        add("credential-format/" + name, why, bytes(text), NOW, lists, Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }
}
