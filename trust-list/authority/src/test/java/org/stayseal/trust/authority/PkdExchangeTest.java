package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.stayseal.trust.authority.masterlist.MasterListDraft;
import org.stayseal.trust.authority.pkd.PkdBranch;
import org.stayseal.trust.authority.pkd.PkdDirectory;
import org.stayseal.trust.authority.pkd.PkdImport;
import org.stayseal.trust.authority.pkd.PkdObject;
import org.stayseal.trust.authority.pkd.PkdWriter;

/** TRUST-116 to TRUST-118: what an authority lays out as a directory, another one takes. */
class PkdExchangeTest {

    private static final String ISSUER = "CN=Utopia CSCA (demo),C=UT";

    private static final Function<PublicKey, Optional<BigInteger>> NONE_BEFORE = key -> Optional.empty();

    private final Hierarchy hierarchy = Utopia.authority().hierarchy();
    private final Hierarchy.Entry csca = hierarchy.entry(KeyName.CSCA);
    private final X509Certificate seal = hierarchy.entry(KeyName.SEAL_SIGNER).certificate();
    private final byte[] crl = RevocationList.make(csca, 7, Utopia.NOW, Map.of(BigInteger.TEN, Utopia.NOW));
    private final byte[] masterList = masterList();

    private byte[] masterList() {
        Hierarchy.Entry signer = new MasterListExport(Utopia.PROFILE, csca)
                .signer(KeySupply.fresh().key(KeyName.SEAL_SIGNER), BigInteger.valueOf(0x40), Utopia.NOW);
        return new MasterListDraft(List.of(csca.certificate()), signer.certificate(), csca.certificate(), Utopia.NOW)
                .sign(signer.key().contentSigner());
    }

    private byte[] ldif() throws Exception {
        return new PkdWriter("UT")
                .masterList(masterList, ISSUER, 1)
                .signer(PkdBranch.BAR_CODE_SIGNERS, seal.getEncoded(), ISSUER, seal.getSerialNumber(), 1)
                .crl(crl, ISSUER, 1)
                .ldif();
    }

    @Test
    void aDirectoryHasTheTreeAndTheNamesOfIcao() throws Exception {
        assertThat(new String(ldif(), StandardCharsets.US_ASCII).replace("\n ", ""))
                .contains(
                        "dn: dc=data,dc=download,dc=pkd,dc=icao,dc=int\n",
                        "dn: o=ml,c=UT,dc=data,dc=download,dc=pkd,dc=icao,dc=int\n",
                        "dn: cn=CN\\=Utopia CSCA (demo)\\,C\\=UT+sn=10,o=bcsc,c=UT,dc=data,dc=download,dc=pkd,dc=icao,dc=int\n",
                        "\nuserCertificate;binary:: MII",
                        "\npkdMasterListContent;binary:: MI",
                        "\ncertificateRevocationList;binary:: MI",
                        "\nobjectClass: pkdDownload\n");
    }

    @Test
    void whatIsLaidOutComesBack() throws Exception {
        PkdDirectory directory = PkdDirectory.read(ldif());

        assertThat(directory.refused()).isEmpty();
        assertThat(directory.objects())
                .containsExactly(
                        new PkdObject(PkdBranch.MASTER_LISTS, "UT", true, masterList),
                        new PkdObject(PkdBranch.BAR_CODE_SIGNERS, "UT", true, seal.getEncoded()),
                        new PkdObject(PkdBranch.CRLS, "UT", true, crl));
    }

    @Test
    void anImportTakesAuthoritiesSignersAndRevocationsOnceAPersonComparedTheFingerprint() throws Exception {
        PkdImport taken = new PkdImport(List.of(), Set.of(fingerprint(csca.certificate())), NONE_BEFORE, Utopia.NOW)
                .add(PkdDirectory.read(ldif()));

        assertThat(taken.authorities()).containsExactly(csca.certificate());
        assertThat(taken.sealSigners()).containsExactly(seal);
        assertThat(taken.crls())
                .singleElement()
                .satisfies(list -> assertThat(list.number()).isEqualTo(BigInteger.valueOf(7)));
        assertThat(taken.refused()).isEmpty();
    }

    @Test
    void withoutTheFingerprintNothingIsTakenAndEachThingSaysWhy() throws Exception {
        PkdImport taken = new PkdImport(List.of(), Set.of(), NONE_BEFORE, Utopia.NOW).add(PkdDirectory.read(ldif()));

        assertThat(taken.authorities()).isEmpty();
        assertThat(taken.sealSigners()).isEmpty();
        assertThat(taken.crls()).isEmpty();
        assertThat(taken.refused())
                .extracting(PkdImport.Refused::reason)
                .anyMatch(reason -> reason.contains(fingerprint(csca.certificate())))
                .anyMatch(reason -> reason.contains("no CSCA that is known issued it"))
                .anyMatch(reason -> reason.contains("no CSCA that is known has the name of its issuer"))
                .hasSize(3);
    }

    @Test
    void ofTwoCrlsOfOneKeyTheNewerIsTakenInEitherOrder() throws Exception {
        byte[] newer = RevocationList.make(csca, 8, Utopia.NOW, Map.of(BigInteger.TWO, Utopia.NOW));

        for (List<byte[]> order : List.of(List.of(crl, newer), List.of(newer, crl))) {
            PkdImport taken = crls(NONE_BEFORE, order);

            assertThat(taken.crls())
                    .singleElement()
                    .satisfies(list -> assertThat(list.number()).isEqualTo(8));
            assertThat(taken.refused()).hasSize(1);
        }
    }

    @Test
    void aCrlThatIsOlderThanOneTakenBeforeIsRefusedForItsKeyAlone() throws Exception {
        PublicKey own = csca.certificate().getPublicKey();

        PkdImport behind =
                crls(key -> key.equals(own) ? Optional.of(BigInteger.valueOf(8)) : Optional.empty(), List.of(crl));
        PkdImport another = crls(
                key -> key.equals(own) ? Optional.of(BigInteger.valueOf(7)) : Optional.of(BigInteger.valueOf(9)),
                List.of(crl));

        assertThat(behind.crls()).isEmpty();
        assertThat(behind.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("older than one"));
        assertThat(another.crls()).hasSize(1);
    }

    private PkdImport crls(Function<PublicKey, Optional<BigInteger>> newest, List<byte[]> lists) throws Exception {
        PkdImport taken = new PkdImport(List.of(csca.certificate()), Set.of(), newest, Utopia.NOW);
        for (byte[] list : lists) {
            taken.add(PkdDirectory.read(new PkdWriter("UT").crl(list, ISSUER, 1).ldif()));
        }
        return taken;
    }

    @Test
    void aSignerOfTravelDocumentsIsNotTaken() throws Exception {
        String ldif = "dn: cn=x,o=dsc,c=UT,dc=data,dc=download,dc=pkd,dc=icao,dc=int\nuserCertificate;binary:: MAA=\n";

        PkdImport taken = new PkdImport(List.of(), Set.of(), NONE_BEFORE, Utopia.NOW)
                .add(PkdDirectory.read(ldif.getBytes(StandardCharsets.US_ASCII)));

        assertThat(taken.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("not permits"));
    }

    @Test
    void olderNamesOfTheAttributeAndTheOtherHalfOfTheTreeAreRead() throws Exception {
        String ldif = """
                dn: cn=CN=x\\,C=FR,o=ml,c=fr,dc=nc-data,dc=download,dc=pkd,dc=icao,dc=int
                CscaMasterListData:: MAA=

                dn: cn=y,o=ml,c=FR,dc=data,dc=download,dc=pkd,dc=icao,dc=int
                pkdMasterListContent:: MAA=
                """;

        assertThat(PkdDirectory.read(ldif.getBytes(StandardCharsets.US_ASCII)).objects())
                .containsExactly(
                        new PkdObject(PkdBranch.MASTER_LISTS, "FR", false, new byte[] {0x30, 0}),
                        new PkdObject(PkdBranch.MASTER_LISTS, "FR", true, new byte[] {0x30, 0}));
    }

    @Test
    void anEntryElsewhereOrWithoutItsContentIsRefusedWithItsName() throws Exception {
        String ldif = """
                dn: cn=x,o=ml,c=FR,dc=example,dc=int
                pkdMasterListContent:: MAA=

                dn: cn=x,o=dsc,c=FR,dc=data,dc=download,dc=pkd,dc=icao,dc=int
                pkdMasterListContent:: MAA=

                dn: cn=x,o=ml\\,c=FR,dc=data,dc=download,dc=pkd,dc=icao,dc=int
                pkdMasterListContent:: MAA=
                """;

        PkdDirectory directory = PkdDirectory.read(ldif.getBytes(StandardCharsets.US_ASCII));

        assertThat(directory.objects()).isEmpty();
        assertThat(directory.refused()).extracting(PkdDirectory.Refused::entry).containsExactly(0, 1, 2);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
