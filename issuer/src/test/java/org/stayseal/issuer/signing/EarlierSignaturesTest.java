package org.stayseal.issuer.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.issuedlog.IssuedLog;
import org.stayseal.spec.bytes.Sha256;

/** What was signed before there was a log is in it all the same. */
class EarlierSignaturesTest extends IssuerTest {

    @Autowired
    private IssuedLog log;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aSignatureFromBeforeThereWasALogIsAppendedOnceAtTheNextStart() {
        String number = released();
        byte[] r = Sha256.of(number.getBytes(StandardCharsets.US_ASCII));
        byte[] signature = Arrays.copyOf(r, 64);
        database.sql("UPDATE signature_record SET logged = false, signature = ? WHERE permit = ? AND item = 'seal'")
                .params(signature, number)
                .update();
        byte[] toSign = database.sql("SELECT to_sign FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single();
        byte[] content = Sha256.of(toSign, r);
        assertThat(leavesOf(content)).isZero();
        for (int start = 0; start < 2; start++) {
            assertThat(new EarlierSignatures(database, log, transactions)).isNotNull();
            assertThat(leavesOf(content)).isEqualTo(1);
        }
    }

    @Test
    void aSignatureOverOtherBytesThanTheRecordedOnesIsNotAppended() {
        String number = released();
        byte[] digest = Sha256.of(new byte[] {1});
        database.sql("UPDATE signature_record SET logged = false, digest = ? WHERE permit = ? AND item = 'seal'")
                .params(digest, number)
                .update();
        long before = leaves();
        assertThat(new EarlierSignatures(database, log, transactions)).isNotNull();
        assertThat(leaves()).isEqualTo(before);
        assertThat(database.sql("SELECT logged FROM signature_record WHERE permit = ? AND item = 'seal'")
                        .param(number)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private long leaves() {
        return database.sql("SELECT size FROM issued_log").query(Long.class).single();
    }

    private long leavesOf(byte[] content) {
        return database.sql("SELECT count(*) FROM issued_log_leaf WHERE content = decode(?, 'hex')")
                .param(HexFormat.of().formatHex(content))
                .query(Long.class)
                .single();
    }
}
