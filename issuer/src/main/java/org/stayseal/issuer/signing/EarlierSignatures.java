package org.stayseal.issuer.signing;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.issuedlog.ContentDigest;
import org.stayseal.issuer.issuedlog.IssuedLog;
import org.stayseal.issuer.lint.Item;
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
        List<LogLeaf> leaves = database.sql("""
                        SELECT s.item, s.signature, s.certificate, coalesce(c.to_sign, p.to_sign) AS to_sign
                        FROM signature_record s
                        LEFT JOIN credential c ON c.permit = s.permit AND c.purpose = s.item
                        LEFT JOIN seal p ON p.permit = s.permit AND s.item = 'seal'
                        WHERE NOT s.logged ORDER BY s.signed_at, s.permit, s.item
                        """)
                .query((row, count) -> LogLeaf.of(
                        row.getBytes("certificate"),
                        ContentDigest.of(
                                Item.valueOf(row.getString("item").toUpperCase(Locale.ROOT)),
                                row.getBytes("to_sign"),
                                row.getBytes("signature"))))
                .list();
        if (!leaves.isEmpty()) {
            log.append(leaves);
            database.sql("UPDATE signature_record SET logged = true WHERE NOT logged")
                    .update();
            LOG.info("{} earlier signatures were appended to the issued log", leaves.size());
        }
    }
}
