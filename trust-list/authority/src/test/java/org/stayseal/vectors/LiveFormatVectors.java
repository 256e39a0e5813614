package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Live codes that break one rule of docs 33, or one of docs 30 for what is around their claims or inside. */
final class LiveFormatVectors extends Cases {

    private static final Instant NOW_AT = UtopianVectors.NOW;

    private final Device device;
    private final Credential credential;
    private final String good;

    LiveFormatVectors(UtopianVectors utopia) {
        super(utopia);
        this.device = Device.holders(utopia);
        this.credential = device.credential(UtopianVectors.permit(), Purpose.WORK, 1);
        this.good = device.shows(credential, NOW_AT);
    }

    @Override
    void add() {
        around();
        header();
        claims();
        inside();
        orders();
    }

    private void around() {
        byte[] message = Device.message(good);
        wrong("nothing-after-prefix", "only the prefix (CRED-15a)", "RPL1:");
        wrong(
                "truncated-text",
                "a character is missing at the end (CRED-3a, CRED-3d, CRED-10a)",
                good.substring(0, good.length() - 1));
        wrong(
                "character-outside-base45",
                "a lower-case letter (CRED-3b)",
                good.substring(0, 40) + "a" + good.substring(41));
        wrong(
                "compressed",
                "the message in a zlib stream, as a credential is (CRED-15a)",
                "RPL1:" + Base45.encode(BoundedInflate.deflate(message)));
        wrong("trailing-byte", "a byte after the item (CRED-10b)", Device.text(Forge.joined(message, (byte) 0)));
        wrong("no-tag", "an untagged array (CRED-15a)", Device.text(Arrays.copyOfRange(message, 1, message.length)));
        wrong("too-long", "4,298 characters (CRED-2, VER-11)", "RPL1:" + "0".repeat(4_293));
        unsupported("version-of-the-text", "RPL2: (VER-11)", "RPL2" + good.substring(4));
        wrong("as-a-credential", "a live code as the text of a credential (CRED-16g, CRED-17)", Forge.text(message));
        wrong(
                "a-credential-as-a-live-code",
                "a credential as the text of a live code (CRED-16f, LIVE-3)",
                Device.text(credential.bytes()));
    }

    private void header() {
        header(
                "type-of-a-credential",
                "typ of a residence credential (LIVE-3)",
                header -> header.Set(16, CBORObject.FromObject(Credential.TYPE)));
        header(
                "type-of-a-continuation",
                "typ of a continuation (LIVE-3)",
                header -> header.Set(16, CBORObject.FromObject(Continuation.TYPE)));
        header("type-no-text", "a typ that is a number (LIVE-3)", header -> header.Set(16, CBORObject.FromObject(1)));
        header("no-type", "no typ (CRED-16g)", header -> header.Remove(key(16)));
        header("no-algorithm", "no alg (CRED-16g)", header -> header.Remove(key(1)));
        header(
                "with-crit",
                "crit (CRED-16e)",
                header -> header.Add(2, CBORObject.NewArray().Add(16)));
        header(
                "with-a-key-identifier",
                "the key is the credential's to name (CRED-16f)",
                header -> header.Add(4, new byte[8]));
        header(
                "algorithm-no-number",
                "alg is a byte string (CRED-18a)",
                header -> header.Set(1, CBORObject.FromObject(new byte[1])));
        for (int algorithm : new int[] {-35, -19, -37, -8, -49}) {
            unsupported(
                    "algorithm" + algorithm,
                    "device keys are on P-256 (LIVE-4)",
                    device.header(payload(), header -> header.Set(1, CBORObject.FromObject(algorithm))));
        }
        CBORObject open = CBORObject.DecodeFromBytes(Device.message(good)).Untag();
        open.set(1, CBORObject.NewMap().Add(1, -7));
        wrong(
                "alg-in-both-headers",
                "alg in the unprotected header too (CRED-16c)",
                Device.text(open.WithTag(18).EncodeToBytes()));
    }

    private void claims() {
        byte[] payload = payload();
        wrong(
                "payload-not-canonical",
                "a length not in its shortest form (CRED-10d)",
                device.payload(Forge.joined(
                        new byte[] {(byte) 0xB8, (byte) (payload[0] & 0x1F)},
                        Arrays.copyOfRange(payload, 1, payload.length))));
        wrong("payload-no-map", "an array (LIVE-5a)", device.payload(new byte[] {(byte) 0x80}));
        wrong("payload-empty", "no item at all (CRED-10a)", device.payload(new byte[0]));
        changed("unknown-claim", "a claim that this version does not have (LIVE-5b)", claims -> claims.Add(99, 1));
        changed(
                "with-an-expiry",
                "claim 4: readers say how long it counts (LIVE-5b)",
                claims -> claims.Add(4, NOW_AT.getEpochSecond() + 3_600));
        changed("no-time", "the moment is missing (LIVE-5c)", claims -> claims.Remove(key(6)));
        changed("no-credential", "the credential is missing (LIVE-5c)", claims -> claims.Remove(key(-65538)));
        changed("time-negative", "a moment before 1970 (LIVE-6)", claims -> claims.Set(6, key(-1)));
        changed(
                "time-as-text",
                "a moment that is text (LIVE-6)",
                claims -> claims.Set(6, CBORObject.FromObject("now")));
        changed(
                "time-in-milliseconds",
                "a moment beyond the year 9999 (LIVE-6)",
                claims -> claims.Set(6, CBORObject.FromObject(NOW_AT.toEpochMilli())));
        wrong(
                "nonce-of-seven",
                "a nonce of seven bytes (LIVE-7)",
                device.withNonce(credential.bytes(), NOW_AT, new byte[7]));
        wrong(
                "nonce-of-sixty-five",
                "a nonce of 65 bytes (LIVE-7)",
                device.withNonce(credential.bytes(), NOW_AT, new byte[65]));
        changed("nonce-as-text", "a nonce that is text (LIVE-7)", claims -> claims.Add(10, "12345678"));
        changed(
                "credential-as-text",
                "the text of a code instead of its bytes (LIVE-8)",
                claims -> claims.Set(-65538, CBORObject.FromObject(credential.text())));
    }

    private void inside() {
        inside("credential-empty", "no byte inside (CRED-15a)", new byte[0]);
        inside(
                "credential-compressed",
                "the zlib stream of a code inside (CRED-15a)",
                BoundedInflate.deflate(credential.bytes()));
        inside(
                "credential-with-a-byte-after",
                "a byte after the credential (CRED-10b)",
                Forge.joined(credential.bytes(), (byte) 0));
        inside("live-code-inside", "a live code in a live code (CRED-16g, CRED-17)", Device.message(good));
        inside("continuation-inside", "a continuation in a live code (CRED-17)", continuation());
        inside("credential-that-breaks-a-rule", "the credential inside is read to the letter (CRED-25b)", broken());
    }

    private byte[] broken() {
        try {
            return org.stayseal.spec.cwt.CredentialDecoder.bytesOf(
                    changedText(Purpose.WORK, claims -> claims.Add(99, 1)));
        } catch (org.stayseal.spec.FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] continuation() {
        try {
            return Continuation.decode(Paper.of(credential, utopia).text(new ContinuationLists(utopia).signer()))
                    .bytes();
        } catch (org.stayseal.spec.FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void orders() {
        wrong(
                "order-algorithm-unknown-and-another-type",
                "the type is looked at first (LIVE-10)",
                device.header(
                        payload(),
                        header -> header.Set(1, CBORObject.FromObject(-49))
                                .Set(16, CBORObject.FromObject(Credential.TYPE))));
        unsupported(
                "order-algorithm-unknown-and-payload-no-map",
                "the algorithm is looked at before the claims (LIVE-10)",
                device.header(new byte[] {(byte) 0x80}, header -> header.Set(1, CBORObject.FromObject(-49))));
        wrong(
                "order-no-time-around-a-newer-credential",
                "the claims of the proof are looked at before the credential (LIVE-10)",
                device.changed(newer(), NOW_AT, claims -> claims.Remove(key(6))));
        unsupported(
                "credential-of-a-newer-version",
                "the credential inside is of a version to come (CRED-26)",
                device.around(newer(), NOW_AT));
    }

    private byte[] newer() {
        try {
            return org.stayseal.spec.cwt.CredentialDecoder.bytesOf(
                    changedText(Purpose.WORK, claims -> permit(claims).Set(0, key(2))));
        } catch (org.stayseal.spec.FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] payload() {
        return Device.payloadOf(good);
    }

    private static CBORObject key(long number) {
        return CBORObject.FromObject(number);
    }

    private void header(String name, String why, Consumer<CBORObject> change) {
        wrong(name, why, device.header(payload(), change));
    }

    private void changed(String name, String why, Consumer<CBORObject> change) {
        wrong(name, why, device.changed(credential.bytes(), NOW_AT, change));
    }

    private void inside(String name, String why, byte[] bytes) {
        wrong(name, why, device.around(bytes, NOW_AT));
    }

    private void wrong(String name, String why, String text) {
        add("live-format/" + name, why, bytes(text), NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void unsupported(String name, String why, String text) {
        add("live-format/" + name, why, bytes(text), NOW, lists, Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }
}
