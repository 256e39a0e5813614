package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --profiles}: an authority's own types of seals (VDS-27, VDS-28), and how every deviation is said (VDS-24). */
class ProfilesOptionTest {

    private static final String NOTICE = "dc036abc6d32c8a727390f71340f713401c90010aabbccdd11223344aabbccdd11223344"
            + "0301410401420a0a4d75737465726d616e6eff020102";
    private static final String FILE = """
            {
              "version": 1, "country": "D",
              "profiles": [
                {
                  "id": "de-example-notice", "country": "D", "reference": "01", "category": "C9",
                  "uuid": "aabbccdd-1122-3344-aabb-ccdd11223344",
                  "name": "Notice of an example authority", "source": "its own", "versions": [4], "closed": false, "grants": "none", "expiry": "validUntil",
                  "features": [
                    { "tag": "00", "name": "profileUuid", "coding": "uuid", "bytes": [16, 16], "mandatory": true },
                    { "tag": "01", "name": "validFrom", "coding": "day", "bytes": [8, 8], "mandatory": false },
                    { "tag": "02", "name": "validUntil", "coding": "day", "bytes": [8, 8], "mandatory": false },
                    { "tag": "03", "name": "profileUri", "coding": "utf8", "bytes": [1, 255], "mandatory": true },
                    { "tag": "04", "name": "certificateUri", "coding": "utf8", "bytes": [1, 255], "mandatory": true },
                    { "tag": "05", "name": "statusUri", "coding": "utf8", "bytes": [1, 255], "mandatory": false },
                    { "tag": "06", "name": "statusIndex", "coding": "uint", "bytes": [1, 4], "mandatory": false },
                    { "tag": "0A", "name": "surname", "coding": "utf8", "bytes": [1, 255], "mandatory": true }
                  ]
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void inspectNamesTheFieldsOfAnOwnType() throws Exception {
        Session without = Session.run("inspect", "--hex", NOTICE);
        assertThat(without.out())
                .contains("feature 0A, which its type does not name")
                .doesNotContain("surname");
        Session with = Session.run("inspect", "--profiles", file(FILE), "--hex", NOTICE);
        assertThat(with.exit()).isZero();
        assertThat(with.out()).contains("Notice of an example authority", "surname: Mustermann");
    }

    @Test
    void verifyKnowsAnOwnType() throws Exception {
        Session with = Session.run("verify", "--profiles", file(FILE), "--hex", NOTICE);
        assertThat(with.out()).contains("Notice of an example authority", "Mustermann");
        Session without = Session.run("verify", "--hex", NOTICE);
        assertThat(without.out())
                .contains("of a profile that is not known here")
                .doesNotContain("Mustermann");
    }

    @Test
    void aFileThatCannotBeUsedStopsTheCommandWithItsLine() throws Exception {
        String wrong = file(FILE.replace("\"coding\": \"day\"", "\"coding\": \"date\""));
        for (String command : new String[] {"verify", "inspect"}) {
            Session session = Session.run(command, "--profiles", wrong, "--hex", NOTICE);
            assertThat(session.exit()).isEqualTo(64);
            assertThat(session.out()).isEmpty();
            assertThat(session.err()).contains("line 10: profiles[0].features[1].coding is none of c40", "hint: ");
        }
        assertThat(Session.run("verify", "--profiles", file(FILE), "--profiles", file(FILE), "--hex", NOTICE)
                        .err())
                .contains("has a name that is taken");
        assertThat(Session.run(
                                "verify",
                                "--profiles",
                                folder.resolve("none.json").toString(),
                                "--hex",
                                NOTICE)
                        .exit())
                .isEqualTo(66);
    }

    @Test
    void aSealThatBreaksItsTypeIsShownByteByByteAllTheSame() throws Exception {
        Session session = Session.run("inspect", "--profiles", file(FILE), "--hex", NOTICE.replace("0a0a4d", "0b0a4d"));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("feature 0B", "VDS-19: feature surname is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "SHORT_COUNTRY, dc03fe456d32c8a727390f71340f71340102010141ff020102",
        "FIXED_REFERENCE, dc036abc6d32c8a519fc0f71340f71340102010141ff020102",
        "DECIMAL_LENGTH, dc036abc6d38db8d19a620372ce1fe350f71340f71340102010141ff020102",
        "VENDOR_VERSION, dc006abc6d32c8a519fc0f71340f71340102010141ff020102",
        "NO_SIGNATURE, dc036abc6d32c8a727390f71340f71340102010141"
    })
    void everyDeviationIsALineOfItsOwn(String deviation, String hex) {
        Session session = Session.run("inspect", "--hex", hex);
        assertThat(session.out().lines()).contains("deviation: " + deviation);
    }

    @Test
    void aRawLengthIsADeviationToo() {
        String hex = "dc036abc6d32c8a727390f71340f7134010201c8" + "00".repeat(200) + "ff020102";
        assertThat(Session.run("inspect", "--hex", hex).out().lines()).contains("deviation: RAW_LENGTH");
    }

    private String file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "own", ".json"), text)
                .toString();
    }
}
