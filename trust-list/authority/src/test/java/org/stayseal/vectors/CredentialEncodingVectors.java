package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;

/** Credentials whose text, CBOR or envelope is wrong in one thing (docs 30, sections 1 to 3), and which are well signed where they can be. */
final class CredentialEncodingVectors extends Cases {
    private final Signer signer;
    private final byte[] payload;
    private final byte[] cose;

    CredentialEncodingVectors(UtopianVectors utopia) {
        super(utopia);
        signer = utopia.authority.credentialSigner();
        payload = payload(Purpose.STAY);
        cose = CredentialBytes.of(utopia.credential(UtopianVectors.permit(), Purpose.STAY, 1));
    }

    @Override
    void add() {
        text();
        issuers();
        maps();
        envelopes();
        headers();
    }

    private void text() {
        String good = Forge.text(cose);
        int left = (good.length() - 4) % 3;
        wrong("base45-one-left-over", "CRED-3a", good + "0".repeat(left == 0 ? 1 : left == 1 ? 0 : 2));
        wrong("base45-last-pair-too-large", "CRED-3d", "RP1:" + "BB8" + "::");
        byte[] zlib = BoundedInflate.deflate(cose);
        byte[] checksum = zlib.clone();
        checksum[checksum.length - 1] ^= 1;
        wrong("zlib-checksum-wrong", "CRED-4a", "RP1:" + Base45.encode(checksum));
        wrong("zlib-cut-short", "CRED-4b", "RP1:" + Base45.encode(Arrays.copyOf(zlib, zlib.length - 6)));
        // The header says that a dictionary is needed (FDICT), and names one.
        wrong("zlib-with-dictionary", "CRED-4c", "RP1:" + Base45.encode(hex("78bb000000010300000001")));
        wrong("inflates-beyond-the-bound", "CRED-4e", Forge.text(repeated(400, 8193)));
        wrong("inflates-beyond-the-ratio", "CRED-4f", Forge.text(new byte[8000]));
        wrong("longer-than-a-qr-code", "CRED-2", "RP1:" + "0".repeat(4293));
    }

    /** What may not stand where the issuing country does: the first value of the payload. */
    private void issuers() {
        wrong("value-longer-than-the-payload", "CRED-10a", issuer("7a000fffff55544f"));
        wrong("payload-cut-short", "CRED-10a", Forge.payload(Arrays.copyOf(payload, payload.length - 1), signer));
        wrong("payload-with-a-byte-after", "CRED-10b", Forge.payload(Forge.joined(payload, (byte) 0xF6), signer));
        wrong("text-of-indefinite-length", "CRED-10c", issuer("7f6355544fff"));
        wrong("array-of-indefinite-length", "CRED-10c", issuer("9f01ff"));
        wrong("stop-code-alone", "CRED-10c", issuer("ff"));
        wrong("head-longer-than-needed", "CRED-10d", issuer("780355544f"));
        wrong("head-longer-than-needed-by-eight", "CRED-10d", issuer("7b000000000000000355544f"));
        wrong("head-reserved", "CRED-10e", issuer("7c"));
        wrong("text-not-utf-8", "CRED-10i", issuer("6355ff4f"));
        wrong("text-with-a-surrogate", "CRED-10i", issuer("63eda080"));
        wrong("text-overlong", "CRED-10i", issuer("63e08181"));
        wrong("float-16", "CRED-10j", issuer("f93c00"));
        wrong("float-32", "CRED-10j", issuer("fa3f800000"));
        wrong("float-64", "CRED-10j", issuer("fb3ff0000000000000"));
        wrong("simple-undefined", "CRED-10k", issuer("f7"));
        wrong("simple-of-two-bytes", "CRED-10k", issuer("f8ff"));
        wrong("tag-bignum", "CRED-10l", issuer("c24101"));
        wrong("tag-self-described", "CRED-10l", issuer("d9d9f76355544f"));
        wrong("nested-too-deep", "CRED-11", issuer("81".repeat(8) + "00"));
    }

    private void maps() {
        byte[] first = Arrays.copyOfRange(payload, 1, 6);
        byte[] second = Arrays.copyOfRange(payload, 6, 12);
        byte[] rest = Arrays.copyOfRange(payload, 12, payload.length);
        byte[] swapped = Forge.joined(Forge.joined(Forge.joined(new byte[] {payload[0]}, second), first), rest);
        wrong("keys-out-of-order", "CRED-10g", Forge.payload(swapped, signer));
        byte[] bytes = Forge.joined(new byte[] {payload[0], 0x41, 1}, Arrays.copyOfRange(payload, 2, payload.length));
        wrong("key-of-bytes", "CRED-10h", Forge.payload(bytes, signer));
        wrong("payload-no-map", "CRED-25a", Forge.payload(hex("8101"), signer));
    }

    private void envelopes() {
        byte[] header = Forge.header(-7, signer);
        wrong(
                "tag-long-form",
                "CRED-15a",
                Forge.text(Forge.joined(hex("d812"), Arrays.copyOfRange(cose, 1, cose.length))));
        wrong("tag-of-a-mac", "CRED-15a", Forge.text(with(cose, 0, 0xD1)));
        wrong("tag-twice", "CRED-10l", Forge.text(Forge.joined(hex("d2"), cose)));
        wrong(
                "envelope-of-five",
                "CRED-15b",
                Forge.text(good().Add(0).WithTag(18).EncodeToBytes()));
        wrong("envelope-no-array", "CRED-15b", Forge.text(hex("d2a0")));
        wrong(
                "payload-detached",
                "CRED-15c",
                Forge.text(good().Set(2, CBORObject.Null).WithTag(18).EncodeToBytes()));
        wrong(
                "signature-as-text",
                "CRED-15c",
                Forge.text(good().Set(3, "signature").WithTag(18).EncodeToBytes()));
        wrong(
                "protected-header-as-map",
                "CRED-15c",
                Forge.text(good().Set(0, CBORObject.DecodeFromBytes(header))
                        .WithTag(18)
                        .EncodeToBytes()));
        wrong("unprotected-header-as-array", "CRED-16a", unprotected(header, CBORObject.NewArray()));
        wrong("protected-header-empty", "CRED-16a", Forge.text(Forge.sign(new byte[0], payload, signer)));
        wrong(
                "key-id-unprotected",
                "CRED-16d",
                unprotected(header, CBORObject.NewMap().Add(4, new byte[8])));
        wrong(
                "algorithm-in-both-headers",
                "CRED-16c",
                unprotected(header, CBORObject.NewMap().Add(1, -7)));
        wrong(
                "algorithms-contradict",
                "CRED-16c",
                unprotected(header, CBORObject.NewMap().Add(1, -35)));
        CBORObject without = CBORObject.DecodeFromBytes(header);
        without.Remove(CBORObject.FromObject(1));
        wrong(
                "algorithm-unprotected-only",
                "CRED-16b",
                unprotected(without.EncodeToBytes(), CBORObject.NewMap().Add(1, -7)));
    }

    private void headers() {
        wrong(
                "header-with-known-crit",
                "CRED-16e",
                Forge.header(
                        payload,
                        signer,
                        header -> header.Add(2, CBORObject.NewArray().Add(1))));
        wrong(
                "header-with-content-type",
                "CRED-16f",
                Forge.header(payload, signer, header -> header.Add(3, "application/cwt")));
        wrong(
                "header-without-algorithm",
                "CRED-16g",
                Forge.header(payload, signer, header -> header.Remove(CBORObject.FromObject(1))));
        wrong(
                "header-without-key-id",
                "CRED-16g",
                Forge.header(payload, signer, header -> header.Remove(CBORObject.FromObject(4))));
        wrong(
                "header-without-type",
                "CRED-16g",
                Forge.header(payload, signer, header -> header.Remove(CBORObject.FromObject(16))));
        wrong(
                "type-as-number",
                "CRED-17",
                Forge.header(payload, signer, header -> header.Set(16, CBORObject.FromObject(61))));
        wrong(
                "key-id-as-text",
                "CRED-19",
                Forge.header(payload, signer, header -> header.Set(4, CBORObject.FromObject("12345678"))));
    }

    private CBORObject good() {
        return CBORObject.DecodeFromBytes(cose).Untag();
    }

    private String unprotected(byte[] header, CBORObject open) {
        byte[] signature = CBORObject.DecodeFromBytes(Forge.sign(header, payload, signer))
                .Untag()
                .get(3)
                .GetByteString();
        return Forge.text(Forge.envelope(header, payload, signature)
                .Untag()
                .Set(1, open)
                .WithTag(18)
                .EncodeToBytes());
    }

    private String issuer(String item) {
        byte[] start = Forge.joined(new byte[] {payload[0], 1}, hex(item));
        return Forge.payload(Forge.joined(start, Arrays.copyOfRange(payload, 6, payload.length)), signer);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Chance that repeats itself, so that it compresses, but not by more than the ratio. */
    private static byte[] repeated(int period, int length) {
        byte[] once = new byte[period];
        new Random(4).nextBytes(once);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = once[i % period];
        }
        return bytes;
    }

    private void wrong(String name, String rule, String text) {
        String why = name.replace('-', ' ') + " (" + rule + ")";
        add("credential-format/" + name, why, bytes(text), NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }
}
