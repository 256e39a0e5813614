package org.stayseal.issuer.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;

class PermitCarriersTest {
    @Test
    void thePagesOfAPermitWithTheLongestTextsAreStillTwo() throws IOException, ReadBackRefused {
        byte[] pages = pages(Utopians.verbose(), "lt");
        keep("verbose", pages);
        try (PDDocument document = Loader.loadPDF(pages)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lt", "uk", "de", "pl", "en"})
    void everyLabelIsPrintedInBothLanguages(String language) throws IOException, ReadBackRefused {
        byte[] pages = pages(Utopians.olena(), language);
        keep(language, pages);
        Labels labels = Labels.of(Locale.forLanguageTag(language));
        String text = text(pages);
        for (String key : labels.keys()) {
            if (key.startsWith("field.") && !key.equals("field.country")
                    || key.startsWith("code.") && !key.equals("code.seal.for")) {
                assertThat(text)
                        .contains(squeeze(labels.words(key).english()))
                        .contains(squeeze(labels.words(key).national()));
            }
        }
    }

    private static byte[] pages(Permit permit, String language) throws ReadBackRefused {
        CarrierOrder order = Utopians.order(permit, language);
        return new PermitCarriers().pages(order, Utopians.MRZ, Disclosure.Choices.usual(), Utopians.codes(order));
    }

    private static String text(byte[] pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pages)) {
            return squeeze(new PDFTextStripper().getText(document));
        }
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static void keep(String name, byte[] pages) throws IOException {
        Path folder = Path.of("target", "carriers");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".pdf"), pages);
    }
}
