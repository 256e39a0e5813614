package org.stayseal.issuer.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.issuedlog.ContentDigest;
import org.stayseal.issuer.issuedlog.IssuedLog;
import org.stayseal.issuer.lint.Candidate;
import org.stayseal.issuer.lint.ContinuationCandidate;
import org.stayseal.issuer.lint.ContinuationLinter;
import org.stayseal.issuer.lint.Finding;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.lint.Linter;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.signing.Signer;
import org.stayseal.trust.authority.Authority;

/**
 * Where permits are signed: linted bytes in, a recorded signature out.
 *
 * <p>Guarantees: nothing is signed that is not recorded and did not pass every lint in this process; a token is used up, durably, before the
 * key is touched; every signature is on record and in the issued log before anyone gets it; an item has one signature; and no item is ever signed over two different contents.
 */
@Component
public class SigningDesk {

    private final Authority authority;
    private final Linter linter;
    private final JdbcClient database;
    private final IssuedLog log;
    private final TransactionTemplate apart;
    private final Clock clock;

    SigningDesk(
            Authority authority,
            Linter linter,
            JdbcClient database,
            IssuedLog log,
            EarlierSignatures earlier,
            PlatformTransactionManager transactions,
            Clock clock) {
        java.util.Objects.requireNonNull(earlier, "the log is complete before anything is signed");
        this.authority = authority;
        this.linter = linter;
        this.database = database;
        this.log = log;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The certificate of the key that signs such items now. */
    public X509Certificate certificate(Item item) {
        return signer(item).certificate();
    }

    /**
     * The certificate of the key that signs continuations of a permit today; empty where there is none, and while the term of the next one has begun and its first day of signing has not.
     *
     * @param purposes of the permit's credentials, each of which that key may sign for
     */
    public Optional<X509Certificate> continuationCertificate(Set<String> purposes) {
        ZoneId zone = Countries.timeZone(authority.profile().country());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return authority
                .continuationSigner(purposes)
                .map(Signer::certificate)
                .filter(certificate -> authority
                        .listed(certificate)
                        .filter(listed -> !ContinuationLinter.isInTerm(listed.term(), today, zone))
                        .isEmpty());
    }

    /** SHA-256 of a certificate: how the record names the key that bytes were prepared for, or signed with. */
    public static byte[] nameOf(X509Certificate certificate) {
        return Sha256.of(encoded(certificate));
    }

    /** Lints recorded bytes, all rules, and gives a token when every rule passed. */
    public Preparation prepare(Candidate candidate) {
        return prepare(candidate, candidate.item().key());
    }

    /**
     * The same for a further credential of the permit, bound to a device.
     *
     * @param name what the record calls it: once of each name and permit
     */
    public Preparation prepare(Candidate candidate, String name) {
        List<Finding> findings = linter.findings(candidate);
        if (!findings.isEmpty()) {
            return new Preparation.Refused(findings);
        }
        return cleared(new SigningToken(
                UUID.randomUUID(),
                candidate.permit().number(),
                candidate.item(),
                name,
                candidate.toSign(),
                candidate.signer()));
    }

    /** The same for a continuation. */
    public Preparation prepare(ContinuationCandidate candidate) {
        List<Finding> findings = ContinuationLinter.findings(candidate, authority.listed(candidate.signer()));
        if (!findings.isEmpty()) {
            return new Preparation.Refused(findings);
        }
        return cleared(new SigningToken(
                UUID.randomUUID(),
                candidate.permit(),
                SigningToken.Kind.CONTINUATION,
                candidate.name(),
                candidate.toSign(),
                candidate.signer(),
                candidate.purposes()));
    }

    private Preparation cleared(SigningToken token) {
        apart.executeWithoutResult(running -> database.sql(
                        "INSERT INTO signing_token (id, permit, item, digest, linted_at) VALUES (?, ?, ?, ?, ?)")
                .params(token.id(), token.permit(), token.name(), Sha256.of(token.toSign()), now())
                .update());
        return new Preparation.Cleared(token);
    }

    /**
     * Redeems the token: signs, records, returns the raw signature. When this item has a signature on record already, because a crash or a
     * slower issuer kept it from being used, that one is returned: an item has one signature.
     *
     * @throws IllegalStateException when the token was redeemed before, this item was signed with other content, or another key is active than the one it was linted for
     */
    public byte[] issue(SigningToken token) {
        byte[] digest = Sha256.of(token.toSign());
        Signer signer = signer(token);
        if (!signer.certificate().equals(token.signer())) {
            throw new IllegalStateException("The key was exchanged after the lint; the item is linted again.");
        }
        redeem(token, digest);
        Optional<byte[]> before = recorded(token.permit(), token.name(), token.toSign());
        if (before.isPresent()) {
            return before.get();
        }
        byte[] signature = signer.sign(token.toSign());
        if (!signer.algorithm().verify(signer.certificate().getPublicKey(), token.toSign(), signature)) {
            throw new IllegalStateException("The signature just made does not verify; it is not used.");
        }
        byte[] certificate = nameOf(signer.certificate());
        apart.executeWithoutResult(running -> {
            int recorded = database.sql("""
                        INSERT INTO signature_record (token, permit, item, digest, signature, certificate, signed_at, logged)
                        VALUES (?, ?, ?, ?, ?, ?, ?, true) ON CONFLICT (permit, item) DO NOTHING
                        """)
                    .params(token.id(), token.permit(), token.name(), digest, signature, certificate, now())
                    .update();
            if (recorded == 1) {
                log.append(List.of(LogLeaf.of(
                        certificate,
                        ContentDigest.of(token.kind() == SigningToken.Kind.SEAL, token.toSign(), signature))));
            }
        });
        // Whoever signs the same item at the same moment loses here: the signature on record counts, the other one is
        // forgotten.
        return recorded(token.permit(), token.name(), token.toSign())
                .orElseThrow(() -> new IllegalStateException("This item was signed with other content."));
    }

    /** The signature on record over exactly these bytes, when a crash kept it from being used. */
    public Optional<byte[]> recorded(String permit, Item item, byte[] toSign) {
        return recorded(permit, item.key(), toSign);
    }

    private Optional<byte[]> recorded(String permit, String name, byte[] toSign) {
        return database.sql("""
                        SELECT signature FROM signature_record WHERE permit = ? AND item = ? AND digest = ? ORDER BY signed_at LIMIT 1
                        """)
                .params(permit, name, Sha256.of(toSign))
                .query(byte[].class)
                .optional();
    }

    private void redeem(SigningToken token, byte[] digest) {
        apart.executeWithoutResult(running -> {
            int redeemed = database.sql("""
                            UPDATE signing_token SET redeemed_at = :now
                            WHERE id = :id AND digest = :digest AND redeemed_at IS NULL
                              AND NOT EXISTS (SELECT 1 FROM signing_token other WHERE other.permit = :permit AND other.item = :item
                                              AND other.redeemed_at IS NOT NULL AND other.digest <> :digest)
                            """)
                    .param("now", now())
                    .param("id", token.id())
                    .param("digest", digest)
                    .param("permit", token.permit())
                    .param("item", token.name())
                    .update();
            if (redeemed != 1) {
                throw new IllegalStateException(
                        "This signing token was redeemed before, or the item was signed with other content.");
            }
        });
    }

    private Signer signer(Item item) {
        return item == Item.SEAL ? authority.sealSigner() : authority.credentialSigner();
    }

    private Signer signer(SigningToken token) {
        return switch (token.kind()) {
            case SEAL -> authority.sealSigner();
            case CREDENTIAL -> authority.credentialSigner();
            case CONTINUATION ->
                authority
                        .continuationSigner(token.purposes())
                        .orElseThrow(() -> new IllegalStateException("No signer of continuations is active any more."));
        };
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written.", e);
        }
    }
}
