package org.stayseal.trust.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

class SnapshotArchiveTest {

    private static final Map<String, byte[]> FILES = Map.of(
            "manifest.json", text("{}"), "root/1.json", text("one"), "status/0011223344556677.cwt", new byte[1000]);

    @Test
    void whatIsWrittenIsReadBackAndTheManifestComesFirst() throws Exception {
        byte[] zip = SnapshotArchive.write(FILES);

        assertThat(SnapshotArchive.read(zip)).containsExactlyInAnyOrderEntriesOf(FILES);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("manifest.json");
        }
    }

    @Test
    void theSameFilesAlwaysGiveTheSameZip() {
        Map<String, byte[]> reversed = new LinkedHashMap<>();
        new TreeMap<>(FILES).descendingMap().forEach(reversed::put);

        assertThat(SnapshotArchive.write(reversed)).isEqualTo(SnapshotArchive.write(FILES));
    }

    @Test
    void deflatedEntriesWithHonestHeadersAreRead() throws FormatException {
        byte[] content = new byte[10_000];
        new Random(63).nextBytes(content);
        Arrays.fill(content, 500, content.length, (byte) 0);

        assertThat(SnapshotArchive.read(one("a", deflate(content), content, content.length)))
                .containsEntry("a", content);
    }

    @Test
    void aBombThatDeclaresLittleIsStoppedAtWhatItDeclares() {
        byte[] content = new byte[10_000_000];

        refused("more than it declares", one("a", deflate(content), content, 100));
    }

    @Test
    void aBombThatDeclaresItsSizeIsStoppedBeforeItIsUnpacked() {
        byte[] content = new byte[SnapshotArchive.MAX_ENTRY + 1];

        refused("larger than allowed", one("a", deflate(content), content, content.length));
    }

    @Test
    void anEntryMayDeclareAHundredTimesItsSizeAndNoMore() {
        byte[] packed = new byte[1_000];

        refused("deflate stream is damaged", one("a", packed, packed, 100_000));
        refused("larger than allowed", one("a", packed, packed, 100_001));
    }

    @Test
    void moreThanIsAllowedAltogetherIsRefusedFromTheDirectoryAlone() {
        // Nothing but a directory: each entry is within its bound, and no entry is there at all.
        ByteBuffer directory = ByteBuffer.allocate(17 * 47 + 22).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 17; i++) {
            directory.putInt(SnapshotArchive.CENTRAL).position(i * 47 + 20);
            directory.putInt(SnapshotArchive.MAX_ENTRY).putInt(SnapshotArchive.MAX_ENTRY);
            directory.putShort((short) 1).position(i * 47 + 46);
            directory.put((byte) ('a' + i));
        }
        directory.putInt(SnapshotArchive.END).putInt(0).putShort((short) 17).putShort((short) 17);
        directory.putInt(17 * 47).putInt(0);

        refused("all together, larger than allowed", directory.array());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "/a",
                "a/../b",
                "a//b",
                "a/",
                "a\\b",
                ".a",
                "a/.b",
                "C:a",
                "a b",
                "a\u0000",
                "a/b/c/d",
                "",
                "status/\u00e4"
            })
    void aNameThatPlaysTricksWithPathsIsRefused(String name) {
        assertThatThrownBy(() -> SnapshotArchive.read(one(name, text("x"), text("x"), -1)))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void twoNamesThatDifferOnlyInCaseAreRefused() {
        refused("two entries of one name", SnapshotArchive.write(Map.of("a/B", text("1"), "a/b", text("2"))));
    }

    @Test
    void bytesBeforeTheFirstEntryAreRefused() {
        byte[] zip = SnapshotArchive.write(FILES);

        refusedAtAll(join(new byte[] {1}, zip));
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        refusedAtAll(join(SnapshotArchive.write(FILES), new byte[] {1}));
    }

    @Test
    void aZipOfDataDescriptorsIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(text("{}"));
        }

        refused("described only after itself", out.toByteArray());
    }

    @Test
    void anEntryWhoseHeadersDifferIsRefused() {
        byte[] zip = SnapshotArchive.write(Map.of("a", text("x")));
        zip[30] = 'b';

        refused("two headers differ", zip);
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] zip = SnapshotArchive.write(Map.of("a", text("x")));
        zip[31] ^= 1;

        refused("checksum", zip);
    }

    @Test
    void anyChangedOrMissingByteEndsInOurExceptionOrTheSameNames() {
        byte[] zip = SnapshotArchive.write(FILES);
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = random.nextInt(4) == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : zip.clone();
            for (int n = random.nextInt(3); n >= 0 && mutant.length > 0; n--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(SnapshotArchive.read(mutant)).isNotEmpty();
            } catch (FormatException e) {
                assertThat(e.rule()).isIn("TRUST-61", "TRUST-63");
            }
        }
    }

    private static void refused(String words, byte[] zip) {
        assertThatThrownBy(() -> SnapshotArchive.read(zip))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(words);
    }

    private static void refusedAtAll(byte[] zip) {
        assertThatThrownBy(() -> SnapshotArchive.read(zip)).isInstanceOf(FormatException.class);
    }

    /** A ZIP of one entry; {@code declared} is the size it claims, -1 for stored. */
    private static byte[] one(String name, byte[] packed, byte[] content, int declared) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(30 + 46 + 22 + 2 * nameBytes.length + packed.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(SnapshotArchive.LOCAL);
        header(out, packed.length, declared, crc, nameBytes.length);
        out.put(nameBytes).put(packed);
        int directory = out.position();
        out.putInt(SnapshotArchive.CENTRAL).putShort((short) 20);
        header(out, packed.length, declared, crc, nameBytes.length);
        out.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(0)
                .put(nameBytes);
        int size = out.position() - directory;
        out.putInt(SnapshotArchive.END).putShort((short) 0).putShort((short) 0);
        out.putShort((short) 1)
                .putShort((short) 1)
                .putInt(size)
                .putInt(directory)
                .putShort((short) 0);
        return out.array();
    }

    private static void header(ByteBuffer out, int packed, int declared, CRC32 crc, int nameLength) {
        out.putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) (declared < 0 ? 0 : 8))
                .putInt(0);
        out.putInt((int) crc.getValue()).putInt(packed).putInt(declared < 0 ? packed : declared);
        out.putShort((short) nameLength).putShort((short) 0);
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length / 100 + 1_000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
