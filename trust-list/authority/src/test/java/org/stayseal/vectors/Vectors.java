package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;
import org.stayseal.vectors.Vector.Trust;

/** The list of all vectors. */
final class Vectors {

    private static final Asking NOW = Asking.now();

    private final UtopianVectors utopia;
    private final Trust lists;
    private final List<Vector> all = new ArrayList<>();

    private Vectors(UtopianVectors utopia) {
        this.utopia = utopia;
        this.lists = trust("utopia.zip");
    }

    static List<Vector> of(UtopianVectors utopia) {
        Vectors vectors = new Vectors(utopia);
        vectors.credentials();
        vectors.rights();
        vectors.statuses();
        vectors.credentialFormats();
        vectors.seals();
        vectors.signatures();
        vectors.trust();
        vectors.otherCodes();
        return vectors.all;
    }

    private void credentials() {
        for (Purpose purpose : Purpose.values()) {
            valid(
                    "credential/valid-" + purpose.key(),
                    "the credential for the purpose " + purpose.key() + ", asked for just that",
                    purpose,
                    purpose);
        }
        valid("credential/valid-residence", "asked without a purpose", Purpose.STAY, null);
        valid(
                "credential/valid-full-for-work",
                "the full credential answers every purpose (VER-32)",
                Purpose.FULL,
                Purpose.WORK);
        valid("credential/valid-work-for-stay", "every credential answers stay (VER-32)", Purpose.WORK, Purpose.STAY);
        add(
                "credential/valid-unlimited-right",
                "right until 0: unlimited; the document ends all the same (CRED-53)",
                credential(UtopianVectors.permit().unlimited(), Purpose.FULL),
                NOW,
                lists,
                Outcome.VALID,
                null);
    }

    private void rights() {
        PermitChange permit = UtopianVectors.permit();
        Asking work = NOW.purpose(Purpose.WORK);
        add(
                "right/expired-yesterday",
                "the document's last day was 21 November 2026 (VER-31)",
                credential(permit.until(LocalDate.of(2026, 11, 21)), Purpose.FULL),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "right/last-day-included",
                "the document's last day is today (VER-9)",
                credential(permit.until(LocalDate.of(2026, 11, 22)), Purpose.FULL),
                NOW.at("2026-11-22T23:59:59Z"),
                lists,
                Outcome.VALID,
                null);
        add(
                "right/last-day-over",
                "one second after the last day (VER-9)",
                credential(permit.until(LocalDate.of(2026, 11, 22)), Purpose.FULL),
                NOW.at("2026-11-23T00:00:00Z"),
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "right/not-yet-valid",
                "the right begins on 1 January 2027 (VER-31)",
                credential(permit.rightFrom(LocalDate.of(2027, 1, 1)), Purpose.FULL),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "right/asked-before-signing",
                "asked about a day before it was signed (VER-31)",
                credential(permit, Purpose.FULL),
                NOW.at("2026-11-09T12:00:00Z"),
                lists,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "right/work-none",
                "it says that work is not allowed (VER-32)",
                credential(permit.work(WorkRight.none()), Purpose.WORK),
                work,
                lists,
                Outcome.INVALID,
                Reason.PURPOSE_NOT_GRANTED);
        add(
                "right/work-none-not-asked",
                "work is not allowed, but residence was asked about (VER-32)",
                credential(permit.work(WorkRight.none()), Purpose.WORK),
                NOW,
                lists,
                Outcome.VALID,
                null);
        add(
                "right/work-under-conditions",
                "allowed within the conditions shown (VER-32)",
                credential(permit.work(WorkRight.underConditions("Harvest, May to October")), Purpose.WORK),
                work,
                lists,
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
        add(
                "right/work-separate-permit",
                "only with a separate work permit (VER-32)",
                credential(
                        permit.work(new WorkRight(WorkRight.Access.SEPARATE_PERMIT, Optional.empty())), Purpose.WORK),
                work,
                lists,
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
        add(
                "right/stay-credential-asked-for-work",
                "silent on work (VER-32)",
                credential(permit, Purpose.STAY),
                work,
                lists,
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        add(
                "right/bank-credential-asked-at-border",
                "silent on what a border asks (VER-32)",
                credential(permit, Purpose.BANK),
                NOW.purpose(Purpose.FULL),
                lists,
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        add(
                "right/live-only-without-proof",
                "to be shown live only, and no proof came with it (VER-4, VER-34)",
                credential(permit.liveOnly(), Purpose.FULL),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
    }

    private void statuses() {
        PermitChange permit = UtopianVectors.permit();
        add(
                "status/revoked",
                "status 1 (VER-33)",
                bytes(utopia.credential(permit, Purpose.WORK, UtopianVectors.REVOKED)),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.REVOKED);
        add(
                "status/suspended",
                "status 2 (VER-33)",
                bytes(utopia.credential(permit, Purpose.WORK, UtopianVectors.SUSPENDED)),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.SUSPENDED);
        add(
                "status/superseded",
                "status 3 (VER-33)",
                bytes(utopia.credential(permit, Purpose.WORK, UtopianVectors.SUPERSEDED)),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.SUPERSEDED);
        add(
                "status/index-out-of-range",
                "the list has no such entry (VER-33)",
                bytes(utopia.credential(permit, Purpose.WORK, 1024)),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
        add(
                "status/no-such-list",
                "the snapshot has no list of that address (VER-33)",
                changed(
                        Purpose.WORK,
                        claims -> claims.get(CBORObject.FromObject(65535))
                                .get("status_list")
                                .Set("uri", CBORObject.FromObject("https://permits.utopia.example/status/9"))),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
        add(
                "status/stale",
                "the status list is over, the trust list is not (VER-33)",
                credential(permit, Purpose.FULL),
                NOW.at("2026-11-26T12:00:00Z"),
                lists,
                Outcome.INDETERMINATE,
                Reason.STATUS_STALE);
        add(
                "status/revoked-in-stale-list",
                "what an old list says against a permit holds (VER-33)",
                bytes(utopia.credential(permit, Purpose.FULL, UtopianVectors.REVOKED)),
                NOW.at("2026-11-26T12:00:00Z"),
                lists,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void credentialFormats() {
        String good = utopia.credential(UtopianVectors.permit(), Purpose.FULL, 1);
        byte[] cose = CredentialBytes.of(good);
        byte[] payload = payload(Purpose.FULL);
        Signer signer = utopia.authority.credentialSigner();
        wrong(
                "truncated-text",
                "a character is missing at the end (CRED-3, CRED-4)",
                good.substring(0, good.length() - 1));
        wrong(
                "character-outside-base45",
                "a lower-case letter (CRED-3)",
                good.substring(0, 40) + "a" + good.substring(41));
        wrong(
                "base45-group-too-large",
                "a group above 65535 (CRED-3)",
                good.substring(0, 4) + ":::" + good.substring(7));
        wrong("nothing-after-prefix", "only the prefix (CRED-4)", "RP1:");
        wrong(
                "trailing-byte-after-zlib",
                "a byte after the stream (CRED-4)",
                "RP1:" + Base45.encode(Forge.joined(Forge.zlib(cose), (byte) 0)));
        wrong("zlib-bomb", "a million zeros in a small stream (CRED-4)", Forge.text(new byte[1_000_000]));
        wrong("not-zlib", "no zlib stream (CRED-4)", "RP1:" + Base45.encode(cose));
        wrong("trailing-byte-after-credential", "a byte after the item (CRED-10)", Forge.text(Forge.joined(cose, (byte)
                0)));
        wrong("no-tag", "an untagged array (CRED-15)", Forge.text(Arrays.copyOfRange(cose, 1, cose.length)));
        wrong(
                "outer-tag-61",
                "a tag outside tag 18 (CRED-15)",
                Forge.text(Forge.joined(new byte[] {(byte) 0xD8, 61}, cose)));
        wrong(
                "header-with-crit",
                "an unknown critical header (CRED-16)",
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
                "a length not in its shortest form (CRED-10)",
                Forge.payload(
                        Forge.joined(
                                new byte[] {(byte) 0xB8, (byte) (payload[0] & 0x1F)},
                                Arrays.copyOfRange(payload, 1, payload.length)),
                        signer));
        wrong(
                "claim-twice",
                "a map key that comes twice (CRED-10)",
                Forge.payload(
                        Forge.joined(
                                new byte[] {(byte) (payload[0] + 1), 1, 0x63, 'U', 'T', 'O'},
                                Arrays.copyOfRange(payload, 1, payload.length)),
                        signer));
        wrong(
                "unknown-claim",
                "a claim that version 1 does not have (CRED-25)",
                changedText(Purpose.FULL, claims -> claims.Add(99, 1)));
        wrong(
                "no-issuer",
                "the issuing country is missing (CRED-25)",
                changedText(Purpose.FULL, claims -> claims.Remove(CBORObject.FromObject(1))));
        wrong(
                "iat-finer-than-a-day",
                "signed at a second of the day (CRED-28)",
                changedText(
                        Purpose.FULL,
                        claims -> claims.Set(
                                6,
                                CBORObject.FromObject(
                                        claims.get(CBORObject.FromObject(6)).AsInt64Value() + 1))));
        wrong(
                "longer-than-ten-years",
                "a document of eleven years (CRED-28)",
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
                "a character that turns the reading direction (CRED-31)",
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
                "a field that the purpose must not show (CRED-60)",
                changedText(Purpose.STAY, claims -> person(claims).Add(13, "XXB")));
        wrong(
                "work-without-permit-number",
                "a field that the purpose must show is missing (CRED-60)",
                changedText(Purpose.WORK, claims -> permit(claims).Remove(CBORObject.FromObject(5))));
        unsupported(
                "algorithm-unknown",
                "an algorithm that this version does not know (CRED-18)",
                Forge.algorithm(-49, payload, signer));
        unsupported(
                "version-2",
                "version 2 of the payload (CRED-26)",
                changedText(Purpose.FULL, claims -> permit(claims).Set(0, CBORObject.FromObject(2))));
        unsupported(
                "category-unknown",
                "a category that this version does not know (CRED-52)",
                changedText(Purpose.FULL, claims -> permit(claims).Set(2, CBORObject.FromObject(999))));
    }

    private void seals() {
        byte[] seal = utopia.seal(UtopianVectors.permit()).received();
        add("seal/valid", "a paper permit's seal", seal, NOW, lists, Outcome.VALID, null);
        add("seal/valid-at-border", "asked at a border", seal, NOW.purpose(Purpose.FULL), lists, Outcome.VALID, null);
        add(
                "seal/silent-on-work",
                "a paper permit says nothing about work (VER-32)",
                seal,
                NOW.purpose(Purpose.WORK),
                lists,
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        add(
                "seal/expired",
                "the end date of its MRZ is over (VER-31)",
                utopia.seal(UtopianVectors.permit().until(LocalDate.of(2026, 11, 21)))
                        .received(),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "seal/not-yet-valid",
                "its document issue date, the first day on which it counts, is 1 January 2027 (VDS-7, VER-31)",
                utopia.seal(UtopianVectors.permit().rightFrom(LocalDate.of(2027, 1, 1)))
                        .received(),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "seal/revoked",
                "its identity is in the seal revocation list (VER-33)",
                utopia.seal(UtopianVectors.permit().number("UTREVOKED")).received(),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.REVOKED);
        add(
                "seal/truncated",
                "it ends in its signature (VDS-2)",
                Arrays.copyOf(seal, seal.length - 1),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        add(
                "seal/trailing-byte",
                "a byte after the signature (VDS-13)",
                Forge.joined(seal, (byte) 0),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        add(
                "seal/no-signature",
                "it ends after its message zone (VDS-13)",
                Arrays.copyOf(seal, seal.length - 66),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        add(
                "seal/version-5",
                "a newer version (VDS-3)",
                with(seal, 1, 0x04),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        add(
                "seal/another-type",
                "a type that its signer may not sign (VER-27)",
                with(seal, seal.length - 66 - 58 - 1, 0x08),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        byte[] unknown = seal.clone();
        byte[] reference = C40.encode("UTTS025C");
        System.arraycopy(reference, 0, unknown, 4, reference.length);
        add(
                "seal/unknown-signer",
                "a certificate reference that no list names (VER-22)",
                unknown,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
    }

    private void signatures() {
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

    private void trust() {
        byte[] credential = credential(UtopianVectors.permit(), Purpose.FULL);
        byte[] seal = utopia.seal(UtopianVectors.permit()).received();
        add(
                "trust/no-list",
                "the verifier has no list (VER-21)",
                credential,
                NOW,
                new Trust(lists.root(), Optional.empty()),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        add(
                "trust/unknown-root",
                "a complete snapshot under another root than the given one (VER-21, VER-36)",
                credential,
                NOW,
                new Trust("00".repeat(32), lists.snapshot()),
                Outcome.INDETERMINATE,
                Reason.UNKNOWN_ROOT);
        add(
                "trust/stale-list",
                "the trust list is over (VER-21)",
                credential,
                NOW.at("2026-12-24T12:00:00Z"),
                lists,
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        add(
                "trust/clock-before-lists",
                "the machine's clock is a day behind the lists (VER-29)",
                credential,
                NOW.clock("2026-11-21T12:00:00Z"),
                lists,
                Outcome.INDETERMINATE,
                Reason.CLOCK_UNRELIABLE);
        add(
                "trust/corrupt-snapshot",
                "a byte of the trust list was changed (TRUST-62)",
                credential,
                NOW,
                trust("corrupt.zip"),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        add(
                "trust/mixed-snapshot",
                "the trust list is of another publication than the manifest (TRUST-62)",
                credential,
                NOW,
                trust("mixed.zip"),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        add(
                "trust/credential-signer-revoked",
                "the list shows the signer as revoked (VER-25)",
                credential,
                NOW,
                trust("signers-revoked.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "trust/seal-signer-revoked",
                "the list shows the signer as revoked (VER-25)",
                seal,
                NOW,
                trust("signers-revoked.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        byte[] early = utopia.seal(UtopianVectors.permit().issued(LocalDate.of(2026, 10, 10)))
                .received();
        add(
                "trust/signed-before-the-key-did",
                "dated before its key began to sign (VER-27)",
                early,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }

    private void otherCodes() {
        other("web-address", "a web address", "https://example.org/permit?id=1", Reason.NOT_A_PERMIT);
        other("health-certificate", "a code of another scheme", "HC1:6BFOXN%TSMAHN", Reason.NOT_A_PERMIT);
        other("lower-case-prefix", "upper and lower case differ (VER-11)", "rp1:6BF", Reason.NOT_A_PERMIT);
        other("live-code", "a live code, which this version does not read (VER-11)", "RPL1:6BFOXN", Reason.UNSUPPORTED);
        other("newer-credential", "version 2 of the credential's prefix (VER-11)", "RP2:NCFOXN", Reason.UNSUPPORTED);
        other(
                "icao-datastructure",
                "an IDB, which this version does not read (VER-11)",
                "RDB1AMFRGG",
                Reason.UNSUPPORTED);
        other(
                "vds-nc",
                "a VDS-NC, which this version does not read (VER-11)",
                "{\"data\":{\"hdr\":{}},\"sig\":{}}",
                Reason.UNSUPPORTED);
    }

    private void other(String name, String why, String text, Reason reason) {
        add(
                "other/" + name,
                why,
                bytes(text),
                NOW,
                lists,
                reason == Reason.UNSUPPORTED ? Outcome.INDETERMINATE : Outcome.INVALID,
                reason);
    }

    private void valid(String name, String why, Purpose purpose, @Nullable Purpose asked) {
        add(
                name,
                why,
                credential(UtopianVectors.permit(), purpose),
                asked == null ? NOW : NOW.purpose(asked),
                lists,
                Outcome.VALID,
                null);
    }

    private void wrong(String name, String why, String text) {
        add("credential-format/" + name, why, bytes(text), NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void unsupported(String name, String why, String text) {
        add("credential-format/" + name, why, bytes(text), NOW, lists, Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }

    private void add(
            String name, String why, byte[] code, Asking asked, Trust trust, Outcome outcome, @Nullable Reason reason) {
        all.add(new Vector(name, why, code, asked, trust, outcome, Optional.ofNullable(reason)));
    }

    private Trust trust(String snapshot) {
        return new Trust(utopia.authority.rootFingerprint().hex(), Optional.of(snapshot));
    }

    private byte[] credential(PermitChange permit, Purpose purpose) {
        return bytes(utopia.credential(permit, purpose, 1));
    }

    private byte[] payload(Purpose purpose) {
        return UnsignedCredential.of(
                        utopia.claims(UtopianVectors.permit(), purpose, 1),
                        utopia.authority.credentialSigner().certificate())
                .payload();
    }

    private byte[] changed(Purpose purpose, Consumer<CBORObject> change) {
        return bytes(changedText(purpose, change));
    }

    private String changedText(Purpose purpose, Consumer<CBORObject> change) {
        return Forge.claims(payload(purpose), utopia.authority.credentialSigner(), change);
    }

    private static CBORObject person(CBORObject claims) {
        return claims.get(CBORObject.FromObject(169));
    }

    private static CBORObject permit(CBORObject claims) {
        return claims.get(CBORObject.FromObject(-65537));
    }

    private static String longer(byte[] cose) {
        CBORObject message = CBORObject.DecodeFromBytes(cose);
        byte[] signature = Forge.joined(message.get(3).GetByteString(), (byte) 0);
        return Forge.text(
                Forge.envelope(message.get(0).GetByteString(), message.get(2).GetByteString(), signature)
                        .EncodeToBytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] with(byte[] code, int at, int value) {
        byte[] changed = code.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] zeroed(byte[] code, int last) {
        byte[] changed = code.clone();
        Arrays.fill(changed, changed.length - last, changed.length, (byte) 0);
        return changed;
    }
}
