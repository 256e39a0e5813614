package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code inspect} explains every byte, and judges nothing. */
class InspectTest {

    @Test
    void everyByteOfASealIsListedOnce() throws Exception {
        String hex = Vector.hex("seal/valid");
        Session session = Session.run("inspect", "--hex", hex);
        assertThat(session.exit()).isZero();
        assertThat(listed(session.out())).isEqualTo(hex);
        assertThat(session.out())
                .contains(
                        "version 4",
                        "issuing country UTO",
                        "signer UTRP, certificate reference 10",
                        "Residence permit of Utopia",
                        "passportNumber: P4711001",
                        "identity, by which it would be revoked: 6ea8b15f3bc358dd30b9035128dfef56")
                .doesNotContain("deviation", "VALID");
    }

    @Test
    void aCredentialIsUnpackedAndEachFieldNamed() throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text("credential/valid-full"));
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains(
                        "protected header",
                        "alg = -7",
                        "iss, issuing country = \"UTO\"",
                        "nbf, the document begins at = 1794268800, 2026-11-10T00:00:00Z",
                        "surname = \"Muster\"",
                        "name in own script = \"Олена Мустер\"",
                        "purpose = 0, full",
                        "category = 4, temporary-protection",
                        "right from = 20261110",
                        "signature, 64 bytes");
    }

    @Test
    void aForgedCodeCanBeLookedAt() throws Exception {
        assertThat(Session.run("inspect", "--text", Vector.text("signature/credential-by-another-key"))
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credential-format/trailing-byte-after-credential",
                "credential-format/claim-twice",
                "credential-format/unknown-claim",
                "credential-format/header-with-crit",
                "credential-format/payload-not-canonical"
            })
    void whatTheStrictDecoderRefusesIsShownAllTheSame(String name) throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text(name));
        assertThat(session.exit()).as(session.out()).isZero();
        assertThat(session.out()).contains("payload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credential-format/zlib-bomb",
                "credential-format/truncated-text",
                "credential-format/character-outside-base45",
                "credential-format/nothing-after-prefix",
                "credential-format/not-zlib"
            })
    void whereItCannotGoOnItSaysByWhichRule(String name) throws Exception {
        Session session = Session.run("inspect", "--text", Vector.text(name));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).containsPattern("cannot be decoded further\\. [A-Z]+-[0-9]+[a-z]?: ");
        assertThat(session.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vdst_ankunftsnwPapier2, SHORT_COUNTRY",
        "vdst_ankunftsnwPapier2, FIXED_REFERENCE",
        "vdst_meldebescheinigung, DECIMAL_LENGTH",
        "vdst_administrativeDocumentV9Basic, NO_SIGNATURE",
        "kurz_visa_icao, FIXED_REFERENCE",
        "kurz_general_purpose, VENDOR_VERSION"
    })
    void aSealThatDeviatesIsReadAndTheDeviationNamed(String name, String deviation) throws Exception {
        String hex = Conformance.hex(name);
        Session session = Session.run("inspect", "--hex", hex);
        assertThat(session.exit()).as(session.out()).isZero();
        assertThat(session.out().lines()).contains("deviation: " + deviation);
        assertThat(listed(session.out())).isEqualToIgnoringCase(hex);
    }

    @Test
    void whatIsNeitherIsShownByItsFirstBytes() {
        Session session = Session.run("inspect", "--text", "https://verify.example/");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out())
                .contains(
                        "neither a seal (VDS) nor a residence credential, a live code, an IDB, a VDS-NC or",
                        "68747470733a2f2f");
    }

    @Test
    void aLaterKindIsSaidToBeOne() {
        Session session = Session.run("inspect", "--text", "RP2:NCFOXN");
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("of a later kind or version");
    }

    @Test
    void everyPrefixOfASealAndOfACredentialIsAnAnswerAndNoFault() throws Exception {
        String seal = Vector.hex("seal/valid");
        String text = Vector.text("credential/valid-stay");
        for (int i = 0; i < seal.length(); i += 2) {
            assertThat(Session.run("inspect", "--hex", seal.substring(0, i)).exit())
                    .isIn(0, 2);
        }
        for (int i = 0; i < text.length(); i += 5) {
            assertThat(Session.run("inspect", "--text", text.substring(0, i)).exit())
                    .isIn(0, 2);
        }
    }

    /** The hexadecimal column, put together. */
    private static String listed(String out) {
        List<String> rows = new ArrayList<>();
        out.lines().forEach(line -> {
            var row = java.util.regex.Pattern.compile(" {2,6}[0-9]+ {2}((?:[0-9a-f]{2})+)(?: .*)?")
                    .matcher(line);
            if (row.matches()) {
                rows.add(row.group(1));
            }
        });
        return String.join("", rows);
    }
}
