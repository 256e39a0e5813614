package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --signer-cert}: only authenticity and dates are asked (VER-10), on the seals printed in TR-03137's annexes. */
class SignerCertificateTest {

    private static final String THEN = "2022-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "bsiC_arrival, 1, INVALID: EXPIRED",
        "bsiD_sic, 2, CANNOT TELL: NOT_A_RESIDENCE_DOCUMENT",
        "bsiE_residencepermit, 0, VALID",
        "bsiF_visa, 1, INVALID: EXPIRED",
        "bsiG_addrid, 2, CANNOT TELL: NOT_A_RESIDENCE_DOCUMENT",
        "bsiH_residencesticker, 2, CANNOT TELL: NOT_A_RESIDENCE_DOCUMENT"
    })
    void theAnnexSealsAreJudgedByTheirCertificateInDerAndInPem(String name, int exit, String answer) throws Exception {
        Path der = Conformance.certificate(name);
        Path pem = Files.writeString(
                folder.resolve("signer.pem"),
                "Bag Attributes\n-----BEGIN CERTIFICATE-----\r\n"
                        + Base64.getMimeEncoder().encodeToString(Files.readAllBytes(der))
                        + "\r\n-----END CERTIFICATE-----\n");
        for (Path certificate : new Path[] {der, pem}) {
            Session session = Session.run(
                    "verify", "--signer-cert", certificate.toString(), "--at", THEN, "--hex", Conformance.hex(name));
            assertThat(session.exit()).as(session.out()).isEqualTo(exit);
            assertThat(session.out()).startsWith(answer + "  --hex");
            assertThat(session.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tr03137-annex-f-visa.jpeg, bsiF_visa, INVALID: EXPIRED",
        "tr03137-annex-g-address-sticker.jpeg, bsiG_addrid, CANNOT TELL: NOT_A_RESIDENCE_DOCUMENT",
        "tr03137-annex-h-residence-sticker.jpeg, bsiH_residencesticker, CANNOT TELL: NOT_A_RESIDENCE_DOCUMENT"
    })
    void thePrintedFiguresHaveTheSameAnswer(String picture, String name, String answer) throws Exception {
        Session session = Session.run(
                "verify",
                "--signer-cert",
                Conformance.certificate(name).toString(),
                "--at",
                THEN,
                Conformance.path("barcodes/" + picture).toString());
        assertThat(session.out()).startsWith(answer);
    }

    @Test
    void listsAreNotAskedAndDoNotMakeItUndecided() throws Exception {
        Session session = Session.run(
                "verify",
                "--json",
                "--signer-cert",
                Conformance.certificate("bsiE_residencepermit").toString(),
                "--at",
                THEN,
                "--hex",
                Conformance.hex("bsiE_residencepermit"));
        JsonNode verdict = JsonMapper.shared().readTree(session.out());
        assertThat(verdict.required("checks")
                        .valueStream()
                        .filter(check -> check.required("result").stringValue().equals("NOT_ASKED"))
                        .map(check -> check.required("name").stringValue()))
                .containsExactly("trust-list", "chain", "environment", "revocation", "scope", "clock", "status");
    }

    @Test
    void aCodeThatNamesAnotherCertificateIsOfAnUnknownOne() throws Exception {
        Session session = Session.run(
                "verify",
                "--signer-cert",
                Conformance.certificate("bsiE_residencepermit").toString(),
                "--text",
                Vector.text("credential/valid-full"));
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out()).contains("UNKNOWN_CERTIFICATE");
    }

    @Test
    void aFileThatIsNoCertificateIsWrongUsageAndAMissingOneIs66() throws Exception {
        Path file = Files.writeString(
                folder.resolve("no.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Session wrong = Session.run("verify", "--signer-cert", file.toString(), "--text", "RP1:");
        assertThat(wrong.exit()).isEqualTo(64);
        assertThat(wrong.err()).contains("is no certificate", "hint: ").doesNotContain("\tat ");
        assertThat(Session.run("verify", "--signer-cert", "no-such.der", "--text", "RP1:")
                        .exit())
                .isEqualTo(66);
    }
}
