package org.stayseal.trust.reader;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.trust.Manifest;

/** One reading of a ZIP by TRUST-63: central directory and entries are walked together, and must fill the file without a gap. */
final class ArchiveReading {

    private static final String RULE = "TRUST-63";
    private static final int MAX_RATIO = Limits.value("maxInflateRatio");
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Flag bits that change nothing for us: compression level (1, 2) and UTF-8 names (11). */
    private static final int HARMLESS_FLAGS = 0x0806;

    private final byte[] zip;
    private final ByteBuffer in;
    private final Set<String> folded = new HashSet<>();
    private long unpacked;

    ArchiveReading(byte[] zip) {
        this.zip = zip;
        this.in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    private record Header(int flags, int method, int crc, long packed, long size, int nameLength, int extraLength) {}

    SortedMap<String, byte[]> read() throws FormatException {
        if (zip.length > SnapshotArchive.MAX_BYTES) {
            throw refuse("a ZIP of more than " + SnapshotArchive.MAX_BYTES + " bytes");
        }
        try {
            return readAll();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw refuse("the ZIP is cut short or points outside itself");
        }
    }

    private SortedMap<String, byte[]> readAll() throws FormatException {
        int end = zip.length - SnapshotArchive.END_SIZE;
        if (end < 0 || in.getInt(end) != SnapshotArchive.END) {
            throw refuse("not a ZIP, or something follows its end");
        }
        in.position(end + 4);
        int disk = unsignedShort();
        int directoryDisk = unsignedShort();
        int here = unsignedShort();
        int count = unsignedShort();
        long directorySize = unsignedInt();
        long directory = unsignedInt();
        int comment = unsignedShort();
        if (disk != 0 || directoryDisk != 0 || here != count || comment != 0 || directory + directorySize != end) {
            throw refuse("several disks, a comment, ZIP64, or a gap before the end");
        }
        if (count < 1 || count > SnapshotArchive.MAX_ENTRIES) {
            throw refuse("no entries, or more than " + SnapshotArchive.MAX_ENTRIES);
        }
        requireBounded((int) directory, count);
        SortedMap<String, byte[]> files = new TreeMap<>();
        int central = (int) directory;
        int local = 0;
        for (int i = 0; i < count; i++) {
            in.position(central);
            if (in.getInt() != SnapshotArchive.CENTRAL) {
                throw refuse("a broken central directory");
            }
            unsignedShort();
            Header header = header();
            int commentLength = unsignedShort();
            int entryDisk = unsignedShort();
            unsignedShort();
            unsignedInt();
            long offset = unsignedInt();
            String name = name(header);
            central = in.position() + header.extraLength + commentLength;
            if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                throw refuse("two entries of one name");
            }
            if (entryDisk != 0 || offset != local) {
                throw refuse("entries with gaps between them, overlapping, or in another order than listed");
            }
            local = readEntry(local, header, name, files);
        }
        if (central != end || local != directory) {
            throw refuse("bytes that belong to no entry");
        }
        return files;
    }

    /** What the directory declares is judged as a whole before anything is unpacked: a bomb must not cost what it would unpack to. */
    private void requireBounded(int directory, int count) throws FormatException {
        long total = 0;
        int at = directory;
        for (int i = 0; i < count; i++) {
            long packed = Integer.toUnsignedLong(in.getInt(at + 20));
            long size = Integer.toUnsignedLong(in.getInt(at + 24));
            total += size;
            if (size > packed * MAX_RATIO || size > SnapshotArchive.MAX_ENTRY || total > SnapshotArchive.MAX_UNPACKED) {
                throw refuse("an entry, or all together, larger than allowed");
            }
            at += SnapshotArchive.CENTRAL_SIZE
                    + Short.toUnsignedInt(in.getShort(at + 28))
                    + Short.toUnsignedInt(in.getShort(at + 30))
                    + Short.toUnsignedInt(in.getShort(at + 32));
        }
    }

    private int readEntry(int offset, Header central, String name, SortedMap<String, byte[]> files)
            throws FormatException {
        in.position(offset);
        if (in.getInt() != SnapshotArchive.LOCAL) {
            throw refuse("an entry without its header");
        }
        Header local = header();
        if (local.flags != central.flags
                || local.method != central.method
                || local.crc != central.crc
                || local.packed != central.packed
                || local.size != central.size
                || !name(local).equals(name)) {
            throw refuse("an entry whose two headers differ");
        }
        int start = in.position() + local.extraLength;
        if (local.packed > zip.length - start) {
            throw refuse("an entry longer than the file");
        }
        int packed = (int) local.packed;
        byte[] content = content(local, start, packed);
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != local.crc) {
            throw refuse("an entry whose checksum is wrong");
        }
        files.put(name, content);
        return start + packed;
    }

    private byte[] content(Header header, int start, int packed) throws FormatException {
        long limit = Math.min(SnapshotArchive.MAX_ENTRY, SnapshotArchive.MAX_UNPACKED - unpacked);
        if (header.size > limit) {
            throw refuse("an entry, or all together, larger than allowed");
        }
        byte[] content;
        if (header.method == STORED && header.size == header.packed) {
            content = Arrays.copyOfRange(zip, start, start + packed);
        } else if (header.method == DEFLATED) {
            content = inflate(start, packed, (int) header.size);
        } else {
            throw refuse("an entry that is neither stored nor deflated");
        }
        unpacked += content.length;
        return content;
    }

    /** Raw deflate to exactly the declared size, which is within the bound: one byte more ends it. */
    private byte[] inflate(int start, int packed, int size) throws FormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, start, packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(size, 65_536) + 1);
            byte[] buffer = new byte[8_192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw refuse("an entry whose deflate stream is cut short");
                }
                if (out.size() + count > size) {
                    throw refuse("an entry that unpacks to more than it declares");
                }
                out.write(buffer, 0, count);
            }
            if (out.size() != size || inflater.getRemaining() != 0) {
                throw refuse("an entry whose sizes are wrong");
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw refuse("an entry whose deflate stream is damaged");
        } finally {
            inflater.end();
        }
    }

    /** What local and central headers have in common, from the version needed to the length of the extra field. */
    private Header header() throws FormatException {
        unsignedShort();
        int flags = unsignedShort();
        int method = unsignedShort();
        unsignedInt();
        int crc = in.getInt();
        long packed = unsignedInt();
        long size = unsignedInt();
        int nameLength = unsignedShort();
        int extraLength = unsignedShort();
        if ((flags & ~HARMLESS_FLAGS) != 0) {
            throw refuse("an entry that is encrypted or described only after itself");
        }
        return new Header(flags, method, crc, packed, size, nameLength, extraLength);
    }

    private String name(Header header) throws FormatException {
        byte[] bytes = new byte[header.nameLength];
        in.get(bytes);
        String name = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!Manifest.isName(name)) {
            throw FormatException.wrongFormat("TRUST-61", "a name that a file of a snapshot cannot have");
        }
        return name;
    }

    private int unsignedShort() {
        return Short.toUnsignedInt(in.getShort());
    }

    private long unsignedInt() {
        return Integer.toUnsignedLong(in.getInt());
    }

    private static FormatException refuse(String message) {
        return FormatException.wrongFormat(RULE, message);
    }
}
