package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Revoked, suspended, superseded, stale, unknown (VER-33). */
final class StatusVectors extends Cases {

    StatusVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
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
}
