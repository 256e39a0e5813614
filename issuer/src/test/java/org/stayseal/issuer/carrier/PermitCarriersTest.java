package org.stayseal.issuer.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.OwnScript;
import org.stayseal.spec.permit.Permit;

@Tag("whole")
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
        byte[] pages = pages(Utopians.photographed(), language);
        keep(language, pages);
        Labels labels = Labels.of(Locale.forLanguageTag(language));
        String text = squeeze(text(pages));
        for (String key : labels.keys()) {
            if (key.startsWith("field.") && !key.equals("field.country")
                    || key.startsWith("code.") && !key.equals("code.seal.for")) {
                assertThat(text)
                        .contains(squeeze(labels.words(key).english()))
                        .contains(squeeze(labels.words(key).national()));
            }
        }
    }

    @Test
    void everyCarrierOfAPermitIsMadeAndReadBack() throws IOException, ReadBackRefused {
        List<Carrier> carriers = new PermitCarriers()
                .make(SignedUtopian.order(Utopians.photographed(), Optional.of(Portraits.drawn()), "lt"));
        assertThat(carriers)
                .extracting(Carrier::name)
                .containsExactly(
                        "permit.pdf",
                        "full.png",
                        "full.txt",
                        "work.png",
                        "work.txt",
                        "bank.png",
                        "bank.txt",
                        "stay.png",
                        "stay.txt",
                        "seal.png");
        keep("signed", carriers.get(0).bytes());
    }

    @Test
    void aPermitWithoutAPhotoHasCarriersToo() throws ReadBackRefused {
        assertThat(new PermitCarriers().make(SignedUtopian.order(Utopians.verbose(), Optional.empty(), "uk")))
                .hasSize(10);
    }

    /** Where codes with a photo are too dense to be read at 150 dpi, this permit would be refused. */
    @Test
    void aPermitWithTheLongestTextsAndAPhotoHasCarriersToo() throws IOException, ReadBackRefused {
        Permit permit = Utopians.photographed(Utopians.verbose());
        List<Carrier> carriers =
                new PermitCarriers().make(SignedUtopian.order(permit, Optional.of(Portraits.drawn()), "uk"));
        assertThat(carriers).hasSize(10);
        keep("verbose-photo", carriers.get(0).bytes());
    }

    @Test
    void whatAPermitLacksIsPrintedAsShownByNoCodeAndThePlaceOfThePhotoSaysThatThereIsNone() throws Exception {
        String bare = text(pages(Utopians.olena(), "lt"));
        assertThat(bare).contains("Be nuotraukos", "No photo").doesNotContain("Nuotrauka, ", "Photo, ");
        String photographed = text(pages(Utopians.photographed(), "lt"));
        assertThat(photographed).containsOnlyOnce("Nuotrauka, ").doesNotContain("Be nuotraukos", "No photo");
    }

    @Test
    void aPortraitThatIsNoPictureRefusesTheOrder() {
        CarrierOrder order = SignedUtopian.order(Utopians.olena(), Optional.of(new byte[] {1, 2, 3}), "lt");
        assertThatThrownBy(() -> new PermitCarriers().make(order)).isInstanceOf(ReadBackRefused.class);
    }

    @Test
    void aNameInLettersThatCannotBeSetPointsToTheCode() throws IOException, ReadBackRefused {
        String text = text(pages(Utopians.named(new OwnScript("عمر", "ar")), "de"));
        assertThat(text).contains("siehe Code").doesNotContain("#");
    }

    @Test
    void markupInANameIsPrintedAsItIs() throws IOException, ReadBackRefused {
        String text = text(pages(Utopians.named(new OwnScript("<b>&amp;</b>]]>", "uk")), "lt"));
        assertThat(text).contains("<b>&amp;</b>]]>");
    }

    private static byte[] pages(Permit permit, String language) throws ReadBackRefused {
        CarrierOrder order = Utopians.order(permit, language);
        return new PermitCarriers().pages(order, Utopians.MRZ, Disclosure.Choices.usual(), Utopians.codes(order));
    }

    private static String text(byte[] pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pages)) {
            return new PDFTextStripper().getText(document);
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
