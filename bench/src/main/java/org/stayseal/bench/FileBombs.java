package org.stayseal.bench;

import static org.stayseal.bench.Bombs.ascii;
import static org.stayseal.bench.Bombs.filled;
import static org.stayseal.bench.Bombs.hex;
import static org.stayseal.bench.Bombs.join;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.ReadResult.Unreadable;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.reader.SnapshotArchive;

/** Bombs for snapshots, which are ZIP files, and for pictures. */
final class FileBombs {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int SIXTEEN_MB = 16 * 1024 * 1024;
    private static final CodeReader READER = new CodeReader();

    private FileBombs() {}

    static List<Bomb> all() {
        return List.of(
                snapshot("snapshot: 16 entries of 16 MB of zeros", () -> zip(16, SIXTEEN_MB, SIXTEEN_MB)),
                snapshot("snapshot: an entry of 16 MB that says 1 kB", () -> zip(1, SIXTEEN_MB, 1024)),
                snapshot("snapshot: an entry that says 4 GB", () -> zip(1, SIXTEEN_MB, 0xFFFF_FFFF)),
                snapshot("snapshot: 65,535 entries in an empty directory", () -> end(65_535, 0, 0)),
                snapshot("snapshot: one byte more than allowed", () -> new byte[SnapshotArchive.MAX_BYTES + 1]),
                picture("PNG: 65,535 by 65,535 pixels", () -> png(65_535, 65_535)),
                picture("PNG: 2^31-1 by 2^31-1 pixels", () -> png(0x7FFF_FFFF, 0x7FFF_FFFF)),
                picture("PNG: 1 by 50,000,001 pixels", () -> png(1, 50_000_001)),
                picture("JPEG: 65,500 by 65,500 pixels", () -> jpeg(65_500)),
                picture("GIF: 65,535 by 65,535 pixels", () -> gif()),
                picture("WebP: 16,383 by 16,383 pixels", () -> webp()),
                picture("file: one byte more than allowed", () -> filled(CodeReader.MOST_BYTES + 1, ' ')));
    }

    private static Bomb snapshot(String name, Supplier<byte[]> made) {
        return new Bomb(name, made, zip -> {
            try {
                SnapshotArchive.read(zip);
                return false;
            } catch (FormatException e) {
                return true;
            }
        });
    }

    private static Bomb picture(String name, Supplier<byte[]> made) {
        return new Bomb(name, made, file -> READER.read(file) instanceof Unreadable);
    }

    /** Entries of so many zeros, each said to unpack to {@code size}. */
    private static byte[] zip(int entries, int zeros, int size) {
        byte[] packed = deflated(zeros);
        ByteArrayOutputStream files = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        crc.update(new byte[zeros]);
        for (int i = 0; i < entries; i++) {
            byte[] name = ascii("status/" + String.format("%016x", i) + ".cwt");
            ByteBuffer common = buffer(26);
            common.putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0x0021_0000);
            common.putInt((int) crc.getValue()).putInt(packed.length).putInt(size);
            common.putShort((short) name.length).putShort((short) 0);
            ByteBuffer central = buffer(46).putInt(CENTRAL).putShort((short) 20);
            central.put(common.array()).position(42);
            central.putInt(files.size());
            directory.writeBytes(central.array());
            directory.writeBytes(name);
            files.writeBytes(buffer(4).putInt(LOCAL).array());
            files.writeBytes(common.array());
            files.writeBytes(name);
            files.writeBytes(packed);
        }
        return join(files.toByteArray(), directory.toByteArray(), end(entries, directory.size(), files.size()));
    }

    private static byte[] end(int entries, int size, int at) {
        ByteBuffer end = buffer(22).putInt(END).putInt(0);
        return end.putShort((short) entries)
                .putShort((short) entries)
                .putInt(size)
                .putInt(at)
                .array();
    }

    private static byte[] png(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put(ascii("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(hex("0800000000"))
                .array();
        byte[] data = join(ascii("IDAT"), hex("789c"), new byte[100]);
        return join(hex("89504e470d0a1a0a"), chunk(header), chunk(data), chunk(ascii("IEND")));
    }

    private static byte[] chunk(byte[] typeAndData) {
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        return ByteBuffer.allocate(typeAndData.length + 8)
                .putInt(typeAndData.length - 4)
                .put(typeAndData)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] jpeg(int side) {
        String size = String.format("%04x", side);
        String quantization = "ffdb004300" + "01".repeat(64);
        return hex("ffd8" + quantization + "ffc0000b08" + size + size + "01011100" + "ffda0008010100003f00"
                + "00".repeat(100) + "ffd9");
    }

    private static byte[] gif() {
        return join(ascii("GIF89a"), hex("ffffffff000000" + "2c00000000ffffffff00" + "0802" + "4c01" + "003b"));
    }

    /** A lossless WebP: 14 bits for each side. */
    private static byte[] webp() {
        byte[] data = join(hex("2f"), buffer(4).putInt(0x3FFE | 0x3FFE << 14).array(), new byte[99]);
        ByteBuffer riff = buffer(20 + data.length).put(ascii("RIFF")).putInt(12 + data.length);
        return riff.put(ascii("WEBPVP8L")).putInt(data.length).put(data).array();
    }

    /** A raw deflate stream of so many zeros. */
    private static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
