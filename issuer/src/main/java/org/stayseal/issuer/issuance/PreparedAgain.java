package org.stayseal.issuer.issuance;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.issuance.PermitRows.ItemRow;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.signing.SigningDesk;
import org.stayseal.issuer.status.StatusPlace;

/**
 * What was recorded for a key that signs no more is prepared for the one that does, with the same identity and status place, as of today: a rotation costs nobody his permit.
 *
 * <p>Never what a key was asked to sign already: an item is signed over one content.
 */
@Component
class PreparedAgain {

    private final JdbcClient database;
    private final SigningDesk desk;
    private final ItemBytes items;
    private final Clock clock;

    PreparedAgain(JdbcClient database, SigningDesk desk, ItemBytes items, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.items = items;
        this.clock = clock;
    }

    /** The row as it is to be signed now. */
    ItemRow forTheKeyOfNow(Claim claim, IssuedPermit permit, ItemRow row) {
        X509Certificate now = desk.certificate(row.item());
        byte[] key = SigningDesk.nameOf(now);
        if (row.preparedFor().filter(before -> !Arrays.equals(before, key)).isEmpty()
                || wasAsked(permit.number(), row.item())) {
            return row;
        }
        byte[] toSign = toSign(permit, row, now);
        String mine = " AND finished IS NULL AND EXISTS (SELECT 1 FROM permit WHERE number = ? AND claim = ?)";
        int changed = row.item() == Item.SEAL
                ? database.sql("UPDATE seal SET to_sign = ?, prepared_for = ? WHERE permit = ?" + mine)
                        .params(toSign, key, permit.number(), permit.number(), claim.token())
                        .update()
                : database.sql("UPDATE credential SET to_sign = ?, prepared_for = ? WHERE permit = ? AND purpose = ?"
                                + mine)
                        .params(toSign, key, permit.number(), row.item().key(), permit.number(), claim.token())
                        .update();
        if (changed == 0) {
            throw new Claim.Lost(claim);
        }
        return new ItemRow(row.item(), toSign, row.finished(), row.shard(), row.index(), Optional.of(key));
    }

    private byte[] toSign(IssuedPermit permit, ItemRow row, X509Certificate now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (row.item() == Item.SEAL) {
            return items.sealToSign(permit.permit(), now, today);
        }
        byte[] cti = database.sql("SELECT cti FROM credential WHERE permit = ? AND purpose = ?")
                .params(permit.number(), row.item().key())
                .query(byte[].class)
                .single();
        return items.credentialToSign(
                permit.permit(),
                permit.choices(),
                row.item().purpose().orElseThrow(),
                cti,
                new StatusPlace(row.shard(), row.index()),
                now,
                today);
    }

    private boolean wasAsked(String permit, Item item) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM signing_token WHERE permit = ? AND item = ? AND redeemed_at IS NOT NULL)")
                .params(permit, item.key())
                .query(Boolean.class)
                .single();
    }
}
