package org.stayseal.spec.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;

class BoundedInflateTest {

    private static final byte[] PLAIN = plain();

    @Test
    void whatWasDeflatedComesBack() throws FormatException {
        assertThat(inflate(BoundedInflate.deflate(PLAIN))).isEqualTo(PLAIN);
        assertThat(inflate(BoundedInflate.deflate(new byte[0]))).isEmpty();
    }

    @Test
    void exactlyTheLimitPassesAndOneByteMoreDoesNot() throws FormatException {
        byte[] stream = BoundedInflate.deflate(PLAIN);
        assertThat(BoundedInflate.inflate(stream, PLAIN.length, 1000, "X-1")).hasSize(PLAIN.length);
        refuses(stream, PLAIN.length - 1, 1000);
    }

    @Test
    void aBombIsStoppedByItsRatioAndByItsSize() {
        byte[] bomb = BoundedInflate.deflate(new byte[50_000_000]);
        refuses(bomb, 1 << 20, 2000);
        refuses(bomb, Integer.MAX_VALUE, 20);
    }

    @Test
    void aStreamCutShortAnywhereIsRefused() {
        byte[] stream = BoundedInflate.deflate(PLAIN);
        for (int length = 0; length < stream.length; length++) {
            refuses(Arrays.copyOf(stream, length), 100_000, 1000);
        }
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        byte[] stream = BoundedInflate.deflate(PLAIN);
        refuses(Arrays.copyOf(stream, stream.length + 1), 100_000, 1000);
        byte[] twice = Arrays.copyOf(stream, 2 * stream.length);
        System.arraycopy(stream, 0, twice, stream.length, stream.length);
        refuses(twice, 100_000, 1000);
    }

    @Test
    void aPresetDictionaryIsRefused() {
        Deflater deflater = new Deflater();
        deflater.setDictionary(new byte[] {1, 2, 3, 4, 5});
        deflater.setInput(PLAIN);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[10_000];
        out.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        refuses(out.toByteArray(), 100_000, 1000);
    }

    @Test
    void aWrongChecksumAndAnythingElseAreRefused() {
        byte[] stream = BoundedInflate.deflate(PLAIN);
        stream[stream.length - 1] ^= 1;
        refuses(stream, 100_000, 1000);
        refuses(new byte[] {1, 2, 3, 4}, 100_000, 1000);
    }

    private static byte[] inflate(byte[] stream) throws FormatException {
        return BoundedInflate.inflate(stream, 100_000, 1000, "X-1");
    }

    private static void refuses(byte[] stream, int maxOutput, int maxRatio) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> BoundedInflate.inflate(stream, maxOutput, maxRatio, "X-1"))
                .matches(e -> e.rule().equals("X-1"));
    }

    private static byte[] plain() {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 2000, 4000, (byte) 7);
        return bytes;
    }
}
