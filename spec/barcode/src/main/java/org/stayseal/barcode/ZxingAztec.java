package org.stayseal.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.aztec.AztecDetectorResult;
import com.google.zxing.aztec.decoder.Decoder;
import com.google.zxing.aztec.detector.Detector;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import java.util.Map;

/**
 * Reads the one Aztec code in the middle of a picture, as it is or mirrored. ZXing's own reader takes whatever decodes; in the midst of a dense QR code that is now and then an "Aztec code" whose
 * mode message leaves few check codewords or none. Here only a {@linkplain ZxingAztecSize#isConvincing convincing} one counts.
 */
final class ZxingAztec implements Reader {

    @Override
    public Result decode(BinaryBitmap picture) throws NotFoundException, FormatException {
        BitMatrix dark = picture.getBlackMatrix();
        try {
            return decode(dark, false);
        } catch (ReaderException e) {
            return decode(dark, true);
        }
    }

    @Override
    public Result decode(BinaryBitmap picture, Map<DecodeHintType, ?> hints) throws NotFoundException, FormatException {
        return decode(picture);
    }

    private static Result decode(BitMatrix dark, boolean mirrored) throws NotFoundException, FormatException {
        AztecDetectorResult laidDown = new Detector(dark).detect(mirrored);
        DecoderResult decoded = new Decoder().decode(laidDown);
        ZxingAztecSize size =
                new ZxingAztecSize(laidDown.isCompact(), laidDown.getNbLayers(), laidDown.getNbDatablocks());
        if (!size.isConvincing(decoded.getErrorsCorrected())) {
            throw NotFoundException.getNotFoundInstance();
        }
        return new Result(decoded.getText(), decoded.getRawBytes(), laidDown.getPoints(), BarcodeFormat.AZTEC);
    }

    @Override
    public void reset() {
        // Nothing is kept from one picture to the next.
    }
}
