package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealFeature;
import org.stayseal.spec.vds.SealHeader;

class SealFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.start(Seeds.codes("\u00DC"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatIsReadStrictlyIsWrittenAgainToTheSameBytes(byte[] bytes) {
        Seal tolerant;
        try {
            tolerant = SealDecoder.decodeTolerant(bytes);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("VDS-");
            return;
        }
        assertThat(tolerant.received()).isEqualTo(bytes);
        try {
            Seal strict = SealDecoder.decode(bytes);
            assertThat(strict).isEqualTo(tolerant);
            assertThat(tolerant.deviations()).isEmpty();
            assertThat(written(strict)).isEqualTo(bytes);
        } catch (FormatException e) {
            assertThat(tolerant.deviations())
                    .as("what only the tolerant reader takes deviates")
                    .isNotEmpty();
        }
    }

    /** The seal put together again from what was decoded, by VDS-3 to VDS-13, without the project's own encoder. */
    private static byte[] written(Seal seal) {
        SealHeader header = seal.header();
        boolean three = header.version() == 3;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0xDC);
        out.write(header.version() - 1);
        out.writeBytes(C40.encode((header.country() + "<<").substring(0, 3)));
        String length = three ? "" : String.format("%02X", header.reference().length());
        out.writeBytes(C40.encode(header.signer() + length + header.reference()));
        out.writeBytes(date(header.issued()));
        out.writeBytes(date(header.signed()));
        out.write(header.featureReference());
        out.write(header.category());
        for (SealFeature feature : seal.features()) {
            out.write(feature.tag());
            out.writeBytes(
                    three ? new byte[] {(byte) feature.value().length} : DerLength.encode(feature.value().length));
            out.writeBytes(feature.value());
        }
        assertThat(out.toByteArray()).isEqualTo(seal.signedBytes());
        out.write(0xFF);
        out.writeBytes(DerLength.encode(seal.signature().length));
        out.writeBytes(seal.signature());
        return out.toByteArray();
    }

    private static byte[] date(LocalDate date) {
        int number = date.getMonthValue() * 1_000_000 + date.getDayOfMonth() * 10_000 + date.getYear();
        return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }
}
