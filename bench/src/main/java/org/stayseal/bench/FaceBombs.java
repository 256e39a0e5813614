package org.stayseal.bench;

import static org.stayseal.bench.Bombs.filled;
import static org.stayseal.bench.Bombs.hex;
import static org.stayseal.bench.Bombs.join;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.stayseal.barcode.FacePicture;
import org.stayseal.barcode.PortraitRefusedException;

/** Bombs for the face of an IDB: codestreams of JPEG 2000 (ISO/IEC 15444-1 annex A), with and without a file around them. */
final class FaceBombs {

    private static final byte[] FILE = hex("0000000c6a5020200d0a870a");
    private static final byte[] SOC = hex("ff4f");
    /** Five levels of the reversible wavelet, without scaling. */
    private static final byte[] QCD = hex("ff5c00134040484850484850484850484850484850");

    private static final byte[] EOC = hex("ffd9");
    private static final int MOST_BYTES = 64 * 1024;
    private static final int BODY = 65_000;

    private FaceBombs() {}

    static List<Bomb> all() {
        return List.of(
                face("2^31-1 by 2^31-1 pixels", () -> of(siz(0x7FFF_FFFF, 0x7FFF_FFFF, 0x7FFF_FFFF, 1, 7), cod(1, 5))),
                face(
                        "60,000 by 60,000 pixels of three colours",
                        () -> of(siz(60_000, 60_000, 60_000, 3, 7), cod(1, 5))),
                face(
                        "60,000 by 60,000 pixels, in a file",
                        () -> file(of(siz(60_000, 60_000, 60_000, 3, 7), cod(1, 5)))),
                face("512 by 513 pixels", () -> of(siz(512, 513, 1_024, 1, 7), cod(1, 5))),
                face("262,144 tiles of one pixel", () -> of(siz(512, 512, 1, 1, 7), cod(1, 0))),
                face("16,384 components", () -> of(siz(512, 512, 512, 16_384, 7), cod(1, 5))),
                face("components of 38 bits", () -> of(siz(512, 512, 512, 3, 37), cod(1, 5))),
                face("32 resolutions", () -> of(siz(512, 512, 512, 3, 7), cod(1, 32))),
                face("65,535 layers", () -> of(siz(512, 512, 512, 3, 7), cod(65_535, 5))),
                face("code blocks of 4 by 4", () -> of(siz(512, 512, 512, 3, 7), blocks(32, 0))),
                face("precincts of one pixel", () -> of(siz(512, 512, 512, 3, 7), precincts())),
                face("4,000 parts of one tile, the last cut short", () -> cut(parts(4_000))),
                face("a part said to have 2^32-1 bytes", () -> of(siz(512, 512, 512, 3, 7), cod(1, 5), part(-1))),
                face("8,000 boxes, none a codestream", () -> join(FILE, repeated(hex("0000000866726565"), 8_000))),
                face("a box said to have 2^32-1 bytes", () -> join(FILE, hex("ffffffff6a703263ff4fff51"))),
                face("one byte more than allowed", () -> join(hex("ff4fff51"), filled(MOST_BYTES - 3, ' '))),
                body("code blocks of 64 by 64, bits at random", () -> with(noise(0), cod(1, 5))),
                body("code blocks of 64 by 64, most bits set", () -> with(noise(0xE0), cod(1, 5))),
                body("code blocks of 64 by 64, 32 layers", () -> with(noise(0), cod(32, 5))),
                body("12,288 code blocks of 8 by 8, 32 layers", () -> with(noise(0), blocks(32, 1))),
                body("packets that are all empty", () -> with(filled(BODY, (char) 0), cod(32, 8))),
                body("packets that are all full", () -> with(filled(BODY, (char) 0xFE), cod(32, 8))),
                body("31 planes of bits, none coded", () -> planes(noise(0xC0))),
                body(
                        "the smallest precincts, packets that are all empty",
                        () -> with(filled(BODY, (char) 0), smallPrecincts())),
                body("no packets at all", () -> with(new byte[0], cod(32, 8))));
    }

    /** A good header before whatever the body is: the decoder may show it, or find it damaged, but within the bounds. */
    private static Bomb body(String name, Supplier<byte[]> made) {
        return new Bomb("JPEG 2000 body: " + name, made, face -> {
            try {
                return FacePicture.asPng(face, FacePicture.JPEG_2000).length > 0;
            } catch (PortraitRefusedException e) {
                return true;
            }
        });
    }

    private static byte[] with(byte[] body, byte[] style) {
        return join(SOC, siz(512, 512, 512, 3, 7), style, levels(0x40, 0x48), part(14 + body.length), body, EOC);
    }

    /** Seven guard bits and the greatest exponent: the most planes of bits that a code block may leave out. */
    private static byte[] planes(byte[] body) {
        return join(SOC, siz(512, 512, 512, 3, 7), cod(32, 5), levels(0xE0, 0xF8), part(14 + body.length), body, EOC);
    }

    /** As many exponents as eight levels need. */
    private static byte[] levels(int style, int exponent) {
        byte[] qcd = new byte[5 + 25];
        Arrays.fill(qcd, (byte) exponent);
        ByteBuffer.wrap(qcd).put(hex("ff5c")).putShort((short) (qcd.length - 2)).put((byte) style);
        return qcd;
    }

    private static byte[] blocks(int layers, int exponent) {
        byte[] cod = cod(layers, 5);
        cod[10] = (byte) exponent;
        cod[11] = (byte) exponent;
        return cod;
    }

    /** Eight levels and 32 layers in precincts of 64 by 64. */
    private static byte[] smallPrecincts() {
        return join(hex("ff520015010000200008" + "04040001"), filled(9, 'f'));
    }

    /** The same each time; no byte is FF, which would begin a marker. */
    private static byte[] noise(int set) {
        byte[] body = new byte[BODY];
        long state = 1 + set;
        for (int i = 0; i < body.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            body[i] = (byte) (state >> 56 | set);
            body[i] = body[i] == -1 ? 0x7F : body[i];
        }
        return body;
    }

    private static Bomb face(String name, Supplier<byte[]> made) {
        return new Bomb("JPEG 2000: " + name, made, face -> {
            try {
                FacePicture.asPng(face, FacePicture.JPEG_2000);
                return false;
            } catch (PortraitRefusedException e) {
                return true;
            }
        });
    }

    /** A codestream with this header and one empty part of a tile, if there is no other. */
    private static byte[] of(byte[]... header) {
        return join(SOC, join(header), QCD, part(14), EOC);
    }

    private static byte[] file(byte[] codestream) {
        byte[] box = ByteBuffer.allocate(8)
                .putInt(8 + codestream.length)
                .put(Bombs.ascii("jp2c"))
                .array();
        return join(FILE, box, codestream);
    }

    /** Image and tile size, number and depth (less one) of the components. */
    private static byte[] siz(int width, int height, int tile, int components, int depth) {
        ByteBuffer siz = ByteBuffer.allocate(40 + 3 * components);
        siz.put(hex("ff51")).putShort((short) (38 + 3 * components)).putShort((short) 0);
        siz.putInt(width).putInt(height).putInt(0).putInt(0);
        siz.putInt(tile).putInt(tile).putInt(0).putInt(0).putShort((short) components);
        for (int i = 0; i < components; i++) {
            siz.put((byte) depth).put((byte) 1).put((byte) 1);
        }
        return siz.array();
    }

    private static byte[] cod(int layers, int levels) {
        return ByteBuffer.allocate(14)
                .put(hex("ff52000c0000"))
                .putShort((short) layers)
                .put((byte) 0)
                .put((byte) levels)
                .put(hex("04040001"))
                .array();
    }

    /** Five levels, each in precincts of 1 by 1. */
    private static byte[] precincts() {
        return join(hex("ff520012010000010005" + "04040001"), new byte[6]);
    }

    /** The header of a part of tile 0 of this length, and no data. */
    private static byte[] part(int length) {
        return ByteBuffer.allocate(14)
                .put(hex("ff90000a0000"))
                .putInt(length)
                .put(hex("0001ff93"))
                .array();
    }

    private static byte[] parts(int count) {
        return join(SOC, siz(512, 512, 512, 3, 7), cod(1, 5), QCD, repeated(part(14), count));
    }

    private static byte[] cut(byte[] codestream) {
        return Arrays.copyOf(codestream, codestream.length - 4);
    }

    private static byte[] repeated(byte[] part, int times) {
        ByteBuffer all = ByteBuffer.allocate(part.length * times);
        for (int i = 0; i < times; i++) {
            all.put(part);
        }
        return all.array();
    }
}
