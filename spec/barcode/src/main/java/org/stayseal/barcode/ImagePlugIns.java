package org.stayseal.barcode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageInputStreamSpi;
import javax.imageio.spi.ImageOutputStreamSpi;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageTranscoderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * Keeps the JPEG 2000 plug-in and its companions out of Java's lookup of plug-ins, where being on the class path would put them. PDFBox asks there for a decoder of the JPEG 2000 pictures inside a
 * PDF and would decode them, whatever their size, before any bound of ours is asked. Without a plug-in it leaves such a picture out.
 */
final class ImagePlugIns {
    private static final String PACKAGE = "com.github.jaiimageio.";

    private ImagePlugIns() {}

    /** Whoever reads pictures or PDFs calls this before. */
    static void takeOut() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        for (Class<?> category : List.of(
                ImageReaderSpi.class,
                ImageWriterSpi.class,
                ImageTranscoderSpi.class,
                ImageInputStreamSpi.class,
                ImageOutputStreamSpi.class)) {
            List<Object> found = new ArrayList<>();
            Iterator<?> providers = registry.getServiceProviders(category, false);
            while (providers.hasNext()) {
                Object provider = providers.next();
                if (provider.getClass().getName().startsWith(PACKAGE)) {
                    found.add(provider);
                }
            }
            found.forEach(registry::deregisterServiceProvider);
        }
    }
}
