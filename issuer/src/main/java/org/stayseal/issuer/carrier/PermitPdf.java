package org.stayseal.issuer.carrier;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import java.awt.Color;
import java.awt.Shape;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.stayseal.barcode.CodeMatrix;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Element;

/**
 * Writes the two pages as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): fonts embedded, tagged, codes as filled paths, so that they are
 * sharp at every size and never pass through a lossy picture.
 */
final class PermitPdf {
    private static final String HERE = "org/stayseal/issuer/carrier/";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final byte[] sRgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PermitPdf() {
        // It tells of every font it opens; what goes wrong it says by exception or as a warning.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PermitPdf.class.getClassLoader());
        resolver.setPrefix(HERE);
        resolver.setSuffix(".xhtml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /** The finished file. */
    byte[] write(PermitSheet sheet, PermitCodes codes) {
        return write("permit", sheet, name -> codes.matrix(CarrierCode.valueOf(name)));
    }

    /** The pages of a continuation, by the symbol of each. */
    byte[] write(ContinuationSheet sheet, Function<String, CodeMatrix> codes) {
        return write("continuation", sheet, codes);
    }

    private byte[] write(String template, Object sheet, Function<String, CodeMatrix> codes) {
        Context context = new Context();
        context.setVariable("sheet", sheet);
        String page = templates.process(template, context);
        ByteArrayOutputStream out = new ByteArrayOutputStream(200_000);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(page, null);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(sRgb);
        builder.withProducer("Stayseal");
        // Nothing outside of the page itself is ever fetched: the text holds what applicants wrote.
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:image/png;base64,"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        font(builder, "NotoSans-Regular.ttf", "Noto Sans", 400);
        font(builder, "NotoSans-Bold.ttf", "Noto Sans", 700);
        font(builder, "NotoSansArmenian-Regular.ttf", "Noto Sans Armenian", 400);
        font(builder, "NotoSansGeorgian-Regular.ttf", "Noto Sans Georgian", 400);
        font(builder, "OCRB.ttf", "OCR B", 400);
        builder.useObjectDrawerFactory(new Drawers(codes));
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing pages", e);
        }
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> resource("fonts/" + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream resource(String name) {
        InputStream file = PermitPdf.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("this build lacks " + HERE + name);
        }
        return file;
    }

    /** Draws {@code <object type="stayseal/code" data="FULL">}. */
    private record Drawers(Function<String, CodeMatrix> codes) implements FSObjectDrawerFactory {
        @Override
        public @Nullable FSObjectDrawer createDrawer(Element element) {
            return isReplacedObject(element) ? new Drawer(codes.apply(element.getAttribute("data"))) : null;
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getAttribute("type").equals("stayseal/code");
        }
    }

    /** Fills the whole square with white and the dark modules with black, in one path: separate paths would show hairlines between rows. */
    private record Drawer(CodeMatrix matrix) implements FSObjectDrawer {
        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, graphics -> {
                double side = Math.min(width, height) / dotsPerPixel;
                double module = side / matrix.sizeWithQuietZone();
                double border = module * matrix.symbology().quietZone();
                graphics.setColor(Color.WHITE);
                graphics.fill(new Rectangle2D.Double(0, 0, side, side));
                Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
                for (CodeMatrix.Run run : matrix.runs()) {
                    path.append(
                            new Rectangle2D.Double(
                                    border + run.x() * module,
                                    border + run.y() * module,
                                    run.length() * module,
                                    module),
                            false);
                }
                graphics.setColor(Color.BLACK);
                graphics.fill(path);
            });
            return null;
        }
    }
}
