package org.stayseal.vectors;

import java.time.LocalDate;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;
import org.stayseal.vectors.Vector.Trust;

/** Permits of a neighbour, and what its keys cannot do, by a list that takes it in (VER-85, docs 40 section 18). */
final class NeighbourVectors extends Cases {

    private static final String PROFILE = "uto-residence-permit";
    private static final PermitChange PERMIT = Atlantis.permit();

    private final Atlantis atlantis;
    private final Trust combined = trust(Atlantis.COMBINED);
    private final Trust withdrawn = trust(Atlantis.WITHDRAWN);

    NeighbourVectors(UtopianVectors utopia) {
        super(utopia);
        this.atlantis = new Atlantis(utopia);
    }

    @Override
    void add() {
        good();
        contained();
        status();
        over();
        withdrawn();
        stolen();
        notices();
    }

    private void good() {
        valid("credential", "a permit of the neighbour (VER-85)", credential(Purpose.FULL, 1), NOW, combined, null);
        valid(
                "seal",
                "a seal of the neighbour, and a bulletin about its signer (VER-85, VER-87)",
                atlantis.seal(PERMIT).received(),
                NOW,
                combined,
                null);
        valid(
                "seal-after-the-bulletin",
                "the bulletin is not shown any more, and judged nothing before (VER-87)",
                atlantis.seal(PERMIT).received(),
                NOW.at("2026-11-24T06:00:00Z"),
                combined,
                null);
        valid(
                "credential-of-utopia",
                "a permit of the list's own country (TRUST-222)",
                credential(UtopianVectors.permit(), Purpose.FULL),
                NOW,
                combined,
                null);
    }

    private void contained() {
        PermitChange utopian = UtopianVectors.permit();
        invalid(
                "its-key-for-a-credential-of-utopia",
                "a key of one country never verifies a permit of another (TRUST-223)",
                bytes(atlantis.credential(utopian, Purpose.FULL, 1, utopia.authority)),
                Reason.OUT_OF_SCOPE);
        invalid(
                "its-key-for-a-seal-of-utopia",
                "a key of one country never verifies a permit of another (TRUST-223)",
                sealOfUtopia(),
                Reason.OUT_OF_SCOPE);
        invalid(
                "utopias-key-for-a-credential-of-it",
                "nor the other way round (TRUST-222)",
                credential(PERMIT, Purpose.FULL),
                Reason.OUT_OF_SCOPE);
        invalid(
                "credential-for-a-purpose-that-is-not-taken",
                "the neighbour signs for banks, and Utopia does not take that (TRUST-223)",
                credential(Purpose.BANK, 1),
                Reason.OUT_OF_SCOPE);
        add(
                "neighbour/in-a-list-without-it",
                "a list that does not take the neighbour in (VER-22)",
                credential(Purpose.FULL, 1),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
        add(
                "neighbour/by-its-own-list-alone",
                "its list, where Utopia's root is pinned (VER-36)",
                credential(Purpose.FULL, 1),
                NOW,
                trust("atlantis.zip"),
                Outcome.INDETERMINATE,
                Reason.UNKNOWN_ROOT);
    }

    private void status() {
        invalid(
                "credential-revoked",
                "status 1 in its own list (TRUST-226)",
                credential(Purpose.FULL, UtopianVectors.REVOKED),
                Reason.REVOKED);
        invalid(
                "credential-suspended",
                "status 2 in its own list (TRUST-226)",
                credential(Purpose.FULL, UtopianVectors.SUSPENDED),
                Reason.SUSPENDED);
        invalid(
                "seal-revoked",
                "in its own seal revocation list (TRUST-226)",
                atlantis.seal(PERMIT.number("XAREVOKED")).received(),
                Reason.REVOKED);
        add(
                "neighbour/credential-with-a-status-list-of-utopia",
                "only the neighbour's own lists answer for its permits (TRUST-226, VER-33)",
                bytes(atlantis.credential(PERMIT, Purpose.FULL, 1, utopia.authority)),
                NOW,
                combined,
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
        add(
                "neighbour/credential-of-utopia-with-a-status-list-of-it",
                "and never for those of others (TRUST-226, VER-33)",
                bytes(utopia.credentialAt(UtopianVectors.permit(), Purpose.FULL, 1, atlantis.authority.statusUri(0))),
                NOW,
                combined,
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
        add(
                "neighbour/credential-without-its-status-list",
                "the neighbour's list of that address did not travel with it (VER-33)",
                bytes(atlantis.credentialAt(PERMIT, Purpose.FULL, 1, atlantis.authority.statusUri(9))),
                NOW,
                combined,
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
    }

    private void over() {
        Asking afterIts = NOW.at("2026-11-27T12:00:00Z");
        add(
                "neighbour/credential-when-its-list-is-over",
                "what was adopted counts no longer than the neighbour says, the combined list does (TRUST-227)",
                credential(Purpose.FULL, 1),
                afterIts,
                combined,
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        add(
                "neighbour/credential-of-utopia-when-its-list-is-over",
                "an old neighbour makes nothing old of this country but what is (TRUST-227)",
                credential(UtopianVectors.permit(), Purpose.FULL),
                afterIts,
                combined,
                Outcome.INDETERMINATE,
                Reason.STATUS_STALE);
        add(
                "neighbour/credential-revoked-when-its-list-is-over",
                "what an old list says against a permit holds (VER-33)",
                credential(Purpose.FULL, UtopianVectors.REVOKED),
                afterIts,
                combined,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void withdrawn() {
        add(
                "neighbour/withdrawn-credential",
                "nothing of a neighbour that was withdrawn counts (TRUST-224)",
                credential(Purpose.FULL, 1),
                NOW,
                withdrawn,
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "neighbour/withdrawn-seal",
                "nothing of a neighbour that was withdrawn counts (TRUST-224)",
                atlantis.seal(PERMIT).received(),
                NOW,
                withdrawn,
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "neighbour/withdrawn-and-a-credential-of-utopia",
                "and nothing else changes (TRUST-224)",
                credential(UtopianVectors.permit(), Purpose.FULL),
                NOW,
                withdrawn,
                Outcome.VALID,
                null);
    }

    private void stolen() {
        Trust lists = trust(Atlantis.STOLEN);
        valid(
                "credential-signed-before-its-key-was-stolen",
                "in the log that the neighbour keeps for it (TRUST-228, VER-80)",
                credential(Purpose.FULL, 1),
                NOW,
                lists,
                null);
        add(
                "neighbour/credential-forged-with-its-stolen-key",
                "not in that log (TRUST-228, VER-80)",
                bytes(atlantis.credential(PERMIT.number("XATHIEF"), Purpose.FULL, 1)),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
    }

    private void notices() {
        valid(
                "credential-extended-by-its-notice",
                "a notice of the neighbour reaches its own permits (TRUST-225)",
                bytes(atlantis.credential(Atlantis.ended(), Purpose.FULL, 1)),
                NOW,
                combined,
                Reason.EXTENDED_BY_NOTICE);
        add(
                "neighbour/credential-of-utopia-not-extended-by-its-notice",
                "and no others (TRUST-225)",
                credential(UtopianVectors.permit().until(LocalDate.of(2026, 11, 19)), Purpose.FULL),
                NOW,
                combined,
                Outcome.INVALID,
                Reason.EXPIRED);
    }

    /** Our encoder refuses to make such a one. */
    private byte[] sealOfUtopia() {
        SealForge forge = new SealForge(atlantis.authority.sealSigner(), "XARP", "10");
        return forge.signed(
                forge.header(4, "UTO", "FB06"),
                SealForge.feature(4, PROFILE, "mrz", SealForge.zone(MrzFormat.TD2, "AR", "UTO")),
                SealForge.feature(4, PROFILE, "passportNumber", "P4711001"));
    }

    private byte[] credential(Purpose purpose, long index) {
        return bytes(atlantis.credential(PERMIT, purpose, index));
    }

    private void valid(
            String name,
            String why,
            byte[] code,
            Asking asked,
            Trust trust,
            @org.jspecify.annotations.Nullable Reason reason) {
        add("neighbour/" + name, why, code, asked, trust, Outcome.VALID, reason);
    }

    private void invalid(String name, String why, byte[] code, Reason reason) {
        add("neighbour/" + name, why, code, NOW, combined, Outcome.INVALID, reason);
    }
}
