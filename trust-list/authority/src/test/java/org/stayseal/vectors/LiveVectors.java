package org.stayseal.vectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;
import org.stayseal.vectors.Vector.Trust;

/** Live codes: good and fresh, stale, altered, and around credentials that would not be VALID by themselves (docs 60, part 11). */
final class LiveVectors extends Cases {

    private static final Instant NOW_AT = UtopianVectors.NOW;
    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8};

    private final Device device;
    private final Device other;
    private final PermitChange permit = UtopianVectors.permit();

    LiveVectors(UtopianVectors utopia) {
        super(utopia);
        this.device = Device.holders(utopia);
        this.other = Device.anothers(utopia);
    }

    @Override
    void add() {
        fresh();
        stale();
        altered();
        liveOnly();
        judgedInFull();
        besides();
    }

    private void fresh() {
        for (Purpose purpose : Purpose.values()) {
            valid("valid-" + purpose.key(), "shown live (VER-107)", shown(purpose, 0), NOW);
        }
        valid(
                "with-a-nonce",
                "a nonce that nobody asked for judges nothing (VER-109)",
                device.shows(bound(Purpose.FULL), NOW_AT, Optional.of(NONCE)),
                NOW);
        valid("oldest", "90 seconds old (VER-106)", shown(Purpose.FULL, -90), NOW);
        valid("most-ahead", "30 seconds to come: clocks differ (VER-106)", shown(Purpose.FULL, 30), NOW);
        valid(
                "at-a-moment",
                "fresh at the moment asked about, whatever the clock says (VER-106)",
                shown(Purpose.FULL, 0),
                NOW.clock("2026-11-24T12:00:00Z").at(NOW_AT.toString()));
        valid(
                "oldest-and-a-fraction",
                "of the moment asked about the fraction is left out (VER-106)",
                shown(Purpose.FULL, -90),
                NOW.at("2026-11-22T12:00:00.999Z"));
        live(
                "work-under-conditions",
                "conditions lead, shown live or not (VER-5)",
                device.shows(
                        device.credential(permit.work(WorkRight.underConditions("As a cook")), Purpose.WORK, 1),
                        NOW_AT),
                NOW.purpose(Purpose.WORK),
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
    }

    private void stale() {
        valid("stale-by-a-second", "91 seconds old: compare the face (VER-106)", shown(Purpose.FULL, -91), NOW);
        valid(
                "screenshot",
                "five minutes old: a screenshot shows no device (VER-106)",
                shown(Purpose.WORK, -300),
                NOW.purpose(Purpose.WORK));
        valid("ahead-by-a-second-too-many", "31 seconds to come (VER-106)", shown(Purpose.FULL, 31), NOW);
        valid("made-for-tomorrow", "a proof made in advance (VER-106)", shown(Purpose.FULL, 86_400), NOW);
        valid(
                "at-a-later-moment",
                "stale at the moment asked about (VER-106)",
                shown(Purpose.FULL, 0),
                NOW.at("2026-11-22T12:01:31Z"));
        valid(
                "the-credential-alone",
                "the credential out of a live code, without the proof: compare the face (VER-34)",
                bound(Purpose.FULL).text(),
                NOW);
    }

    private void altered() {
        String good = shown(Purpose.FULL, 0);
        altered("proof-altered", "a byte of the proof changed (VER-105)", Device.altered(good));
        altered("proof-empty", "no proof at all (VER-105)", Device.shortened(good, 64));
        altered("proof-too-short", "a proof of 63 bytes (VER-105)", Device.shortened(good, 1));
        altered(
                "by-another-device",
                "a proof by another key than the one it is bound to (VER-105)",
                other.around(bound(Purpose.FULL).bytes(), NOW_AT));
        altered(
                "by-the-device-of-another-purpose",
                "each purpose has its own device key (VER-105)",
                device.around(other.credential(permit, Purpose.WORK, 1).bytes(), NOW_AT));
        altered(
                "bound-to-no-device",
                "a credential without cnf (VER-105)",
                device.around(Device.unbound(utopia, permit, Purpose.FULL).bytes(), NOW_AT));
        altered(
                "bound-to-no-point",
                "a cnf that is no point of its curve (VER-105)",
                device.around(
                        device.credential(permit, Purpose.FULL, 1, new DeviceKey(new byte[32], new byte[32]))
                                .bytes(),
                        NOW_AT));
        altered(
                "time-changed",
                "an old proof dated anew (VER-105)",
                swapped(shown(Purpose.FULL, -300), Device.payloadOf(good)));
        altered("stale-and-altered", "altered leads over stale (VER-105)", Device.altered(shown(Purpose.FULL, -300)));
        live(
                "altered-and-revoked",
                "a proof that is wrong is graver than a status (VER-5)",
                Device.altered(device.shows(device.credential(permit, Purpose.FULL, UtopianVectors.REVOKED), NOW_AT)),
                NOW,
                Outcome.INVALID,
                Reason.ALTERED_LIVE_CODE);
    }

    private void liveOnly() {
        Credential only = device.credential(permit.liveOnly(), Purpose.FULL, 1);
        valid("live-only", "live only, and shown live (VER-108)", device.shows(only, NOW_AT), NOW);
        live(
                "live-only-stale",
                "live only, and a screenshot (VER-108)",
                device.shows(only, NOW_AT.minusSeconds(300)),
                NOW,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
        live(
                "live-only-to-come",
                "live only, and made in advance (VER-108)",
                device.shows(only, NOW_AT.plusSeconds(3_600)),
                NOW,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
        live(
                "live-only-alone",
                "live only, and the proof taken away (VER-108)",
                only.text(),
                NOW,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
        live(
                "live-only-altered",
                "live only, and a wrong proof (VER-105)",
                Device.altered(device.shows(only, NOW_AT)),
                NOW,
                Outcome.INVALID,
                Reason.ALTERED_LIVE_CODE);
        live(
                "live-only-stale-beside-its-passport",
                "papers that fit are no proof of the device (VER-108)",
                device.shows(only, NOW_AT.minusSeconds(300)),
                NOW.passportMrz(Zones.passport().text()),
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
        live(
                "live-only-bound-to-no-device",
                "live only, and never bound (VER-108)",
                device.around(
                        Device.unbound(utopia, permit.liveOnly(), Purpose.FULL).bytes(), NOW_AT),
                NOW,
                Outcome.INVALID,
                Reason.ALTERED_LIVE_CODE);
    }

    /** The credential inside is judged as if it had been shown by itself. */
    private void judgedInFull() {
        refused("revoked", "status 1 (VER-33)", UtopianVectors.REVOKED, Reason.REVOKED);
        refused("suspended", "status 2 (VER-33)", UtopianVectors.SUSPENDED, Reason.SUSPENDED);
        refused("superseded", "status 3 (VER-33)", UtopianVectors.SUPERSEDED, Reason.SUPERSEDED);
        live(
                "expired",
                "over, shown live or not (VER-31)",
                device.shows(device.credential(permit.until(LocalDate.of(2026, 11, 20)), Purpose.FULL, 1), NOW_AT),
                NOW,
                Outcome.INVALID,
                Reason.EXPIRED);
        live(
                "credential-forged",
                "a proof by a key that nobody signed shows nothing (VER-107)",
                device.around(forged(bound(Purpose.FULL)), NOW_AT),
                NOW,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        live(
                "without-lists",
                "without lists nobody vouches for the device's key (VER-107)",
                shown(Purpose.FULL, 0),
                NOW,
                new Trust(lists.root(), Optional.empty()),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        live(
                "another-purpose",
                "a code for stay says nothing of work (VER-32)",
                shown(Purpose.STAY, 0),
                NOW.purpose(Purpose.WORK),
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
    }

    private void besides() {
        Credential credential = bound(Purpose.FULL);
        live(
                "beside-another-passport",
                "live, and beside a passport of somebody else (VER-45)",
                device.shows(credential, NOW_AT),
                NOW.passportMrz(Zones.passport().name("Munster", "Olena Vera").text()),
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
        valid(
                "beside-its-passport",
                "live, and beside its passport: the stronger word leads (VER-3)",
                device.shows(credential, NOW_AT),
                NOW.passportMrz(Zones.passport().text()));
        Credential over = device.credential(ExtensionVectors.ending(20), Purpose.FULL, 1);
        live(
                "continued",
                "a continuation names the credential in a live code (VER-92)",
                device.shows(over, NOW_AT),
                NOW.beside(Paper.of(over, utopia).text(new ContinuationLists(utopia).signer())),
                trust(ContinuationLists.LISTED),
                Outcome.VALID,
                Reason.EXTENDED_BY_CONTINUATION);
    }

    private String shown(Purpose purpose, int seconds) {
        return device.shows(bound(purpose), NOW_AT.plus(Duration.ofSeconds(seconds)));
    }

    private Credential bound(Purpose purpose) {
        return device.credential(permit, purpose, 1);
    }

    private static byte[] forged(Credential credential) {
        byte[] bytes = credential.bytes();
        bytes[bytes.length - 1] ^= 1;
        return bytes;
    }

    /** The proof of one live code around the claims of another. */
    private static String swapped(String proof, byte[] payload) {
        com.upokecenter.cbor.CBORObject envelope = com.upokecenter.cbor.CBORObject.DecodeFromBytes(
                        Device.message(proof))
                .Untag();
        return Device.text(Forge.envelope(
                        envelope.get(0).GetByteString(),
                        payload,
                        envelope.get(3).GetByteString())
                .EncodeToBytes());
    }

    private void refused(String name, String why, long index, Reason reason) {
        live(
                name,
                why,
                device.shows(device.credential(permit, Purpose.FULL, index), NOW_AT),
                NOW,
                Outcome.INVALID,
                reason);
    }

    private void altered(String name, String why, String text) {
        live(name, why, text, NOW, Outcome.INVALID, Reason.ALTERED_LIVE_CODE);
    }

    private void valid(String name, String why, String text, Asking asked) {
        live(name, why, text, asked, Outcome.VALID, null);
    }

    private void live(String name, String why, String text, Asking asked, Outcome outcome, @Nullable Reason reason) {
        live(name, why, text, asked, lists, outcome, reason);
    }

    private void live(
            String name, String why, String text, Asking asked, Trust trust, Outcome outcome, @Nullable Reason reason) {
        add("live/" + name, why, bytes(text), asked, trust, outcome, reason);
    }
}
