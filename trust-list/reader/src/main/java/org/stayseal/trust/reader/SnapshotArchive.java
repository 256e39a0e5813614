package org.stayseal.trust.reader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Manifest;

/**
 * The ZIP of a snapshot (TRUST-63): written in one form only, read in memory and within bounds.
 *
 * <p>Security guarantees of reading: nothing is written to the disk; no name can leave a folder; local and central headers agree and lie side by side, so
 * that no two readers see two contents; no more is unpacked than the bounds, whatever the headers say.
 */
public final class SnapshotArchive {

    /** Most bytes of the ZIP. */
    public static final int MAX_BYTES = 67_108_864;

    static final int MAX_ENTRIES = 4_096;
    static final int MAX_ENTRY = 16_777_216;
    static final long MAX_UNPACKED = 268_435_456;

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int LOCAL_SIZE = 30;
    static final int CENTRAL_SIZE = 46;
    static final int END_SIZE = 22;

    /** 1980-01-01, the earliest date of the format: the same files always give the same ZIP. */
    private static final short DATE = (short) ((1 << 5) | 1);

    private static final short VERSION = 20;

    private SnapshotArchive() {}

    /**
     * Unpacks a ZIP.
     *
     * @return contents by name
     * @throws FormatException (TRUST-63) for anything that the rule refuses
     */
    public static SortedMap<String, byte[]> read(byte[] zip) throws FormatException {
        return new ArchiveReading(zip).read();
    }

    /**
     * Packs files: the manifest first, the others by name, all stored.
     *
     * @throws IllegalArgumentException if a name or a size could not be read back
     */
    public static byte[] write(Map<String, byte[]> files) {
        List<String> names = new ArrayList<>(new TreeMap<>(files).keySet());
        if (names.remove(Manifest.NAME)) {
            names.add(0, Manifest.NAME);
        }
        if (names.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("more than " + MAX_ENTRIES + " files");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] content = files.get(name);
            if (content == null || !Manifest.isName(name) || content.length > MAX_ENTRY) {
                throw new IllegalArgumentException("a file that a snapshot cannot hold");
            }
            writeEntry(out, directory, name.getBytes(StandardCharsets.US_ASCII), content);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        ByteBuffer end = buffer(END_SIZE).putInt(END).putShort((short) 0).putShort((short) 0);
        end.putShort((short) names.size()).putShort((short) names.size());
        end.putInt(directory.size()).putInt(start).putShort((short) 0);
        out.writeBytes(end.array());
        if (out.size() > MAX_BYTES) {
            throw new IllegalArgumentException("a snapshot of more than " + MAX_BYTES + " bytes");
        }
        return out.toByteArray();
    }

    private static void writeEntry(
            ByteArrayOutputStream out, ByteArrayOutputStream directory, byte[] name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        int offset = out.size();
        ByteBuffer local = buffer(LOCAL_SIZE).putInt(LOCAL);
        common(local, (int) crc.getValue(), content.length, name.length);
        out.writeBytes(local.array());
        out.writeBytes(name);
        out.writeBytes(content);
        ByteBuffer central = buffer(CENTRAL_SIZE).putInt(CENTRAL).putShort(VERSION);
        common(central, (int) crc.getValue(), content.length, name.length);
        // comment length, disk, internal attributes, external attributes, offset
        central.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(offset);
        directory.writeBytes(central.array());
        directory.writeBytes(name);
    }

    private static void common(ByteBuffer header, int crc, int length, int nameLength) {
        // version needed, flags, method stored, time, date
        header.putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE);
        header.putInt(crc).putInt(length).putInt(length);
        header.putShort((short) nameLength).putShort((short) 0);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
