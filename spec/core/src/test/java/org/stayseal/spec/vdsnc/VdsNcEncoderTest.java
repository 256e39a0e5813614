package org.stayseal.spec.vdsnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;
import tools.jackson.databind.json.JsonMapper;

class VdsNcEncoderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Permit permit = SamplePermits.full();
    private final VdsNcType type = VdsNcTypes.standard().residencePermit("UTO").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1"})
    void whatIsWrittenReadsBackAndVerifies(String curve) throws Exception {
        SoftwareSigner signer = TestKeys.signer(curve, 0x21);
        byte[] code = VdsNcEncoder.prepare(permit, TODAY, signer.certificate()).sign(signer);

        VdsNc read = VdsNcDecoder.decode(code);

        assertThat(read.verifies(signer.certificate().getPublicKey())).isTrue();
        PermitContent content = read.permit().orElseThrow();
        assertThat(content.category()).isEqualTo(permit.category());
        assertThat(content.work()).isEqualTo(permit.work());
        assertThat(content.rightUntil()).isEqualTo(permit.rightUntil());
        assertThat(content.documentUntil()).isEqualTo(permit.documentUntil());
        assertThat(content.signedOn()).isEqualTo(TODAY);
        assertThat(content.values())
                .containsEntry("surname", "Muster")
                .containsEntry("birthDate", "1985-03-00")
                .containsEntry("travelDocumentIssuer", "XXB");
    }

    @Test
    void aWholeCodeIsInCanonicalFormAndTheSameReadAndWrittenAgain() throws Exception {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 0x21);
        byte[] code = VdsNcEncoder.prepare(permit, TODAY, signer.certificate()).sign(signer);
        assertThat(org.stayseal.spec.json.CanonicalJson.bytes(new JsonMapper().readTree(code)))
                .isEqualTo(code);
        VdsNc read = VdsNcDecoder.decode(code);
        byte[] again = VdsNcEncoder.prepare(
                        type, "UTO", read.permit().orElseThrow().values(), signer.certificate())
                .withSignature(read.signature());
        assertThat(again).isEqualTo(code);
    }

    @Test
    void aPermitThatHasOnlyTheLeastCanBeWritten() throws Exception {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 0x21);
        Permit least = SamplePermits.least();
        VdsNc read = VdsNcDecoder.decode(VdsNcEncoder.prepare(least, least.issueDate(), signer.certificate())
                .sign(signer));
        assertThat(read.permit().orElseThrow().values()).doesNotContainKeys("givenNames", "travelDocumentNumber");
    }

    @Tag("thousands")
    @Test
    void noSingleFlippedBitVerifiesAsThePermitThatWasSigned() {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 0x21);
        byte[] code = VdsNcEncoder.prepare(permit, TODAY, signer.certificate()).sign(signer);
        for (int bit = 0; bit < code.length * 8; bit++) {
            byte[] changed = code.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isGood(changed, signer)).as("bit %d", bit).isFalse();
        }
    }

    private static boolean isGood(byte[] code, SoftwareSigner signer) {
        try {
            VdsNc read = VdsNcDecoder.decode(code);
            return read.names(signer.certificate())
                    && read.verifies(signer.certificate().getPublicKey());
        } catch (FormatException e) {
            return false;
        }
    }

    @Test
    void whatNoReaderWouldTakeIsNotSigned() {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 0x21);
        Map<String, String> values = new HashMap<>();
        assertThatThrownBy(() -> VdsNcEncoder.prepare(type, "UTO", values, signer.certificate()))
                .hasMessageContaining("NC-21");
        assertThatThrownBy(() -> VdsNcEncoder.prepare(permit, LocalDate.of(2031, 1, 1), signer.certificate()))
                .hasMessageContaining("NC-25");
    }

    @Test
    void aSignerOfAnotherCurveOrCertificateIsRefused() {
        SoftwareSigner brainpool = TestKeys.signer("brainpoolP256r1", 1);
        SoftwareSigner p521 = TestKeys.signer("secp521r1", 1);
        SoftwareSigner good = TestKeys.signer("secp256r1", 1);
        SoftwareSigner other = TestKeys.signer("secp256r1", 2);
        assertThatThrownBy(() -> VdsNcEncoder.prepare(permit, TODAY, brainpool.certificate()))
                .hasMessageContaining("NC-28");
        assertThatThrownBy(() -> VdsNcEncoder.prepare(permit, TODAY, p521.certificate()))
                .hasMessageContaining("NC-28");
        UnsignedVdsNc unsigned = VdsNcEncoder.prepare(permit, TODAY, good.certificate());
        assertThatThrownBy(() -> unsigned.sign(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unsigned.withSignature(other.sign(unsigned.signedBytes())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theIdentityDoesNotDependOnSOrOnTheOrderOfMembers() throws Exception {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 0x21);
        String code = new String(
                VdsNcEncoder.prepare(permit, TODAY, signer.certificate()).sign(signer), StandardCharsets.UTF_8);
        int sig = code.indexOf(",\"sig\":");
        String turned = "{" + code.substring(sig + 1, code.length() - 1) + "," + code.substring(1, sig) + "}";
        VdsNc one = VdsNcDecoder.decode(code.getBytes(StandardCharsets.UTF_8));
        VdsNc other = VdsNcDecoder.decode(turned.getBytes(StandardCharsets.UTF_8));
        assertThat(other.identity()).isEqualTo(one.identity()).hasSize(16);
        assertThat(other.verifies(signer.certificate().getPublicKey())).isTrue();
    }

    @Test
    void aRowOfARegistryOfOnesOwnAddsAType() throws Exception {
        String own = new JsonMapper()
                .writeValueAsString(org.stayseal.spec.registry.RegistryFile.read("vds-nc-types.json"))
                .replace("uto.residence-permit", "d.residence-permit")
                .replace("\"country\":\"UTO\"", "\"country\":\"D\"");
        VdsNcTypes types = VdsNcTypes.of(new JsonMapper().readTree(own));
        assertThat(types.residencePermit("D")).isPresent();
        assertThat(types.residencePermit("UTO")).isEmpty();
        assertThatThrownBy(() -> VdsNcTypes.of(new JsonMapper().readTree(own.replace("\"signedOn\"", "\"signed\""))))
                .hasMessageContaining("signedOn");
    }
}
