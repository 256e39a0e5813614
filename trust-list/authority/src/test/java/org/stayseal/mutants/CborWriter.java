package org.stayseal.mutants;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes deterministic CBOR (RFC 8949 4.2.1), or what is deterministic in all but one item. */
final class CborWriter {

    /** How one item is written that should not be. */
    enum Fault {
        LONGER_HEAD,
        INDEFINITE,
        KEYS_OUT_OF_ORDER,
        KEY_TWICE
    }

    private static final int ARRAY = 4;
    private static final int MAP = 5;

    private final @Nullable Fault fault;
    private int until;

    private CborWriter(@Nullable Fault fault, int item) {
        this.fault = fault;
        this.until = item;
    }

    static byte[] write(CBORObject value) {
        return new CborWriter(null, -1).bytes(value);
    }

    /** @param item the number of the item that is written wrongly, counted from 0 in the order of writing; none where there are fewer */
    static byte[] write(CBORObject value, Fault fault, int item) {
        return new CborWriter(fault, item).bytes(value);
    }

    private byte[] bytes(CBORObject value) {
        @Nullable Fault here = until-- == 0 ? fault : null;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (value.isTagged()) {
            out.writeBytes(head(6, value.getMostOuterTag().ToInt64Checked(), here));
            out.writeBytes(bytes(value.UntagOne()));
        } else if (value.getType() == CBORType.Map) {
            map(value, here, out);
        } else if (value.getType() == CBORType.Array) {
            out.writeBytes(open(ARRAY, value.size(), here));
            value.getValues().forEach(element -> out.writeBytes(bytes(element)));
            close(here, out);
        } else if (value.getType() == CBORType.ByteString) {
            string(2, value.GetByteString(), here, out);
        } else if (value.getType() == CBORType.TextString) {
            string(3, value.AsString().getBytes(StandardCharsets.UTF_8), here, out);
        } else if (value.getType() == CBORType.Integer && value.CanValueFitInInt64()) {
            long n = value.AsInt64Value();
            out.writeBytes(head(n < 0 ? 1 : 0, n < 0 ? -1 - n : n, here));
        } else {
            out.writeBytes(value.EncodeToBytes());
        }
        return out.toByteArray();
    }

    private void map(CBORObject map, @Nullable Fault here, ByteArrayOutputStream out) {
        List<byte[][]> entries = new ArrayList<>();
        for (CBORObject key : map.getKeys()) {
            entries.add(new byte[][] {new CborWriter(null, -1).bytes(key), bytes(map.get(key))});
        }
        entries.sort((a, b) -> Arrays.compareUnsigned(a[0], b[0]));
        if (here == Fault.KEYS_OUT_OF_ORDER) {
            Collections.reverse(entries);
        } else if (here == Fault.KEY_TWICE && !entries.isEmpty()) {
            entries.add(entries.get(entries.size() - 1));
        }
        out.writeBytes(open(MAP, entries.size(), here));
        for (byte[][] entry : entries) {
            out.writeBytes(entry[0]);
            out.writeBytes(entry[1]);
        }
        close(here, out);
    }

    private static void string(int major, byte[] content, @Nullable Fault here, ByteArrayOutputStream out) {
        out.writeBytes(here == Fault.INDEFINITE ? new byte[] {(byte) (major << 5 | 31)} : new byte[0]);
        out.writeBytes(head(major, content.length, here));
        out.writeBytes(content);
        close(here, out);
    }

    private static byte[] open(int major, int size, @Nullable Fault here) {
        return here == Fault.INDEFINITE ? new byte[] {(byte) (major << 5 | 31)} : head(major, size, here);
    }

    private static void close(@Nullable Fault here, ByteArrayOutputStream out) {
        if (here == Fault.INDEFINITE) {
            out.write(0xFF);
        }
    }

    private static byte[] head(int major, long value, @Nullable Fault here) {
        int bytes = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : value < 0x1_0000_0000L ? 4 : 8;
        if (here == Fault.LONGER_HEAD) {
            bytes = bytes == 0 ? 1 : Math.min(8, 2 * bytes);
        }
        byte[] head = new byte[1 + bytes];
        head[0] = (byte) (major << 5 | (bytes == 0 ? value : 24 + Integer.numberOfTrailingZeros(bytes)));
        for (int i = 0; i < bytes; i++) {
            head[1 + i] = (byte) (value >> 8 * (bytes - 1 - i));
        }
        return head;
    }
}
