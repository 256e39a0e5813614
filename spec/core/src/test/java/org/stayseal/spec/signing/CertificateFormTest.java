package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.FormatException;

/** TRUST-49: what is no DER, and a time that RFC 5280 does not have, are refused before the provider reads them. */
class CertificateFormTest {

    @ParameterizedTest
    @CsvSource({
        "3000",
        "0101ff",
        "010100",
        "020100",
        "0202ff7f",
        "02020080",
        "0a0105",
        "030100",
        "03020780",
        "0500",
        "0603550403",
        "170d3439313233313233353935395a",
        "170d3530303130313030303030305a",
        "170d3030303232393030303030305a",
        "180f32303530303130313030303030305a",
        "180f39393939313233313233353935395a",
        "1e020041",
        "0c02c328",
        "800100",
        "a0020500",
        "3106020101020102",
        "3100"
    })
    void derIsTaken(String hex) throws Exception {
        Der.only(bytes(hex)).requireDer();
    }

    @ParameterizedTest
    @CsvSource({
        "30",
        "3001",
        "300000",
        "308100",
        "3082000100",
        "30800000",
        "1f0100",
        "010101",
        "0100",
        "0200",
        "02020001",
        "0202ff80",
        "0a00",
        "0300",
        "030108",
        "030101",
        "03020701",
        "050100",
        "0600",
        "06028001",
        "060188",
        "2303030100",
        "170b343931323331323335395a",
        "170f3439313233312b30303030",
        "170c343931323331323335393539",
        "170d3439313333313233353935395a",
        "170d3439303233303233353935395a",
        "170d3439313233313234303030305a",
        "170d3439313233313233353936305a",
        "170d343931323331323335392d2d5a",
        "170e3439313233313233353935395a5a",
        "180f32303439313233313233353935395a",
        "181132303530303130313030303030302e355a",
        "180d3230353030313031303030305a",
        "1e0141",
        "0e0100",
        "090100",
        "0d0100",
        "410100",
        "c10100",
        "a000",
        "3106020102020101"
    })
    void anythingElseIsRefused(String hex) {
        assertThatThrownBy(() -> Der.only(bytes(hex)).requireDer())
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("TRUST-49"));
    }

    @ParameterizedTest
    @CsvSource({"14, true", "15, false"})
    void sixteenLevelsAreNotTooDeep(int sequences, boolean good) {
        byte[] nested = {0x05, 0x00};
        for (int i = 0; i <= sequences; i++) {
            byte[] outer = new byte[nested.length + 2];
            outer[0] = 0x30;
            outer[1] = (byte) nested.length;
            System.arraycopy(nested, 0, outer, 2, nested.length);
            nested = outer;
        }
        byte[] all = nested;
        if (good) {
            org.assertj.core.api.Assertions.assertThatCode(() -> Der.only(all).requireDer())
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Der.only(all).requireDer()).isInstanceOf(FormatException.class);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
