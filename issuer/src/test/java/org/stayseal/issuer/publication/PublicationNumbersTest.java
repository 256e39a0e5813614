package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.VectorAuthority;

/** What happens when the authority's folder and the database were not kept together. */
class PublicationNumbersTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Authority authority;

    @Autowired
    private PublicationStore store;

    @Autowired
    private Publisher publisher;

    @Test
    void aRevocationIsServedAlthoughTheFolderForgotItsNumbers() throws Exception {
        String number = released();
        Path sequence = data().resolve("trust/publications/sequence");
        long before = publisher.sequence();
        Files.writeString(sequence, "0\n");
        assertThat(post("/api/v1/permits/" + number + "/revocation", APPROVER, Map.of("reason", "Obtained by fraud"))
                        .statusCode())
                .isEqualTo(200);
        byte[] identity = database.sql("SELECT identity FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single();

        for (int i = 0; i < 100 && !served().entries().containsKey(Hex.encode(identity)); i++) {
            pause();
        }

        assertThat(served().of(identity)).as("the revocation is served").isPresent();
        assertThat(publisher.sequence()).isGreaterThan(before);
    }

    @Test
    void aPublicationThatWouldNeverBeServedIsNotTakenForPublished() {
        publisher.tick();
        Publication old = authority.current().orElseThrow();

        assertThatThrownBy(() -> store.store(old, URI.create("http://localhost:8080")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never be served");
    }

    @Test
    void aDatabaseOfAnotherAuthorityIsRefusedAtTheStart() {
        Authority stranger = VectorAuthority.stranger(
                AuthorityProfile.utopia(URI.create("http://localhost:8080")),
                Clock.systemUTC().instant());

        assertThatThrownBy(() -> new PublicationNumbers(database, stranger, transactions))
                .isInstanceOf(OtherInstallation.class)
                .hasMessageContaining(stranger.rootFingerprint().hex())
                .hasMessageContaining(authority.rootFingerprint().hex())
                .hasMessageContaining("Restore the folder trust");
    }

    @Test
    void aDatabaseThatIsOlderThanTheFolderIsRefusedAtTheStart() {
        publisher.tick();
        long ahead = authority.lastSequence() + 1000;

        assertThatThrownBy(() -> new PublicationNumbers(database, new Ahead(authority, ahead), transactions))
                .isInstanceOf(OtherInstallation.class)
                .hasMessageContaining("has published number " + ahead)
                .hasMessageContaining("restored together");
    }

    @Test
    void aCrashBetweenFolderAndDatabaseIsNoReasonNotToStart() {
        publisher.tick();
        long announced = new PublicationNumbers(database, authority, transactions).announce() + 1;

        assertThat(new PublicationNumbers(database, new Ahead(authority, announced), transactions).announce())
                .isGreaterThanOrEqualTo(announced);
    }

    private SealRevocations served() throws Exception {
        HttpResponse<byte[]> answer =
                send(request("/trust/seal-revocations").GET(), HttpResponse.BodyHandlers.ofByteArray());
        return SealRevocations.read(SignedDocument.read(answer.body(), DocumentKind.SEAL_REVOCATIONS));
    }

    /** The same authority, having published more. */
    private record Ahead(Authority of, long number) implements Authority {

        @Override
        public AuthorityProfile profile() {
            return of.profile();
        }

        @Override
        public org.stayseal.spec.signing.Signer sealSigner() {
            return of.sealSigner();
        }

        @Override
        public org.stayseal.spec.signing.Signer credentialSigner() {
            return of.credentialSigner();
        }

        @Override
        public org.stayseal.spec.trust.Fingerprint rootFingerprint() {
            return of.rootFingerprint();
        }

        @Override
        public byte[] rootDocument() {
            return of.rootDocument();
        }

        @Override
        public java.util.List<org.stayseal.spec.trust.Notice> notices() {
            return of.notices();
        }

        @Override
        public void announce(org.stayseal.spec.trust.Notice notice) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long lastSequence() {
            return number;
        }

        @Override
        public Publication publish(org.stayseal.trust.authority.PublicationInput input, long above) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Publication> current() {
            Publication current = of.current().orElseThrow();
            return Optional.of(new Publication(
                    number,
                    current.issued(),
                    current.nextUpdate(),
                    current.snapshot(),
                    current.roots(),
                    current.trustList(),
                    current.sealRevocations(),
                    current.crls(),
                    current.statusLists()));
        }
    }
}
