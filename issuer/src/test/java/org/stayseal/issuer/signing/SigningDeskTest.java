package org.stayseal.issuer.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.lint.Candidate;
import org.stayseal.issuer.lint.Item;
import org.stayseal.trust.authority.Authority;

/** The desk signs what was linted, once, and nothing else. */
class SigningDeskTest extends IssuerTest {

    @Autowired
    private SigningDesk desk;

    @Autowired
    private Permits permits;

    @Autowired
    private Authority authority;

    @Autowired
    private JdbcClient database;

    @Test
    void aTokenIsRedeemedOnce() {
        String number = untouched();
        Preparation preparation = desk.prepare(candidate(number, sealBytes(number)));
        assertThat(preparation).isInstanceOf(Preparation.Cleared.class);
        SigningToken token = ((Preparation.Cleared) preparation).token();
        byte[] signature = desk.issue(token);
        assertThat(authority
                        .sealSigner()
                        .algorithm()
                        .verify(authority.sealSigner().certificate().getPublicKey(), sealBytes(number), signature))
                .isTrue();
        assertThatThrownBy(() -> desk.issue(token)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTokenThatTheDatabaseDoesNotKnowSignsNothing() {
        String number = untouched();
        SigningToken forged = new SigningToken(
                UUID.randomUUID(),
                number,
                Item.SEAL,
                sealBytes(number),
                authority.sealSigner().certificate());
        assertThatThrownBy(() -> desk.issue(forged)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anItemIsNeverSignedWithASecondContent() {
        String number = untouched();
        byte[] other = sealBytes(number);
        other[other.length - 1] ^= 1;
        SigningToken token = new SigningToken(
                UUID.randomUUID(),
                number,
                Item.SEAL,
                other,
                authority.sealSigner().certificate());
        database.sql(
                        "INSERT INTO signing_token (id, permit, item, digest, linted_at) VALUES (?, ?, 'seal', sha256(?), now())")
                .params(token.id(), number, other)
                .update();
        assertThatThrownBy(() -> desk.issue(token))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other content");
        assertThat(database.sql("SELECT count(*) FROM signature_record WHERE token = ?")
                        .param(token.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anItemThatTwoIssuersLintedHasOneSignature() {
        String number = untouched();
        SigningToken one = ((Preparation.Cleared) desk.prepare(candidate(number, sealBytes(number)))).token();
        SigningToken other = ((Preparation.Cleared) desk.prepare(candidate(number, sealBytes(number)))).token();
        assertThat(desk.issue(one)).isEqualTo(desk.issue(other));
        assertThat(database.sql("SELECT count(*) FROM signature_record WHERE permit = ? AND item = 'seal'")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void bytesThatFailTheLintGetNoToken() {
        String number = untouched();
        byte[] altered = sealBytes(number);
        altered[20] ^= 1;
        assertThat(desk.prepare(candidate(number, altered))).isInstanceOf(Preparation.Refused.class);
    }

    private Candidate candidate(String number, byte[] bytes) {
        IssuedPermit permit = permits.find(number).orElseThrow();
        return new Candidate(
                Item.SEAL,
                permit.permit(),
                permit.choices(),
                bytes,
                desk.certificate(Item.SEAL),
                "",
                -1,
                Clock.systemUTC().instant());
    }

    private byte[] sealBytes(String number) {
        return database.sql("SELECT to_sign FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single();
    }
}
