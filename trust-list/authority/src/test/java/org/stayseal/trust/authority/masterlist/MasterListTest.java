package org.stayseal.trust.authority.masterlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;

class MasterListTest {

    private MadeMasterList made = new MadeMasterList();

    MasterListTest() throws Exception {}

    @BeforeEach
    void begin() throws Exception {
        made = new MadeMasterList();
    }

    @Test
    void aListIsReadWithTheOneWhoSignedItAndWhoStandsBehindThat() throws Exception {
        MasterList list = MasterList.read(made.sign(), MadeMasterList.DAY);

        assertThat(list.taken()).containsExactly(made.authority);
        assertThat(list.refused()).isEmpty();
        assertThat(list.signerAuthority()).isEqualTo(made.authority);
        assertThat(list.signer().getSubjectX500Principal().getName()).contains("master list signer");
    }

    @Test
    void aChangedCertificateInsideBreaksTheSignature() throws Exception {
        byte[] cms = made.sign();
        byte[] name = "Utopia CSCA".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = new String(cms, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(new String(name, java.nio.charset.StandardCharsets.ISO_8859_1));
        cms[at] ^= 0x20;

        refused(cms, "TRUST-101");
    }

    @Test
    void aByteAfterTheMessageIsRefused() throws Exception {
        refused(MadeMasterList.joined(made.sign(), (byte) 0), "TRUST-100");
    }

    @Test
    void whatIsNoSignedMessageIsRefused() {
        refused("not a list".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "TRUST-100");
        refused(new byte[0], "TRUST-100");
    }

    @Test
    void aSignedMessageAboutSomethingElseIsRefused() throws Exception {
        made.contentType = "1.2.840.113549.1.7.1";
        refused(made.sign(), "TRUST-100");
    }

    @Test
    void anotherVersionIsRefused() throws Exception {
        made.version = 1;
        refused(made.sign(), "TRUST-100");
    }

    @Test
    void aSignerForAnotherPurposeIsRefused() throws Exception {
        made.purpose = "2.23.136.1.1.11.1";
        refused(made.sign(), "TRUST-101");
    }

    @Test
    void aSignerWhoseAuthorityIsNotInTheListIsRefused() throws Exception {
        made.certificates.clear();
        KeyPair other = MadeMasterList.keys("secp256r1");
        made.certificates.add(made.authority("C=UT,CN=Utopia CSCA", other, other, "C=UT,CN=Utopia CSCA")
                .getEncoded());
        refused(made.sign(), "TRUST-101");
    }

    @Test
    void aLinkCertificateIsTakenWhereItsPredecessorIsInTheListAndRefusedElsewhere() throws Exception {
        KeyPair next = MadeMasterList.keys("brainpoolP384r1");
        X509Certificate link = made.authority("C=UT,CN=Utopia CSCA 2", next, made.authorityKeys, "C=UT,CN=Utopia CSCA");
        X509Certificate lost =
                made.authority("C=XA,CN=Elsewhere", next, MadeMasterList.keys("secp256r1"), "C=XA,CN=Gone");
        made.certificates.add(link.getEncoded());
        made.certificates.add(lost.getEncoded());

        MasterList list = MasterList.read(made.sign(), MadeMasterList.DAY);

        assertThat(list.taken()).containsExactlyInAnyOrder(made.authority, link);
        assertThat(list.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.subject()).contains("Elsewhere");
            assertThat(refused.reason()).contains("neither its own key nor another");
        });
    }

    @Test
    void aLinkIsNotTakenOnTheWordOfACertificateThatIsRefusedNorOfOneThatItDoesNotName() throws Exception {
        KeyPair keys = MadeMasterList.keys("secp256r1");
        KeyPair next = MadeMasterList.keys("secp256r1");
        made.certificates.add(MadeMasterList.certificate(
                        "C=UT,CN=No authority",
                        "C=UT,CN=No authority",
                        keys,
                        keys.getPrivate(),
                        Instant.parse("2030-01-01T00:00:00Z"),
                        builder -> {})
                .getEncoded());
        made.certificates.add(made.authority("C=UT,CN=Utopia CSCA 3", next, keys, "C=UT,CN=No authority")
                .getEncoded());
        made.certificates.add(made.authority("C=UT,CN=Utopia CSCA 4", next, made.authorityKeys, "C=UT,CN=Another")
                .getEncoded());

        MasterList list = MasterList.read(made.sign(), MadeMasterList.DAY);

        assertThat(list.taken()).containsExactly(made.authority);
        assertThat(list.refused())
                .filteredOn(refused -> refused.reason().contains("neither"))
                .hasSize(2);
    }

    @Test
    void aCertificateThatIsOverOrNoAuthoritysOrOfNoCountryIsRefusedByItself() throws Exception {
        KeyPair keys = MadeMasterList.keys("secp256r1");
        made.certificates.add(MadeMasterList.certificate(
                        "C=UT,CN=No authority",
                        "C=UT,CN=No authority",
                        keys,
                        keys.getPrivate(),
                        Instant.parse("2030-01-01T00:00:00Z"),
                        builder -> {})
                .getEncoded());
        made.certificates.add(
                made.authority("CN=Nowhere", keys, keys, "CN=Nowhere").getEncoded());

        MasterList today = MasterList.read(made.sign(), MadeMasterList.DAY);
        MasterList later = MasterList.read(made.sign(), Instant.parse("2041-01-01T00:00:00Z"));

        assertThat(today.taken()).containsExactly(made.authority);
        assertThat(today.refused())
                .extracting(MasterList.Refused::reason)
                .anyMatch(reason -> reason.startsWith("it is not an authority's"))
                .anyMatch(reason -> reason.startsWith("its subject names no country"))
                .hasSize(2);
        assertThat(later.taken()).isEmpty();
        assertThat(later.refused())
                .extracting(MasterList.Refused::reason)
                .anyMatch(reason -> reason.equals("it ended on 2040-01-01"));
    }

    @Test
    void aModulusThatIsEvenOrHasASmallFactorIsRefusedByItself() throws Exception {
        assertThat(reasonForModulus(2)).contains("a key that cannot be read");
        assertThat(reasonForModulus(3)).contains("small factor");
        assertThat(reasonForModulus(743)).contains("small factor");
        assertThat(reasonForModulus(751)).as("the next prime").startsWith("neither its own key");
    }

    /** Of an RSA key whose modulus is the factor times a number without one below 751, in a certificate that another key signed. */
    private static String reasonForModulus(int factor) throws Exception {
        BigInteger rest = BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE);
        while (BigIntegers.hasAnySmallFactors(rest)) {
            rest = rest.add(BigInteger.TWO);
        }
        PublicKey weak = KeyFactory.getInstance("RSA")
                .generatePublic(
                        new RSAPublicKeySpec(rest.multiply(BigInteger.valueOf(factor)), BigInteger.valueOf(65_537)));
        byte[] der = MadeMasterList.authorityDer(
                "C=UT,CN=Weak", new KeyPair(weak, null), MadeMasterList.keys("secp256r1"), "C=UT,CN=Weak");

        SortedCertificates sorted = SortedCertificates.of(List.of(der), MadeMasterList.DAY);

        assertThat(sorted.taken()).isEmpty();
        assertThat(sorted.refused()).hasSize(1);
        return sorted.refused().get(0).reason();
    }

    @Test
    void everyCertificateOfTheGermanListIsTakenOrRefusedWithItsReason() throws Exception {
        MasterList list = MasterList.read(german(), Instant.parse("2025-08-14T12:00:00Z"));

        assertThat(list.signerAuthority().getSubjectX500Principal().getName()).contains("CN=csca-germany");
        assertThat(list.taken()).hasSize(546);
        assertThat(list.refused()).hasSize(25);
        // Ten lack what makes an authority; twelve are links to certificates that the list no longer has. Of Hungary,
        // Spain and the Philippines one each is
        // signed by a key in the list whose certificate has another name than its issuer: no path leads there (RFC 5280
        // 6.1), and none is guessed.
        assertThat(list.refused())
                .filteredOn(refused -> refused.reason().contains("keyCertSign"))
                .hasSize(10);
        assertThat(list.refused())
                .filteredOn(refused -> refused.reason().contains("neither"))
                .hasSize(15);
        assertThat(list.taken())
                .as("the authorities behind Australia's VDS-NC signers")
                .anyMatch(csca -> csca.getSubjectX500Principal().getName().endsWith("C=AU"));
    }

    private static void refused(byte[] cms, String rule) {
        assertThatThrownBy(() -> MasterList.read(cms, MadeMasterList.DAY))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private static byte[] german() throws Exception {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolveSibling("shared/conformance/masterlist/germany-2025-08-14.ml");
            if (Files.isDirectory(at.resolve("spec/docs")) && Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        }
        return Assumptions.abort("no conformance data beside the repository");
    }
}
