package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Trust;

/** Paper codes looked up in shards of the seal revocation list (STATUS-55 to STATUS-59), and suspensions that were lifted. */
final class ListedSealVectors extends Cases {

    private final Trust sharded;
    private final Trust lifted;

    ListedSealVectors(UtopianVectors utopia) {
        super(utopia);
        this.sharded = trust("seals-sharded.zip");
        this.lifted = trust("suspensions-lifted.zip");
    }

    @Override
    void add() {
        Seal revoked = utopia.seal(UtopianVectors.permit().number("UTREVOKED"));
        shard("seal-revoked-in-a-shard", "status 1 in a shard (STATUS-56)", revoked.received(), Reason.REVOKED);
        shard(
                "seal-revoked-in-a-shard-with-s-turned",
                "(r, n - s) has the same identity",
                Twins.of(revoked.received()),
                Reason.REVOKED);
        shard(
                "vds-nc-revoked-in-a-shard",
                "status 1 in a shard (STATUS-56)",
                utopia.revokedVdsNc().getBytes(StandardCharsets.UTF_8),
                Reason.REVOKED);
        shard(
                "idb-revoked-in-a-shard",
                "status 1 in a shard (STATUS-56)",
                bytes(IdbVectors.revoked(new IdbForge(utopia.authority.signer("idb-signer")))
                        .text()),
                Reason.REVOKED);
        Seal suspended = ListedSeals.suspended(utopia);
        Seal superseded = ListedSeals.superseded(utopia);
        shard("seal-suspended-in-a-shard", "status 2 in a shard (STATUS-56)", suspended.received(), Reason.SUSPENDED);
        shard("seal-superseded-in-a-shard", "status 3 in a shard", superseded.received(), Reason.SUPERSEDED);
        shard(
                "seal-that-shares-eight-bytes-with-a-revoked-one",
                "the rest of the identity is not in a shard (STATUS-59)",
                ListedSeals.met(utopia).received(),
                Reason.REVOKED);
        shard(
                "seal-one-bit-from-revoked-ones",
                "seals that differ in one bit of eight bytes are listed, this one is not",
                ListedSeals.missed(utopia).received(),
                null);
        add(
                "status/seal-in-shards-that-are-over",
                "absence counts only in a list that is not stale (STATUS-54)",
                ListedSeals.missed(utopia).received(),
                NOW.at("2026-11-26T12:00:00Z"),
                sharded,
                Outcome.INDETERMINATE,
                Reason.STATUS_STALE);
        String credential = utopia.credential(UtopianVectors.permit(), Purpose.WORK, UtopianVectors.SUSPENDED);
        add(lifted, "credential-whose-suspension-was-lifted", "2 in earlier lists, 0 in these", bytes(credential));
        add(lifted, "seal-whose-suspension-was-lifted", "2 in earlier lists, not in these", suspended.received());
    }

    private void shard(String name, String why, byte[] code, @Nullable Reason reason) {
        add("status/" + name, why, code, NOW, sharded, reason == null ? Outcome.VALID : Outcome.INVALID, reason);
    }

    private void add(Trust trust, String name, String why, byte[] code) {
        add("status/" + name, why, code, NOW, trust, Outcome.VALID, null);
    }
}
