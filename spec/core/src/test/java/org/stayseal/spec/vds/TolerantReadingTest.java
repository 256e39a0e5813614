package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stayseal.spec.vds.SealSamples.bytes;
import static org.stayseal.spec.vds.SealSamples.joined;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import tools.jackson.databind.json.JsonMapper;

class TolerantReadingTest {

    private static final byte[] REST = bytes("0F7134 0F7134 0102 0101 41 FF02 0102");

    @Test
    void aSealThatFollowsTheRulesHasNoDeviation() throws FormatException {
        assertThat(SealDecoder.decodeTolerant(SealSamples.seal().received()).deviations())
                .isEmpty();
    }

    @Test
    void eachDeviationIsReadAndNamed() throws FormatException {
        reads(joined(bytes("DC03 FE45 6D32C8A72739"), REST), Deviation.SHORT_COUNTRY);
        reads(joined(bytes("DC03 6ABC 6D32C8A519FC"), REST), Deviation.FIXED_REFERENCE);
        reads(joined(bytes("DC03 6ABC"), C40.encode("DEZV10" + "0011223344"), REST), Deviation.DECIMAL_LENGTH);
        reads(joined(bytes("DC00 6ABC 6D32C8A519FC"), REST), Deviation.VENDOR_VERSION);
        reads(joined(bytes("DC01 6ABC 6D32C8A519FC"), REST), Deviation.VENDOR_VERSION);
        reads(
                joined(bytes("DC03 6ABC 6D32C8A72739 0F7134 0F7134 0102 01C8"), new byte[200], bytes("FF02 0102")),
                Deviation.RAW_LENGTH);
        reads(bytes("DC03 6ABC 6D32C8A72739 0F7134 0F7134 0102 0101 41"), Deviation.NO_SIGNATURE);
    }

    /** The type that no other decoder reads: VDS-3, VDS-24. */
    @Test
    void theHeadingsOfAVendorAreReadByTheirProfile() throws Exception {
        Path file = Conformance.root().resolve("spec/vectors/seal-profile/vendor-headings.json");
        String code = JsonMapper.shared()
                .readTree(Files.readString(file, StandardCharsets.UTF_8))
                .required("code")
                .required("hex")
                .stringValue();
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> SealDecoder.decode(bytes(code)))
                .matches(e -> e.rule().equals("VDS-3"));
        Seal seal = SealDecoder.decodeTolerant(bytes(code));
        assertThat(seal.deviations()).containsExactly(Deviation.VENDOR_VERSION);
        SealContent content = Profiles.standard().read(seal).orElseThrow();
        assertThat(content.profile().id()).isEqualTo("uto-general-purpose");
        assertThat(content.values())
                .isEqualTo(Map.of(
                        "heading1", "Purpose", "value1", "Entry to the harbour", "heading2", "Größe", "value2", ""));
    }

    @Test
    void severalDeviationsAreNamedTogether() throws FormatException {
        reads(joined(bytes("DC03 FE45 6D2B712519AD"), REST), Deviation.SHORT_COUNTRY, Deviation.FIXED_REFERENCE);
    }

    @Test
    void aFragmentIsNeverAuthentic() throws FormatException {
        byte[] whole = SealSamples.seal().received();
        Seal fragment = SealDecoder.decodeTolerant(java.util.Arrays.copyOf(whole, whole.length - 66));
        assertThat(fragment.deviations()).containsExactly(Deviation.NO_SIGNATURE);
        assertThat(fragment.verifies(SealSamples.SIGNER.certificate().getPublicKey()))
                .isFalse();
    }

    @Test
    void whatNoReadingFitsIsRefusedForWhatTheRulesSay() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(
                        () -> SealDecoder.decodeTolerant(bytes("DC03 D9C5 D9CAC8A72801 000000 0F7134 0102 FF020102")))
                .matches(e -> e.rule().equals("VDS-7"));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> SealDecoder.decodeTolerant(bytes("DC")))
                .matches(e -> e.rule().equals("VDS-2"));
    }

    private static void reads(byte[] seal, Deviation... deviations) throws FormatException {
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> SealDecoder.decode(seal));
        assertThat(SealDecoder.decodeTolerant(seal).deviations()).isEqualTo(Set.of(deviations));
    }
}
