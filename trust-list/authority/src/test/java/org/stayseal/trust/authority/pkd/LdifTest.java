package org.stayseal.trust.authority.pkd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;

/** TRUST-115 and TRUST-118. */
class LdifTest {

    @Test
    void aFoldedEntryIsRead() throws Exception {
        List<LdifEntry> entries = read("""
                # a comment
                 that goes on
                version: 1

                dn: cn=OU\\=Passport CA\\,O\\=Government of Uto
                 pia\\,C\\=UT+sn=42E575AF,o=bcsc,c=UT,dc=data,dc=download,dc=pkd,dc=icao,
                 dc=int
                pkdVersion: 1150
                userCertificate;binary:: AQI
                 D
                description:
                cn:: w4Q=

                """);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.dn())
                    .isEqualTo("cn=OU\\=Passport CA\\,O\\=Government of Utopia\\,C\\=UT+sn=42E575AF,o=bcsc,c=UT,"
                            + "dc=data,dc=download,dc=pkd,dc=icao,dc=int");
            assertThat(entry.attributes())
                    .containsExactly(
                            LdifAttribute.of("pkdVersion", "1150"),
                            LdifAttribute.of("userCertificate;binary", new byte[] {1, 2, 3}),
                            LdifAttribute.of("description", ""),
                            LdifAttribute.of("cn", "Ä"));
            assertThat(entry.values("USERCERTIFICATE")).containsExactly(new byte[] {1, 2, 3});
        });
    }

    @Test
    void linesMayEndAsOnOtherSystemsAndTheVersionMayBeMissing() throws Exception {
        assertThat(read("dn: c=UT\r\nc: UT\r\n\r\n\r\ndn: c=XX\r\nc: XX\r\n")).hasSize(2);
        assertThat(read("# nothing\n")).isEmpty();
    }

    @Test
    void whatWouldHaveToBeFetchedIsUnsupported() {
        unsupported("dn: c=UT\nuserCertificate:< file:///etc/passwd\n");
    }

    @Test
    void changesControlsAndOtherVersionsAreUnsupported() {
        unsupported("dn: c=UT\nchangetype: delete\n");
        unsupported("dn: c=UT\nchangetype: add\nc: UT\n");
        unsupported("dn: c=UT\ncontrol: 1.2.3 true\nc: UT\n");
        unsupported("version: 2\n\ndn: c=UT\nc: UT\n");
    }

    @Test
    void linesOfAnotherFormAreRefused() {
        refused(" folded: from nothing\n");
        refused("dn: c=UT\nc: UT\n\n continued: after nothing\n");
        refused("dn: c=UT\nc: UT");
        refused("dn: c=UT\nno colon\n");
        refused("dn: c=UT\n-\n");
        refused("dn: c=UT\nc: \u00c4\n");
        refused("dn: c=UT\nc:\tUT\n");
        refused("dn: c=UT\nc: UT\rx\n");
    }

    @Test
    void entriesOfAnotherFormAreRefused() {
        refused("c: UT\n");
        refused("dn: c=UT\n");
        refused("dn:\nc: UT\n");
        refused("dn: c=UT\nc: UT\ndn: c=XX\nc: XX\n");
        refused("dn:: gA==\nc: UT\n");
        refused("dn: " + "x".repeat(4_097) + "\nc: UT\n");
        refused("dn: c=UT\n" + "c: UT\n".repeat(65));
    }

    @Test
    void valuesOfAnotherFormAreRefused() {
        refused("dn: c=UT\nc: :UT\n");
        refused("dn: c=UT\nc: <UT\n");
        refused("dn: c=UT\nc:: AQI\n");
        refused("dn: c=UT\nc:: AQJ=\n");
        refused("dn: c=UT\nc:: A*==\n");
        refused("dn: c=UT\n1c: UT\n");
        refused("dn: c=UT\nc;;binary: UT\n");
    }

    @Test
    void everyEntryThatIsWrittenIsReadBackTheSame() throws Exception {
        Random dice = new Random(20261122);
        List<LdifEntry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<LdifAttribute> attributes = new ArrayList<>();
            for (int j = 0; j <= dice.nextInt(5); j++) {
                byte[] value = new byte[dice.nextInt(300)];
                if (dice.nextBoolean()) {
                    dice.nextBytes(value);
                } else {
                    for (int k = 0; k < value.length; k++) {
                        value[k] = (byte) (0x20 + dice.nextInt(0x5F));
                    }
                }
                attributes.add(LdifAttribute.of(dice.nextBoolean() ? "a;binary" : "b", value));
            }
            entries.add(new LdifEntry("cn=" + "Ä".repeat(dice.nextInt(40)) + i + " ", attributes));
        }

        byte[] file = LdifWriter.write(entries);

        assertThat(LdifReader.read(file)).isEqualTo(entries);
        assertThat(LdifWriter.write(LdifReader.read(file))).isEqualTo(file);
        assertThat(new String(file, StandardCharsets.US_ASCII).lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void bytesAtRandomAreRefusedAndNothingElse() {
        Random dice = new Random(7);
        byte[] good =
                "version: 1\n\ndn: c=UT,dc=int\nc: UT\nx;binary:: AQID\n\n# end\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = 0; j <= dice.nextInt(4); j++) {
                bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
            }
            try {
                assertThat(LdifReader.read(bytes)).isNotNull();
            } catch (FormatException e) {
                assertThat(e.rule()).isEqualTo("TRUST-115");
            }
        }
    }

    private static List<LdifEntry> read(String text) throws FormatException {
        return LdifReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void unsupported(String text) {
        refused(text, FormatException.Kind.UNSUPPORTED);
    }

    private static void refused(String text) {
        refused(text, FormatException.Kind.WRONG_FORMAT);
    }

    private static void refused(String text, FormatException.Kind kind) {
        assertThatThrownBy(() -> read(text)).as(text).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.rule()).isEqualTo("TRUST-115");
            assertThat(e.kind()).isEqualTo(kind);
        });
    }
}
