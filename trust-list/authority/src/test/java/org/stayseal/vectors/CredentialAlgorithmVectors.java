package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;

/** Every algorithm that a credential may name, good, and what is refused about its signatures (CRED-18 to CRED-24). */
final class CredentialAlgorithmVectors extends Cases {
    private final byte[] payload;
    private final Signer p256;
    private final Signer p384;
    private final Signer ed25519;
    private final Signer rsa;

    CredentialAlgorithmVectors(UtopianVectors utopia) {
        super(utopia);
        payload = payload(Purpose.FULL);
        p256 = utopia.authority.credentialSigner();
        p384 = utopia.authority.signer("credential-signer-p384");
        ed25519 = utopia.authority.signer("credential-signer-ed25519");
        rsa = utopia.authority.signer("credential-signer-rsa");
    }

    @Override
    void add() {
        valid("es256", -7, p256);
        valid("esp256", -9, p256);
        valid("es384", -35, p384);
        valid("esp384", -51, p384);
        valid("ed25519", -19, ed25519);
        valid("ps256", -37, rsa);
        lengths("es384", -35, p384);
        lengths("ed25519", -19, ed25519);
        lengths("ps256", -37, rsa);
        mismatches();
        forms();
        unknown("eddsa", -8, ed25519);
        unknown("es512", -36, p384);
        unknown("ps384", -38, rsa);
        unknown("rs256", -257, rsa);
        unknown("esb256", -265, p256);
        unsupported("as-text", CBORObject.FromObject("ES256"));
        unsupported(
                "beyond-64-bits",
                CBORObject.FromObject(BigInteger.ONE.shiftLeft(63).negate().subtract(BigInteger.ONE)));
        add(
                "credential-algorithm/as-bytes",
                "alg is neither an integer nor text (CRED-18a)",
                bytes(Forge.header(payload, p256, header -> header.Set(1, CBORObject.FromObject(new byte[] {7})))),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
    }

    private void mismatches() {
        forged("es256-by-ed25519", "the key is Ed25519, alg says ES256 (CRED-20)", -7, ed25519);
        forged("es256-by-p384", "the key is on P-384, alg says ES256 (CRED-20)", -7, p384);
        forged("es384-by-p256", "the key is on P-256, alg says ES384 (CRED-20)", -35, p256);
        forged("ed25519-by-p256", "the key is on P-256, alg says Ed25519 (CRED-20)", -19, p256);
        forged("ps256-by-p256", "the key is on P-256, alg says PS256 (CRED-20)", -37, p256);
        forged("es256-by-rsa", "the key is RSA, alg says ES256 (CRED-20)", -7, rsa);
    }

    private void forms() {
        byte[] raw = signature(-7, p256);
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        BigInteger r = new BigInteger(1, Arrays.copyOf(raw, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(raw, 32, 64));
        broken("es256-in-der", "a signature in DER (CRED-22)", -7, p256, der(order, r, s));
        broken("es256-r-not-below-order", "r is that of the order (CRED-22)", -7, p256, halves(order, s));
        broken("es256-r-zero", "r is zero (CRED-22)", -7, p256, halves(BigInteger.ZERO, s));
        verifies(
                "es256-twin", "s turned into n - s verifies as well (CRED-21)", -7, p256, halves(r, order.subtract(s)));
        byte[] edwards = signature(-19, ed25519);
        broken("ed25519-s-not-below-order", "S with L added (CRED-23)", -19, ed25519, withOrderAdded(edwards));
        byte[] neutral = edwards.clone();
        Arrays.fill(neutral, 0, 32, (byte) 0);
        neutral[0] = 1;
        broken("ed25519-r-neutral", "R is the neutral point (CRED-23)", -19, ed25519, neutral);
        broken(
                "ed25519-changed-bit",
                "the last bit of R (VER-28)",
                -19,
                ed25519,
                with(edwards, 31, edwards[31] ^ 0x40));
        byte[] pss = signature(-37, rsa);
        broken("ps256-changed-bit", "the last bit (VER-28)", -37, rsa, with(pss, 255, pss[255] ^ 1));
        byte[] ones = new byte[pss.length];
        Arrays.fill(ones, (byte) 0xFF);
        broken("ps256-not-below-modulus", "a number above the modulus (CRED-24)", -37, rsa, ones);
        broken("ps256-zero", "zero (CRED-24)", -37, rsa, new byte[pss.length]);
    }

    private void lengths(String name, int alg, Signer signer) {
        byte[] good = signature(alg, signer);
        String why = " for the algorithm and its key (CRED-20)";
        broken(name + "-too-long", "a byte too many" + why, alg, signer, Forge.joined(good, (byte) 0));
        broken(name + "-too-short", "a byte too few" + why, alg, signer, Arrays.copyOf(good, good.length - 1));
        broken(name + "-with-zero-before", "a zero before it" + why, alg, signer, Forge.joined(new byte[1], good));
        broken(name + "-empty", "no signature (CRED-20)", alg, signer, new byte[0]);
    }

    private void valid(String name, int alg, Signer signer) {
        verifies("valid-" + name, "signed with the number " + alg + " (CRED-18)", alg, signer, signature(alg, signer));
    }

    private void verifies(String name, String why, int alg, Signer signer, byte[] signature) {
        add("credential-algorithm/" + name, why, code(alg, signer, signature), NOW, lists, Outcome.VALID, null);
    }

    private void forged(String name, String why, int alg, Signer signer) {
        broken(name, why, alg, signer, signature(alg, signer));
    }

    private void broken(String name, String why, int alg, Signer signer, byte[] signature) {
        byte[] code = code(alg, signer, signature);
        add("credential-algorithm/" + name, why, code, NOW, lists, Outcome.INVALID, Reason.INVALID_SIGNATURE);
    }

    private void unknown(String name, int alg, Signer signer) {
        String why = "the number " + alg + ", which no credential bears (CRED-18)";
        byte[] code = bytes(Forge.algorithm(alg, payload, signer));
        add("credential-algorithm/" + name, why, code, NOW, lists, Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }

    private void unsupported(String name, CBORObject alg) {
        byte[] code = bytes(Forge.header(payload, p256, header -> header.Set(1, alg)));
        String why = "an alg that no version has (CRED-18)";
        add("credential-algorithm/" + name, why, code, NOW, lists, Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }

    private byte[] signature(int alg, Signer signer) {
        return CBORObject.DecodeFromBytes(Forge.sign(Forge.header(alg, signer), payload, signer))
                .Untag()
                .get(3)
                .GetByteString();
    }

    private byte[] code(int alg, Signer signer, byte[] signature) {
        return bytes(Forge.text(
                Forge.envelope(Forge.header(alg, signer), payload, signature).EncodeToBytes()));
    }

    private static byte[] halves(BigInteger r, BigInteger s) {
        return Forge.joined(padded(r), padded(s));
    }

    private static byte[] padded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] half = new byte[32];
        int skip = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, skip, half, 32 - (bytes.length - skip), bytes.length - skip);
        return half;
    }

    private static byte[] der(BigInteger order, BigInteger r, BigInteger s) {
        try {
            return StandardDSAEncoding.INSTANCE.encode(order, r, s);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** S is little endian, and with L added still fits into 32 bytes. */
    private static byte[] withOrderAdded(byte[] signature) {
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] more = reversed(padded(new BigInteger(1, s).add(order)));
        return Forge.joined(Arrays.copyOf(signature, 32), more);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
