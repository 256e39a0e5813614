package org.stayseal.barcode;

import com.google.zxing.Binarizer;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.aztec.AztecDetectorResult;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.stayseal.barcode.Projection.Point;

/**
 * Reads one symbol by a {@link Lattice}: slower than ZXing's own sampling, and it bears blur, uneven light, bent paper and a finder pattern that is measured badly. ZXing finds a QR code's finder patterns
 * and corrects errors.
 */
final class ZxingLattice {
    private static final double[] SHARPENINGS = {0, 0.7, 1.6};

    private ZxingLattice() {}

    /** What was read in a picture that shows one symbol and little else. */
    static Optional<Read> read(GrayPicture picture, Deadline deadline) {
        for (BitMatrix dark : blackAndWhite(picture)) {
            Optional<Read> read = deadline.isOver() ? Optional.empty() : byOutline(picture, dark);
            if (read.isEmpty() && !deadline.isOver()) {
                read = aztec(picture, dark::get);
            }
            if (read.isEmpty() && !deadline.isOver()) {
                read = qrCode(picture, dark);
            }
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** By four rules, as each fails where another holds: blocks of eight pixels, one limit for all, and the mean of a wide neighbourhood after some and after more smoothing. */
    static List<BitMatrix> blackAndWhite(GrayPicture picture) {
        List<BitMatrix> all = new ArrayList<>();
        for (Binarizer binarizer : List.of(
                new HybridBinarizer(ZxingFinder.source(picture)),
                new GlobalHistogramBinarizer(ZxingFinder.source(picture)))) {
            try {
                all.add(binarizer.getBlackMatrix());
            } catch (NotFoundException | RuntimeException e) {
                // Too little contrast for this rule.
            }
        }
        int side = Math.max(picture.width(), picture.height());
        all.add(darkerThanAround(picture.smoothed(Math.max(1, side / 250))));
        all.add(darkerThanAround(picture.smoothed(Math.max(2, side / 110))));
        return all;
    }

    private static BitMatrix darkerThanAround(GrayPicture smooth) {
        GrayPicture around = smooth.smoothed(Math.max(4, Math.max(smooth.width(), smooth.height()) / 12));
        int margin = Math.max(2, smooth.contrast() / 12);
        BitMatrix dark = new BitMatrix(smooth.width(), smooth.height());
        for (int y = 0; y < smooth.height(); y++) {
            for (int x = 0; x < smooth.width(); x++) {
                int i = y * smooth.width() + x;
                if ((smooth.brightness()[i] & 0xFF) + margin < (around.brightness()[i] & 0xFF)) {
                    dark.set(x, y);
                }
            }
        }
        return dark;
    }

    /** A symbol's content and kind. */
    record Read(Symbology symbology, String text) {}

    private static Optional<Read> byOutline(GrayPicture picture, BitMatrix dark) {
        int side = Math.max(picture.width(), picture.height());
        for (int part : new int[] {24, 60, 160}) {
            List<Point> outer =
                    DarkGroups.largest(picture.width(), picture.height(), dark::get, Math.max(1, side / part));
            Optional<List<Point>> corners = Outline.around(outer);
            if (corners.isEmpty()) {
                continue;
            }
            for (SymbolPlace place : QrCodePlace.within(picture, corners.get(), 1)) {
                Optional<Read> read = qrCode(picture, place.projection(), place.size());
                if (read.isPresent()) {
                    return read;
                }
            }
            for (SymbolPlace place : DataMatrixPlace.within(picture, corners.get(), 2)) {
                double n = place.size();
                double[] values = Lattice.read(
                        picture,
                        place.projection(),
                        place.size(),
                        List.of(new Point(0, n), new Point(0, 0), new Point(n, n), new Point(n, 0)));
                for (double sharpening : SHARPENINGS) {
                    BitSet bits = ModuleBits.of(values, place.size(), sharpening);
                    for (int turn : new int[] {0, Turn.MIRRORED_DATA_MATRIX}) {
                        Optional<Read> read = dataMatrix(matrix(Turn.of(bits, place.size(), turn), place.size()));
                        if (read.isPresent()) {
                            return read;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Read> dataMatrix(BitMatrix bits) {
        try {
            DecoderResult decoded = new com.google.zxing.datamatrix.decoder.Decoder().decode(bits);
            boolean accident = ZxingCorrection.ofDataMatrix(decoded.getRawBytes().length, decoded.getErrorsCorrected())
                    .filter(correction -> !correction.isConvincing())
                    .isPresent();
            return accident ? Optional.empty() : read(Symbology.DATA_MATRIX, decoded);
        } catch (ReaderException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Read> aztec(GrayPicture picture, Regions.DarkPixels dark) {
        for (AztecCore core : AztecCore.in(picture, dark)) {
            double[] rings = Lattice.read(
                    picture, core.projection(), core.size(), List.of(new Point(core.size() / 2.0, core.size() / 2.0)));
            for (double sharpening : SHARPENINGS) {
                Optional<AztecCore.Mode> mode =
                        AztecCore.mode(ModuleBits.of(rings, core.size(), sharpening), core.size());
                Optional<ZxingAztecSize> size = mode.flatMap(m -> ZxingAztecSize.of(core.isCompact(), m.message()));
                if (size.isPresent()) {
                    Optional<Read> read =
                            aztec(picture, core, size.get(), mode.get().turn());
                    if (read.isPresent()) {
                        return read;
                    }
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Read> aztec(GrayPicture picture, AztecCore core, ZxingAztecSize size, int turn) {
        int n = size.modules();
        double[] values = Lattice.read(picture, core.carriedOnTo(n), n, List.of(new Point(n / 2.0, n / 2.0)));
        for (double sharpening : SHARPENINGS) {
            try {
                BitMatrix bits = matrix(Turn.of(ModuleBits.of(values, n, sharpening), n, turn), n);
                AztecDetectorResult laidDown = new AztecDetectorResult(
                        bits, new ResultPoint[0], core.isCompact(), size.blocks(), size.layers());
                DecoderResult decoded = new com.google.zxing.aztec.decoder.Decoder().decode(laidDown);
                if (size.isConvincing(decoded.getErrorsCorrected())) {
                    return read(Symbology.AZTEC, decoded);
                }
            } catch (FormatException | RuntimeException e) {
                // Perhaps sharper.
            }
        }
        return Optional.empty();
    }

    private static Optional<Read> qrCode(GrayPicture picture, BitMatrix dark) {
        DetectorResult found;
        try {
            found = new com.google.zxing.qrcode.detector.Detector(dark).detect(ZxingFinder.HINTS);
        } catch (ReaderException | RuntimeException e) {
            return Optional.empty();
        }
        int size = found.getBits().getWidth();
        ResultPoint[] points = found.getPoints();
        Point bottomLeft = point(points[0]);
        Point topLeft = point(points[1]);
        Point topRight = point(points[2]);
        boolean aligned = points.length > 3 && points[3] != null;
        double far = aligned ? size - 6.5 : size - 3.5;
        Projection guess = Projection.of(
                List.of(
                        new Point(3.5, 3.5),
                        new Point(size - 3.5, 3.5),
                        new Point(far, far),
                        new Point(3.5, size - 3.5)),
                List.of(
                        topLeft,
                        topRight,
                        aligned ? point(points[3]) : topRight.plus(bottomLeft).minus(topLeft),
                        bottomLeft));
        return qrCode(picture, guess, size);
    }

    private static Optional<Read> qrCode(GrayPicture picture, Projection guess, int size) {
        double[] values = Lattice.read(
                picture,
                guess,
                size,
                List.of(new Point(3.5, 3.5), new Point(size - 3.5, 3.5), new Point(3.5, size - 3.5)));
        for (double sharpening : SHARPENINGS) {
            try {
                BitMatrix bits = matrix(ModuleBits.of(values, size, sharpening), size);
                Optional<Read> read = read(
                        Symbology.QR_CODE,
                        new com.google.zxing.qrcode.decoder.Decoder().decode(bits, ZxingFinder.HINTS));
                if (read.isPresent()) {
                    return read;
                }
            } catch (ReaderException | RuntimeException e) {
                // Perhaps sharper.
            }
        }
        return Optional.empty();
    }

    private static Point point(ResultPoint point) {
        return new Point(point.getX() - 0.5, point.getY() - 0.5);
    }

    private static Optional<Read> read(Symbology symbology, DecoderResult decoded) {
        String text = decoded.getText();
        return text == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Read(symbology, ZxingFinder.byteByByte(text)));
    }

    private static BitMatrix matrix(BitSet bits, int size) {
        BitMatrix out = new BitMatrix(size);
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            out.set(i % size, i / size);
        }
        return out;
    }
}
