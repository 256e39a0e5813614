package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.function.Consumer;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;

/** Continuations that break one rule of docs 32, or one of docs 30 for what is around their claims. */
final class ContinuationFormatVectors extends Cases {

    private final Signer signer;
    private final Paper paper;

    ContinuationFormatVectors(UtopianVectors utopia) {
        super(utopia);
        this.signer = new ContinuationLists(utopia).signer();
        this.paper = new ContinuationVectors(utopia).ordinary();
    }

    @Override
    void add() {
        around();
        header();
        claims();
        map();
        orders();
    }

    private void around() {
        String good = paper.text(signer);
        byte[] message = message(good);
        wrong("nothing-after-prefix", "only the prefix (CRED-4b)", "RPC1:");
        wrong(
                "truncated-text",
                "a character is missing at the end (CRED-3a, CRED-3d, CRED-4b, CRED-4a)",
                good.substring(0, good.length() - 1));
        wrong(
                "character-outside-base45",
                "a lower-case letter (CRED-3b)",
                good.substring(0, 40) + "a" + good.substring(41));
        wrong(
                "trailing-byte-after-zlib",
                "a byte after the stream (CRED-4d)",
                Continuation.PREFIX + Base45.encode(Forge.joined(BoundedInflate.deflate(message), (byte) 0)));
        wrong("zlib-bomb", "a million zeros in a small stream (CRED-4e, CRED-4f)", Paper.text(new byte[1_000_000]));
        wrong("trailing-byte-after-message", "a byte after the item (CRED-10b)", Paper.text(Forge.joined(message, (byte)
                0)));
        wrong("no-tag", "an untagged array (CRED-15a)", Paper.text(Arrays.copyOfRange(message, 1, message.length)));
        unsupported("version-of-the-text", "RPC2: (VER-11)", "RPC2" + good.substring(4));
    }

    private void header() {
        wrong(
                "type-of-a-credential",
                "typ of a residence credential (CONT-3)",
                paper.header(signer, header -> header.Set(16, CBORObject.FromObject(Credential.TYPE))));
        wrong(
                "credential-with-its-type",
                "a continuation as the text of a credential (CRED-17)",
                Forge.text(message(paper.text(signer))));
        wrong(
                "header-with-crit",
                "crit (CRED-16e)",
                paper.header(
                        signer, header -> header.Add(2, CBORObject.NewArray().Add(16))));
        wrong(
                "key-id-too-short",
                "a key identifier of four bytes (CRED-19)",
                paper.header(signer, header -> header.Set(4, CBORObject.FromObject(new byte[4]))));
        unsupported(
                "algorithm-unknown",
                "an algorithm that this version does not know (CRED-18)",
                paper.header(signer, header -> header.Set(1, CBORObject.FromObject(-49))));
    }

    private void claims() {
        byte[] payload = paper.payload(signer);
        wrong(
                "payload-not-canonical",
                "a length not in its shortest form (CRED-10d)",
                Paper.text(Forge.sign(
                        Paper.header(signer),
                        Forge.joined(
                                new byte[] {(byte) 0xB8, (byte) (payload[0] & 0x1F)},
                                Arrays.copyOfRange(payload, 1, payload.length)),
                        signer)));
        wrong(
                "payload-no-map",
                "an array (CONT-4a)",
                Paper.text(Forge.sign(Paper.header(signer), new byte[] {(byte) 0x80}, signer)));
        changed("unknown-claim", "a claim that version 1 does not have (CONT-4b)", claims -> claims.Add(99, 1));
        changed(
                "with-a-person",
                "claim 169: a continuation names nobody (CONT-4b)",
                claims -> claims.Add(169, CBORObject.NewMap().Add(7, "Muster")));
        changed("no-issuer", "the issuing country is missing (CONT-4c)", claims -> claims.Remove(key(1)));
        changed("no-status", "the status entry is missing (CONT-4c)", claims -> claims.Remove(key(65535)));
        changed("no-continuation", "claim -65539 is missing (CONT-4c)", claims -> claims.Remove(key(-65539)));
        changed(
                "issuer-in-small-letters",
                "the issuing country in small letters (CRED-42)",
                claims -> claims.Set(1, key("uto")));
        changed(
                "iat-finer-than-a-day",
                "signed at a second of the day (CRED-28b)",
                claims -> claims.Set(6, key(number(claims, 6) + 1)));
        changed(
                "nbf-not-before-exp",
                "it ends when it begins (CRED-28c)",
                claims -> claims.Set(5, key(number(claims, 4))));
        changed(
                "731-days-and-a-second",
                "one second too long (CONT-6)",
                claims -> claims.Set(4, key(number(claims, 5) + 731L * 86400 + 1)));
        changed("identity-too-short", "a cti of eight bytes (CRED-29)", claims -> claims.Set(7, key(new byte[8])));
        changed(
                "status-uri-without-scheme",
                "a status address of a wrong form (CRED-33c)",
                claims -> claims.get(key(65535)).get("status_list").Set("uri", key("status.example/0")));
    }

    private void map() {
        changed("continuation-no-map", "a list (CONT-5a)", claims -> claims.Set(-65539, CBORObject.NewArray()));
        inside("version-missing", "no version (CONT-5b)", map -> map.Remove(key(0)));
        inside("version-negative", "a negative version (CONT-5b)", map -> map.Set(0, key(-1)));
        add(
                "continuation-format/version-2",
                "version 2 (CONT-5c)",
                bytes(paper.changed(signer, claims -> claims.get(key(-65539)).Set(0, key(2)))),
                NOW,
                trust(ContinuationLists.LISTED),
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        inside("unknown-key", "a key that version 1 does not have (CONT-7)", map -> map.Add(5, 20270228));
        inside("names-nothing", "no hash (CONT-8)", map -> map.Remove(key(1)));
        inside(
                "names-by-sixteen-bytes",
                "the identity itself instead of its hash (CONT-8)",
                map -> map.Set(1, key(new byte[16])));
        inside("names-by-text", "the hash as text (CONT-8)", map -> map.Set(1, key("00".repeat(16))));
        inside(
                "names-several",
                "one continuation is for one code (CONT-8, CONT-14)",
                map -> map.Set(1, CBORObject.NewArray().Add(new byte[32]).Add(new byte[32])));
        inside("number-with-hyphen", "a number of a wrong form (CONT-9)", map -> map.Set(2, key("UT-1234567")));
        inside("number-empty", "an empty text (CRED-30)", map -> map.Set(2, key("")));
        inside("number-too-long", "21 characters (CRED-30)", map -> map.Set(2, key("U".repeat(21))));
        inside("number-no-text", "a number as an integer (CONT-9)", map -> map.Set(2, key(1234567)));
        inside("ground-too-long", "101 bytes (CRED-30)", map -> map.Set(3, key("§".repeat(50) + "1")));
        inside(
                "ground-with-direction-override",
                "a character that turns the reading direction (CRED-31b)",
                map -> map.Set(3, key("Act \u202E81")));
        inside("ground-not-normalised", "not in normal form C (CRED-32)", map -> map.Set(3, key("Absa\u0308tze")));
        inside("ground-ends-with-a-space", "a space at the end (CRED-31a)", map -> map.Set(3, key("Act 81 ")));
        inside("purpose-4", "a purpose that is none (CONT-11)", map -> map.Set(4, key(4)));
        inside("purpose-as-text", "a purpose in words (CONT-11)", map -> map.Set(4, key("full")));
    }

    private void orders() {
        unsupported(
                "order-version-unknown-and-name-missing",
                "of a newer version nothing else is judged (CONT-12)",
                paper.changed(signer, claims -> {
                    claims.get(key(-65539)).Set(0, key(2));
                    claims.get(key(-65539)).Remove(key(1));
                }));
        unsupported(
                "order-algorithm-unknown-and-payload-no-map",
                "the header is judged before the payload (CONT-12)",
                Paper.text(Forge.sign(
                        CBORObject.NewOrderedMap()
                                .Add(1, -49)
                                .Add(4, Credential.keyIdOf(signer.certificate()))
                                .Add(16, Continuation.TYPE)
                                .EncodeToBytes(),
                        new byte[] {(byte) 0x80},
                        signer)));
    }

    private static CBORObject key(Object value) {
        return CBORObject.FromObject(value);
    }

    private static long number(CBORObject claims, int claim) {
        return claims.get(key(claim)).AsInt64Value();
    }

    private void changed(String name, String why, Consumer<CBORObject> change) {
        wrong(name, why, paper.changed(signer, change));
    }

    private void inside(String name, String why, Consumer<CBORObject> change) {
        changed(name, why, claims -> change.accept(claims.get(key(-65539))));
    }

    private static byte[] message(String text) {
        try {
            return Continuation.decode(text).bytes();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wrong(String name, String why, String text) {
        add(
                "continuation-format/" + name,
                why,
                bytes(text),
                NOW,
                trust(ContinuationLists.LISTED),
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
    }

    private void unsupported(String name, String why, String text) {
        add(
                "continuation-format/" + name,
                why,
                bytes(text),
                NOW,
                trust(ContinuationLists.LISTED),
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
    }
}
