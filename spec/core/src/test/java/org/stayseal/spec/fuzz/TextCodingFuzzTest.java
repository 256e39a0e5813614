package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.Hex;

/** Codings in which every byte string has one text and every text that is taken has one byte string. */
class TextCodingFuzzTest {

    static Stream<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Seeds.texts(
                "", "BB8", "%69 VD92EX0", "UJCLQE7W581", "QED8WEX0", ":::", "GGW", "::", "AA", "MZXW6", "B=", "74"));
        for (String c40 : List.of("EB0466A9", "EB11FE45", "62D719C9", "DE515826", "6ABC", "D9CAC8A73A99")) {
            seeds.add(hex(c40));
        }
        return Seeds.start(seeds);
    }

    @MethodSource("seeds")
    @FuzzTest
    void textsAreTheTextsOfTheirBytesInBase45Base32AndC40(byte[] bytes) {
        base45(bytes);
        base32(bytes);
        c40(bytes);
    }

    private static void base45(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            assertThat(Base45.encode(Base45.decode(text, "CRED-3"))).isEqualTo(text);
        } catch (FormatException e) {
            assertThat(e.rule()).isEqualTo("CRED-3");
        }
        try {
            assertThat(Base45.decode(Base45.encode(bytes), "CRED-3")).isEqualTo(bytes);
        } catch (FormatException e) {
            throw new AssertionError("not read back: " + Hex.encode(bytes), e);
        }
    }

    private static void base32(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            assertThat(Base32.encode(Base32.decode(text, "IDB-3"))).isEqualTo(text);
        } catch (FormatException e) {
            assertThat(e.rule()).isEqualTo("IDB-3");
        }
        try {
            assertThat(Base32.decode(Base32.encode(bytes), "IDB-3")).isEqualTo(bytes);
        } catch (FormatException e) {
            throw new AssertionError("not read back: " + Hex.encode(bytes), e);
        }
    }

    private static void c40(byte[] bytes) {
        String text;
        try {
            text = C40.decode(bytes);
        } catch (FormatException e) {
            assertThat(e.rule()).isEqualTo("VDS-9");
            return;
        }
        assertThat(text).matches("[0-9A-Z ]*");
        assertThat(C40.encode(text)).isEqualTo(bytes);
        assertThat(C40.encodedLength(text.length())).isEqualTo(bytes.length);
    }

    private static byte[] hex(String digits) {
        try {
            return Hex.decode(digits, "VDS-9");
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }
}
