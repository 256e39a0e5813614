package org.stayseal.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds symbols with ZXing. Its readers look for several QR codes at once, but for one DataMatrix or Aztec code at the middle of a picture only: so each {@link Regions region} is shown to them
 * alone as well.
 *
 * <p>ZXing throws unchecked exceptions on odd pictures; here they mean "not read", like its own.
 */
final class ZxingFinder implements SymbolFinder {
    /** With this hint the text of a result is its content byte for byte, in QR code and DataMatrix alike. */
    static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.CHARACTER_SET, "ISO-8859-1", DecodeHintType.TRY_HARDER, Boolean.TRUE);

    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private static final int SMALL_SIDE = 400;
    private static final double[] TURNS = {33, 64};
    private static final long MOST_PIXELS_TO_SEARCH = 3_000_000;
    private static final long MOST_PIXELS_TO_DOUBLE = 1_500_000;

    @Override
    public Sightings find(GrayPicture picture, Deadline deadline) {
        List<Sighting> found = new ArrayList<>();
        boolean leftUnread = look(picture, found, deadline);
        // Nothing at first sight: now the more costly attempts, until one succeeds.
        if (found.isEmpty() && picture.pixels() <= MOST_PIXELS_TO_SEARCH) {
            readWhole(picture, deadline).ifPresent(found::add);
        }
        if (found.isEmpty() && picture.pixels() <= MOST_PIXELS_TO_DOUBLE && !deadline.isOver()) {
            look(picture.doubled(), found, deadline);
            found = new ArrayList<>(moved(found, 0, 0, 2));
        }
        GrayPicture smaller = picture;
        for (double scale = 0.5;
                found.isEmpty() && scale >= 0.125 && Math.min(smaller.width(), smaller.height()) > 2 * SMALL_SIDE;
                scale /= 2) {
            if (deadline.isOver()) {
                break;
            }
            smaller = smaller.halved();
            look(smaller, found, deadline);
            found = new ArrayList<>(moved(found, 0, 0, scale));
        }
        return new Sightings(WithinAnother.dropped(found), leftUnread);
    }

    /** The one symbol of a picture in which no region led to it, dark on light or light on dark. */
    private static Optional<Sighting> readWhole(GrayPicture picture, Deadline deadline) {
        Box all = new Box(0, 0, picture.width(), picture.height());
        return ZxingLattice.read(picture, deadline)
                .or(() -> ZxingLattice.read(picture.inverted(), deadline))
                .map(read -> new Sighting(read.symbology(), read.text(), all));
    }

    /** One look at one size; true when a part of it looks like a symbol that was not read. */
    private static boolean look(GrayPicture picture, List<Sighting> found, Deadline deadline) {
        found.addAll(severalQrCodes(picture));
        boolean leftUnread = false;
        for (Box region : regions(picture)) {
            if (deadline.isOver()) {
                return true;
            }
            if (found.stream().anyMatch(s -> s.box().shared(region) > 0.4 * region.area())) {
                continue;
            }
            boolean likely = SymbolLikeness.of(picture, region);
            List<Sighting> here = readRegion(picture, region, likely, deadline);
            found.addAll(here);
            leftUnread |= here.isEmpty() && likely;
        }
        if (found.isEmpty() && !deadline.isOver()) {
            readAlone(picture).ifPresent(found::add);
        }
        if (found.isEmpty() && !deadline.isOver()) {
            GrayPicture inverted = picture.inverted();
            found.addAll(severalQrCodes(inverted));
            readAlone(inverted).ifPresent(found::add);
        }
        return leftUnread;
    }

    /** Tries a region as it is, then at other sizes (which also smooths noise), and, if it looks like a symbol, turned: ZXing's search for a DataMatrix has blind angles. */
    private static List<Sighting> readRegion(GrayPicture picture, Box region, boolean likely, Deadline deadline) {
        int side = Math.max(region.width(), region.height());
        int border = Math.max(4, side / 20);
        GrayPicture cut = picture.cut(region, border);
        int left = region.left() - border;
        int top = region.top() - border;
        Optional<Sighting> found = readAlone(cut);
        if (found.isPresent()) {
            return moved(found.stream().toList(), left, top, 1);
        }
        double scale = side < SMALL_SIDE ? 2 : 0.5;
        GrayPicture scaled = side < SMALL_SIDE ? cut.doubled() : cut.halved();
        found = readAlone(scaled);
        if (found.isPresent()) {
            return moved(found.stream().toList(), left, top, scale);
        }
        for (int i = 0; likely && found.isEmpty() && i < TURNS.length; i++) {
            found = readAlone(cut.turned(TURNS[i]));
        }
        if (found.isEmpty() && !deadline.isOver()) {
            found = ZxingLattice.read(picture.part(region.grown(side / 8, picture.width(), picture.height())), deadline)
                    .map(read -> new Sighting(read.symbology(), read.text(), region));
        }
        return found.stream()
                .map(s -> new Sighting(s.symbology(), s.text(), region))
                .toList();
    }

    private static List<Sighting> moved(List<Sighting> found, int left, int top, double scale) {
        return found.stream()
                .map(s -> new Sighting(s.symbology(), s.text(), s.box().backTo(left, top, scale)))
                .toList();
    }

    /** Searched in a picture that is small enough to be quick and in which the noise of a camera is smoothed. */
    private static List<Box> regions(GrayPicture picture) {
        GrayPicture smaller = picture;
        int shrunk = 1;
        while (smaller.pixels() > MOST_PIXELS_TO_SEARCH) {
            smaller = smaller.halved();
            shrunk *= 2;
        }
        try {
            BitMatrix dark = new HybridBinarizer(source(smaller)).getBlackMatrix();
            double scale = 1.0 / shrunk;
            return Regions.of(smaller, dark::get).stream()
                    .map(box -> box.backTo(0, 0, scale))
                    .toList();
        } catch (NotFoundException | RuntimeException e) {
            return List.of();
        }
    }

    private static List<Sighting> severalQrCodes(GrayPicture picture) {
        List<Sighting> found = new ArrayList<>();
        for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
            try {
                BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(source(picture)));
                for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, HINTS)) {
                    sighting(result, picture).ifPresent(found::add);
                }
            } catch (NotFoundException | RuntimeException e) {
                continue;
            }
            if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /** The one symbol in the middle of a picture. */
    private static Optional<Sighting> readAlone(GrayPicture picture) {
        for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
            BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(source(picture)));
            for (Reader reader : List.of(new QRCodeReader(), new DataMatrixReader(), new ZxingAztec())) {
                try {
                    Optional<Sighting> found = sighting(reader.decode(bitmap, HINTS), picture);
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (ReaderException | RuntimeException e) {
                    // Not read by this one; the next may.
                }
            }
        }
        return Optional.empty();
    }

    static LuminanceSource source(GrayPicture picture) {
        return new PlanarYUVLuminanceSource(
                picture.brightness(),
                picture.width(),
                picture.height(),
                0,
                0,
                picture.width(),
                picture.height(),
                false);
    }

    private static Optional<Sighting> sighting(Result result, GrayPicture picture) {
        Optional<Symbology> symbology = switch (result.getBarcodeFormat()) {
            case QR_CODE -> Optional.of(Symbology.QR_CODE);
            case DATA_MATRIX -> Optional.of(Symbology.DATA_MATRIX);
            case AZTEC -> Optional.of(Symbology.AZTEC);
            default -> Optional.empty();
        };
        String text = result.getText();
        if (symbology.isEmpty() || text == null || text.isEmpty() || isAccident(result)) {
            return Optional.empty();
        }
        return Optional.of(
                new Sighting(symbology.get(), byteByByte(text), boxAround(result.getResultPoints(), picture)));
    }

    /** The smallest DataMatrix symbols are protected so little that print is now and then "corrected" into one. */
    private static boolean isAccident(Result result) {
        Object corrected = result.getResultMetadata() == null
                ? null
                : result.getResultMetadata().get(ResultMetadataType.ERRORS_CORRECTED);
        return result.getBarcodeFormat() == BarcodeFormat.DATA_MATRIX
                && corrected instanceof Integer number
                && ZxingCorrection.ofDataMatrix(result.getRawBytes().length, number)
                        .filter(correction -> !correction.isConvincing())
                        .isPresent();
    }

    /** A symbol that announces a character set of its own may hold characters that are no bytes; their bytes are then those of UTF-8. */
    static String byteByByte(String text) {
        return text.chars().allMatch(c -> c <= 0xFF)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The points are the middles of finder patterns or corners: the box is a little wider than they are. */
    private static Box boxAround(ResultPoint[] points, GrayPicture picture) {
        float left = picture.width();
        float top = picture.height();
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : points) {
            if (point != null) {
                left = Math.min(left, point.getX());
                right = Math.max(right, point.getX());
                top = Math.min(top, point.getY());
                bottom = Math.max(bottom, point.getY());
            }
        }
        if (right < left || bottom < top) {
            return new Box(0, 0, picture.width(), picture.height());
        }
        Box exact = new Box(
                (int) left, (int) top, Math.max(1, Math.round(right - left)), Math.max(1, Math.round(bottom - top)));
        return exact.grown(Math.max(exact.width(), exact.height()) / 12, picture.width(), picture.height());
    }
}
