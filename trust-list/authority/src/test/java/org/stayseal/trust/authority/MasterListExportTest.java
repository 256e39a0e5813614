package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;
import org.stayseal.trust.authority.masterlist.MasterList;

/** TRUST-103. */
class MasterListExportTest {

    private final VectorAuthority authority = Utopia.authority();
    private final Hierarchy.Entry csca = authority.hierarchy().entry(KeyName.CSCA);
    private final MasterListExport export = new MasterListExport(Utopia.PROFILE, csca);
    private final Hierarchy.Entry signer =
            export.signer(KeySupply.fresh().key(KeyName.SEAL_SIGNER), BigInteger.valueOf(0x40), Utopia.NOW);

    @TempDir
    Path folder;

    @Test
    void theCscasOfATrustListComeBackFromTheMasterList() throws Exception {
        CscaRenewal renewal = renewal();
        TrustList list =
                with(renewal.renewed(), KeyState.ANNOUNCED, with(renewal.link(), KeyState.ACTIVE, published()));

        MasterList read = MasterList.read(export.export(list, signer, Utopia.NOW), Utopia.NOW);

        assertThat(read.taken()).containsExactlyInAnyOrder(csca.certificate(), renewal.renewed(), renewal.link());
        assertThat(read.refused()).isEmpty();
        assertThat(read.signer()).isEqualTo(signer.certificate());
        assertThat(read.signerAuthority()).isEqualTo(csca.certificate());
    }

    @Test
    void aRevokedCscaAndOneThatIsOverStayOut() throws Exception {
        CscaRenewal renewal = renewal();
        TrustList list = with(renewal.renewed(), KeyState.REVOKED, published());
        Instant later = Utopia.NOW.plus(Duration.ofDays(400));
        Hierarchy.Entry next =
                export.signer(KeySupply.fresh().key(KeyName.SEAL_SIGNER), BigInteger.valueOf(0x41), later);

        assertThat(MasterList.read(export.export(list, signer, Utopia.NOW), Utopia.NOW)
                        .taken())
                .containsExactly(csca.certificate());
        assertThat(MasterListExport.authorities(
                        published(),
                        csca.certificate().getNotAfter().toInstant().plusSeconds(1)))
                .isEmpty();
        assertThat(next.certificate().getNotAfter())
                .isAfter(signer.certificate().getNotAfter());
    }

    @Test
    void aSignerThatIsOverSignsNothing() {
        assertThatThrownBy(() -> export.export(published(), signer, Utopia.NOW.plus(Duration.ofDays(500))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is over");
    }

    @Test
    void aSignerOfAnotherAuthoritySignsNothing() {
        Hierarchy.Entry stranger = new MasterListExport(
                        Utopia.PROFILE, Utopia.stranger().hierarchy().entry(KeyName.CSCA))
                .signer(KeySupply.fresh().key(KeyName.SEAL_SIGNER), BigInteger.valueOf(0x40), Utopia.NOW);

        assertThatThrownBy(() -> export.export(published(), stranger, Utopia.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another authority");
    }

    @Test
    void theEnvelopeIsThatOfTheStandard() throws Exception {
        CMSSignedData cms = new CMSSignedData(export.export(published(), signer, Utopia.NOW));
        SignerInformation information =
                cms.getSignerInfos().getSigners().iterator().next();

        assertThat(cms.getVersion()).isEqualTo(3);
        assertThat(cms.getCertificates().getMatches(null)).hasSize(2);
        assertThat(cms.getCRLs().getMatches(null)).isEmpty();
        assertThat(information.getVersion()).as("named by its key").isEqualTo(3);
        assertThat(information.getSignedAttributes().get(CMSAttributes.signingTime))
                .isNotNull();
        assertThat(org.bouncycastle.asn1.cms.Time.getInstance(information
                                .getSignedAttributes()
                                .get(CMSAttributes.signingTime)
                                .getAttrValues()
                                .getObjectAt(0))
                        .getDate())
                .isEqualTo(Utopia.NOW);
    }

    @Test
    void opensslVerifiesTheListFromTheCsca() throws Exception {
        Path list = Files.write(folder.resolve("utopia.ml"), export.export(published(), signer, Utopia.NOW));
        Path root = folder.resolve("csca.der");
        Files.write(root, csca.certificate().getEncoded());
        Path pem = folder.resolve("csca.pem");

        openssl("x509", "-inform", "DER", "-in", root.toString(), "-out", pem.toString());
        openssl(
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                list.toString(),
                "-CAfile",
                pem.toString(),
                "-purpose",
                "any",
                "-attime",
                String.valueOf(Utopia.NOW.getEpochSecond()),
                "-out",
                folder.resolve("content.der").toString());

        assertThat(Files.readAllBytes(folder.resolve("content.der"))).startsWith((byte) 0x30, (byte) 0x82);
    }

    private static void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(File.createTempFile("openssl", ".txt"))
                    .start();
        } catch (IOException e) {
            Assumptions.abort("no openssl on this machine");
            return;
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    }

    private CscaRenewal renewal() {
        return authority
                .hierarchy()
                .renewal(
                        Utopia.PROFILE,
                        KeySupply.fresh().key(KeyName.CSCA),
                        Optional.of("Utopia CSCA 2 (demo)"),
                        BigInteger.valueOf(0x20),
                        Utopia.NOW);
    }

    private TrustList published() throws Exception {
        return TrustList.read(
                SignedDocument.read(authority.publish(Utopia.input()).trustList(), DocumentKind.TRUST_LIST));
    }

    private static TrustList with(X509Certificate certificate, KeyState state, TrustList list) {
        List<TrustedEntity> entities = new ArrayList<>(list.entities());
        entities.add(new TrustedEntity(
                List.of(new LocalText("en", "Further")),
                List.of(new Service.Csca(
                        List.of(new LocalText("en", "CSCA")),
                        certificate,
                        StateHistory.only(state, Utopia.NOW),
                        Scope.ofCsca(Set.of("UTO"))))));
        return new TrustList(
                list.head(),
                list.territory(),
                list.operatorName(),
                list.schemeName(),
                entities,
                list.notices(),
                list.notUsed());
    }
}
