package org.stayseal.issuer.signing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.issuedlog.ContentDigest;
import org.stayseal.issuer.issuedlog.IssuedLog;
import org.stayseal.issuer.lint.Item;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.log.LogLeaf;

/** Appends to the issued log, once, the signatures that were made before there was one: else a theft would refuse those permits. */
@Component
class EarlierSignatures {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierSignatures.class);

    private final JdbcClient database;
    private final IssuedLog log;

    /** Before anything is signed or published: whoever needs a signature or a head waits for this. */
    EarlierSignatures(JdbcClient database, IssuedLog log, PlatformTransactionManager transactions) {
        this.database = database;
        this.log = log;
        new TransactionTemplate(transactions).executeWithoutResult(running -> append());
    }

    private void append() {
        // Several issuers may start at once; each waits here and finds the rest.
        database.sql("SELECT size FROM issued_log WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
        List<Earlier> all = database.sql("""
                        SELECT s.token, s.item, s.digest, s.signature, s.certificate, coalesce(c.to_sign, p.to_sign) AS to_sign
                        FROM signature_record s
                        LEFT JOIN credential c ON c.permit = s.permit AND c.purpose = s.item
                        LEFT JOIN seal p ON p.permit = s.permit AND s.item = 'seal'
                        WHERE NOT s.logged ORDER BY s.signed_at, s.permit, s.item
                        """)
                .query((row, count) -> new Earlier(
                        row.getObject("token", UUID.class),
                        Item.valueOf(row.getString("item").toUpperCase(Locale.ROOT)),
                        row.getBytes("digest"),
                        row.getBytes("signature"),
                        row.getBytes("certificate"),
                        Optional.ofNullable(row.getBytes("to_sign"))))
                .list();
        List<Earlier> good = all.stream().filter(Earlier::isOfWhatIsRecorded).toList();
        if (!good.isEmpty()) {
            log.append(good.stream().map(Earlier::leaf).toList());
            good.forEach(one -> database.sql("UPDATE signature_record SET logged = true WHERE token = ?")
                    .param(one.token())
                    .update());
            LOG.info("{} earlier signatures were appended to the issued log", good.size());
        }
        if (good.size() < all.size()) {
            LOG.error(
                    "{} earlier signatures are over other bytes than those that are recorded, and stay out of the issued log: {}",
                    all.size() - good.size(),
                    all.stream()
                            .filter(one -> !one.isOfWhatIsRecorded())
                            .map(Earlier::token)
                            .toList());
        }
    }

    /** A signature that is not in the log. */
    private record Earlier(
            UUID token, Item item, byte[] digest, byte[] signature, byte[] certificate, Optional<byte[]> toSign) {

        /** Bytes may have been prepared again since: a leaf of those would vouch for what was never signed. */
        boolean isOfWhatIsRecorded() {
            return toSign.filter(bytes -> Arrays.equals(Sha256.of(bytes), digest))
                    .isPresent();
        }

        LogLeaf leaf() {
            return LogLeaf.of(certificate, ContentDigest.of(item, toSign.orElseThrow(), signature));
        }
    }
}
