package org.stayseal.barcode;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.stayseal.barcode.PortraitRefusedException.Reason;

/**
 * The codestream of a JPEG 2000 picture (ISO/IEC 15444-1 annex A), taken out of its file and its headers checked before anything is decoded.
 *
 * <p>What may pass (IDB-44): at most 512 by 512 pixels from the origin, one tile, one or three components of 8 bits without subsampling, at most 8 decomposition levels, 32 layers, precincts of at least 64 by 64, code blocks of 8 by 8 to 64 by 64, and no
 * markers but those that a face needs.
 *
 * @param bytes from SOC to the end
 * @param width in pixels
 * @param height in pixels
 */
record Jpeg2000Codestream(byte[] bytes, int width, int height) {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_PIXELS_A_SIDE = 512;
    private static final int MOST_LEVELS = 8;
    private static final int MOST_LAYERS = 32;
    private static final int SMALLEST_PRECINCT = 6;
    private static final int SIGNATURE = 0x6A502020;
    private static final int CODESTREAM_BOX = 0x6A703263;
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int COM = 0xFF64;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;

    /** @throws PortraitRefusedException if it is none, damaged, or more than a face needs */
    static Jpeg2000Codestream of(byte[] file) throws PortraitRefusedException {
        if (file.length > MOST_BYTES) {
            throw new PortraitRefusedException(
                    Reason.TOO_LARGE, "The face has " + file.length + " bytes; at most " + MOST_BYTES + " are shown.");
        }
        try {
            byte[] codestream = inside(file);
            ByteBuffer in = ByteBuffer.wrap(codestream);
            if (u16(in) != SOC || u16(in) != SIZ) {
                throw notAPicture();
            }
            int[] size = size(segment(in));
            header(in, true);
            return new Jpeg2000Codestream(codestream, size[0], size[1]);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new PortraitRefusedException(Reason.DAMAGED, "The JPEG 2000 picture is cut short.");
        }
    }

    /** The content of the file's first codestream box; the whole, if it is a bare codestream. */
    private static byte[] inside(byte[] file) throws PortraitRefusedException {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length > 4 && (in.getInt(0) >>> 16) == SOC) {
            return file;
        }
        if (file.length < 12 || in.getInt(0) != 12 || in.getInt(4) != SIGNATURE) {
            throw notAPicture();
        }
        while (in.remaining() >= 8) {
            int start = in.position();
            long length = in.getInt() & 0xFFFFFFFFL;
            int type = in.getInt();
            int end = length == 0 ? file.length : Math.toIntExact(Math.min(start + length, Integer.MAX_VALUE));
            if (type == CODESTREAM_BOX && end <= file.length) {
                return Arrays.copyOfRange(file, in.position(), end);
            }
            if (length < 8 || end > file.length) {
                break;
            }
            in.position(end);
        }
        throw new PortraitRefusedException(Reason.DAMAGED, "The JPEG 2000 file has no whole codestream.");
    }

    private static int[] size(ByteBuffer siz) throws PortraitRefusedException {
        u16(siz);
        int[] geometry = new int[8];
        for (int i = 0; i < geometry.length; i++) {
            geometry[i] = siz.getInt();
        }
        int width = geometry[0];
        int height = geometry[1];
        if (width < 1 || height < 1) {
            throw new PortraitRefusedException(Reason.DAMAGED, "The JPEG 2000 picture says that it has no pixels.");
        }
        if (width > MOST_PIXELS_A_SIDE || height > MOST_PIXELS_A_SIDE) {
            throw new PortraitRefusedException(
                    Reason.TOO_LARGE,
                    "The face is " + width + " by " + height + " pixels; at most " + MOST_PIXELS_A_SIDE + " by "
                            + MOST_PIXELS_A_SIDE + " are shown.");
        }
        boolean oneTile = geometry[2] == 0
                && geometry[3] == 0
                && geometry[4] >= width
                && geometry[5] >= height
                && geometry[6] == 0
                && geometry[7] == 0;
        int components = u16(siz);
        boolean plain = components == 1 || components == 3;
        for (int i = 0; plain && i < components; i++) {
            plain = siz.get() == 7 && siz.get() == 1 && siz.get() == 1;
        }
        require(oneTile && plain && !siz.hasRemaining());
        return new int[] {width, height};
    }

    /** Main header, and those of the tile's parts, up to the last. */
    private static void header(ByteBuffer in, boolean main) throws PortraitRefusedException {
        boolean styled = !main;
        while (true) {
            int marker = u16(in);
            switch (marker) {
                case COD -> {
                    require(main);
                    style(segment(in));
                    styled = true;
                }
                case QCD, QCC, COM -> segment(in);
                case SOT -> {
                    require(main && styled);
                    tileParts(in);
                    return;
                }
                case SOD -> {
                    require(!main);
                    return;
                }
                default -> require(false);
            }
        }
    }

    private static void tileParts(ByteBuffer in) throws PortraitRefusedException {
        int marker = SOT;
        while (marker == SOT) {
            int start = in.position() - 2;
            ByteBuffer sot = segment(in);
            require(sot.remaining() == 8 && u16(sot) == 0);
            long length = sot.getInt() & 0xFFFFFFFFL;
            header(in, false);
            long end = length == 0 ? in.limit() : start + length;
            require(end >= in.position() && end <= in.limit());
            in.position((int) end);
            if (in.remaining() < 2) {
                return;
            }
            marker = u16(in);
        }
    }

    private static void style(ByteBuffer cod) throws PortraitRefusedException {
        int scod = cod.get();
        cod.get(); // progression order
        int layers = u16(cod);
        cod.get(); // component transformation
        int levels = cod.get();
        int blockWidth = cod.get();
        int blockHeight = cod.get();
        cod.get(); // style of the blocks
        cod.get(); // wavelet
        require(layers >= 1 && layers <= MOST_LAYERS && levels >= 0 && levels <= MOST_LEVELS);
        require(blockWidth >= 1 && blockWidth <= 4 && blockHeight >= 1 && blockHeight <= 4);
        if ((scod & 1) != 0) {
            for (int i = 0; i <= levels; i++) {
                int precinct = cod.get() & 0xFF;
                require((precinct & 0xF) >= SMALLEST_PRECINCT && precinct >> 4 >= SMALLEST_PRECINCT);
            }
        }
    }

    /** The rest of a marker segment after its length. */
    private static ByteBuffer segment(ByteBuffer in) {
        int length = u16(in) - 2;
        ByteBuffer segment = in.slice().limit(length);
        in.position(in.position() + length);
        return segment;
    }

    private static int u16(ByteBuffer in) {
        return in.getShort() & 0xFFFF;
    }

    private static void require(boolean condition) throws PortraitRefusedException {
        if (!condition) {
            throw new PortraitRefusedException(
                    Reason.DAMAGED, "The JPEG 2000 picture uses what no face needs, or is damaged.");
        }
    }

    private static PortraitRefusedException notAPicture() {
        return new PortraitRefusedException(Reason.NOT_A_PICTURE, "This is not a JPEG 2000 picture.");
    }
}
