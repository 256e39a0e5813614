package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code inspect} and {@code verify} on VDS-NCs (docs 22) and on identity credentials (docs 31). */
class InspectOthersTest {

    @TempDir
    private Path folder;

    @Test
    void aVdsNcIsListedMemberByMember() throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text("vds-nc/valid"));
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains(
                        "type uto.residence-permit, Residence permit of Utopia in a VDS-NC (national type)",
                        "msg.surname: Muster",
                        "sig.alg    ES256, 64 bytes",
                        "certificate of CN=NC,C=UT",
                        "proves nothing unless",
                        "{\"hdr\":{\"is\":\"UTO\",\"t\":\"uto.residence-permit\",\"v\":1},\"msg\":{",
                        "identity, by which it would be revoked: 5c501b4103400178c36b937c5ae0e0d7");
    }

    @Test
    void aLiveCodeIsListedWithTheCredentialInItAndWhatTheProofIs() throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text("live/valid-full"));
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains(
                        "live code RPL1: 1001 characters",
                        "application/residence-permit-presentation+cwt",
                        "the credential that is shown = of",
                        "cnf, device key",
                        "\"Muster\"",
                        "made at 2026-11-22T12:00:00Z, if the device's clock is right",
                        "the proof is one by the device key in the credential");
        assertThat(Session.run("inspect", "--text", Vector.text("live/by-another-device"))
                        .out())
                .contains("the proof is none by a device key in the credential");
    }

    @Test
    void aForgedVdsNcIsListedAndItsSignatureSaidNotToFit() throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text("vds-nc/content-changed"));
        assertThat(session.exit()).isZero();
        assertThat(session.out()).contains("the signature does not fit");
    }

    @Test
    void aBrokenVdsNcIsSaidToBreakItsRule() throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text("vds-nc-format/member-twice"));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("VDS-NC", "cannot be decoded further. NC-3: ");
    }

    @Test
    void aFileThatHoldsOneVdsNcOverSeveralLinesIsOneCode() throws Exception {
        Path file = folder.resolve("code.json");
        JsonMapper json = new JsonMapper();
        Files.writeString(
                file,
                json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(Vector.text("vds-nc/valid"))));
        Session session = Session.run("inspect", file.toString());
        assertThat(session.exit()).as(session.out()).isZero();
        assertThat(session.out()).contains("5c501b4103400178c36b937c5ae0e0d7");
    }

    @Test
    void aFileOfSeveralVdsNcsIsACodeForEachLine() throws Exception {
        Path file = folder.resolve("codes.txt");
        Files.writeString(file, Vector.text("vds-nc/valid") + "\n" + Vector.text("vds-nc/valid-p384") + "\n");
        Session session = Session.run("inspect", file.toString());
        assertThat(session.exit()).as(session.out()).isZero();
        assertThat(session.out()).contains("(line 1)", "(line 2)", "ES384");
    }

    @Test
    void aVerdictOnANationalTypeSaysSo() throws Exception {
        Session session = Session.run(
                java.time.Instant.parse("2026-11-22T12:00:00Z"),
                new byte[0],
                "verify",
                "--store",
                folder.toString(),
                "--root",
                Vector.ROOT,
                "--snapshot",
                Vector.LISTS.toString(),
                "--text",
                Vector.text("vds-nc/valid"));
        assertThat(session.exit()).as(session.out()).isZero();
        assertThat(session.out()).contains("a national type of UTO", "National type", "Muster, Olena Vera");
    }

    @Test
    void anIdentityCredentialIsShownAndIsNoPermit() throws Exception {
        String text = identity("valid/demographics-full");
        Session inspected = Session.run("inspect", "--text", text);
        assertThat(inspected.exit()).as(inspected.out()).isZero();
        assertThat(inspected.out())
                .contains(
                        "It is no permit",
                        "signature: none",
                        "169/4 fullName: Jane Marie Smith",
                        "169/10 address: 123 Main St|Apt 4|New York, NY 10001",
                        "169/18 bestQualityFingers: [1, 2, 6]");
        Session judged = Session.run("verify", "--json", "--text", text);
        assertThat(judged.exit()).isEqualTo(1);
        assertThat(judged.out()).contains("NOT_A_PERMIT", "an identity credential");
    }

    private static String identity(String name) throws Exception {
        return new JsonMapper()
                .readTree(Files.readString(Conformance.path("claim169/" + name + ".json"), StandardCharsets.UTF_8))
                .required("qr_data")
                .stringValue();
    }
}
