package org.stayseal.samples;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.issuer.carrier.Labels;
import org.stayseal.spec.permit.Mrz;

/**
 * One printed page with one code: the document of an authority that uses another format than the issuing service prints.
 *
 * @param fields as printed, by their labels
 * @param portrait PNG
 * @param about what the code is
 * @param zone the machine readable lines, where the document has them
 */
record SamplePaper(
        String title, Map<String, String> fields, byte[] portrait, CodeMatrix code, String about, Optional<Mrz> zone) {

    private static final int PIXELS_PER_MODULE = 8;
    private static final String FONTS = "fonts/";
    private static final String PAGE = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>{title}, Utopia (demo)</title><meta name="subject" content="{title}"/>
            <bookmarks><bookmark name="{title}" href="#document"/></bookmarks>
            <style>
            @page { size: A4; margin: 14mm 15mm; }
            * { box-sizing: border-box; }
            body { margin: 0; font-family: 'Noto Sans'; font-size: 9pt; line-height: 1.3; color: #16232e; }
            h1 { margin: 0 0 4mm 0; font-size: 17pt; line-height: 1.1; }
            p { margin: 0; }
            table { border-collapse: collapse; }
            td { padding: 0; vertical-align: top; }
            .authority { font-size: 11pt; font-weight: bold; color: #0b3c5d; }
            .rule { border-top: 0.7mm solid #0b3c5d; margin: 2mm 0; }
            .demo { background-color: #7a1f1f; color: #ffffff; font-weight: bold; font-size: 8pt; text-align: center; padding: 1mm 0; margin-bottom: 5mm; }
            .photo { width: 42mm; }
            .photo img { width: 36mm; height: 45mm; border: 0.2mm solid #8a97a1; }
            .field { width: 66mm; padding-bottom: 1.6mm; padding-right: 4mm; }
            .label { font-size: 7pt; color: #4c5a65; }
            .value { font-weight: bold; }
            .code { text-align: center; margin-top: 6mm; }
            .code img { width: 100mm; height: 100mm; }
            .about { width: 150mm; margin: 2mm auto 0 auto; text-align: center; font-size: 8pt; color: #4c5a65; }
            .zone { margin-top: 9mm; font-family: 'OCR B'; font-size: 12.6pt; line-height: 1.6; text-align: center; white-space: pre; }
            </style></head><body id="document">
            <p class="authority">Migration Office of Utopia</p><div class="rule"></div>
            <p class="demo">DEMO: Utopia does not exist, and this paper gives no right anywhere</p>
            <h1>{title}</h1>
            <table><tr><td class="photo"><img alt="portrait" src="data:image/png;base64,{portrait}"/></td><td><table>{fields}</table></td></tr></table>
            <div class="code"><img alt="the code to verify this document by" src="data:image/png;base64,{code}"/></div>
            <p class="about">{about}</p>
            {zone}</body></html>
            """;

    byte[] pdf() throws IOException {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(page(), null);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Stayseal");
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:image/png;base64,"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(() -> font("NotoSans-Regular.ttf"), "Noto Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("NotoSans-Bold.ttf"), "Noto Sans", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("OCRB.ttf"), "OCR B", 400, FontStyle.NORMAL, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private String page() {
        String cells = fields.entrySet().stream()
                .map(field -> "<td class=\"field\"><p class=\"label\">" + field.getKey() + "</p><p class=\"value\">"
                        + field.getValue() + "</p></td>")
                .collect(Collectors.joining());
        return PAGE.replace("{title}", title)
                .replace("{fields}", rows(cells))
                .replace("{about}", about)
                .replace(
                        "{zone}",
                        zone.map(mrz -> "<p class=\"zone\">"
                                        + String.join("\n", mrz.lines()).replace("<", "&lt;") + "</p>")
                                .orElse(""))
                .replace("{code}", Base64.getEncoder().encodeToString(code.toPng(PIXELS_PER_MODULE)))
                .replace("{portrait}", Base64.getEncoder().encodeToString(portrait));
    }

    /** Two cells a row. */
    private static String rows(String cells) {
        return cells.replaceAll("(<td class.*?</td>)(<td class.*?</td>)?", "<tr>$1$2</tr>");
    }

    private static InputStream font(String file) {
        InputStream font = Labels.class.getResourceAsStream(FONTS + file);
        if (font == null) {
            throw new IllegalStateException("this build lacks " + FONTS + file);
        }
        return font;
    }
}
