package org.stayseal.barcode;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import jj2000.j2k.NotImplementedError;
import org.stayseal.barcode.PortraitRefusedException.Reason;

/**
 * Decodes and writes small JPEG 2000 pictures.
 *
 * <p>The decoder, a port of JJ2000, was not made for hostile bytes. So {@link Jpeg2000Codestream} reads the headers first and lets only what a face needs come near it: few pixels, one tile, few
 * layers, no colour profile. The plug-in is named directly, and taken out of the lookup of plug-ins: there it would decode pictures inside PDFs, whose size nobody has checked.
 */
final class Jpeg2000Picture {
    private static final int TRIES = 40;
    private static final String DAMAGED = "The JPEG 2000 picture is damaged or cut short.";

    static {
        ImagePlugIns.takeOut();
    }

    private Jpeg2000Picture() {}

    static BufferedImage open(byte[] file) throws PortraitRefusedException {
        byte[] codestream = Jpeg2000Codestream.of(file).bytes();
        ImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(codestream))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException | NotImplementedError e) {
            throw new PortraitRefusedException(Reason.DAMAGED, DAMAGED);
        } catch (Error e) {
            // The decoder's word for a body in which a marker is missing. Those of the machine are of a class of their
            // own.
            if (e.getClass() == Error.class) {
                throw new PortraitRefusedException(Reason.DAMAGED, DAMAGED);
            }
            throw e;
        } finally {
            reader.dispose();
        }
    }

    /** A file of so many bytes: the rate is sought, as the writer keeps to it only roughly. */
    static byte[] write(BufferedImage picture, int least, int most) throws PortraitRefusedException {
        double bits = 8.0 / (picture.getWidth() * picture.getHeight());
        double low = 0;
        double high = 4.0 * most * bits;
        for (int i = 0; i < TRIES; i++) {
            double rate = (low + high) / 2;
            byte[] file = written(picture, rate);
            if (file.length < least) {
                low = rate;
            } else if (file.length > most) {
                high = rate;
            } else {
                return file;
            }
        }
        throw new PortraitRefusedException(
                Reason.TOO_SMALL, "No JPEG 2000 of " + least + " to " + most + " bytes can be made of this photo.");
    }

    private static byte[] written(BufferedImage picture, double rate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            J2KImageWriteParam how = (J2KImageWriteParam) writer.getDefaultWriteParam();
            how.setLossless(false);
            how.setFilter(J2KImageWriteParam.FILTER_97);
            how.setEncodingRate(rate);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
            out.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("writing into memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
