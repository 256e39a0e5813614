package org.stayseal.issuer.carrier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.ContentDoesNotFitException;
import org.stayseal.barcode.PortraitRefusedException;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.CarrierMaker;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.PersonClaims;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.SealDecoder;

/** Makes all carriers of a permit and lets none out of which one code does not read back. Safe for use by several threads. */
@Component
public final class PermitCarriers implements CarrierMaker {
    /** Pixels of a module in a picture: what a phone's page enlarges and a printer still prints sharp. */
    private static final int PIXELS_PER_MODULE = 8;

    private static final String PDF = "permit.pdf";
    private static final int PAGES = 2;
    private static final List<String> DENSITIES = List.of("roomy", "normal", "tight", "tighter");

    private final PermitPdf pdf = new PermitPdf();
    private final ReadBack readBack = new ReadBack(CodeReader.countingOwnWork());
    private final Profiles profiles;

    /** With the standard's types of seals. */
    public PermitCarriers() {
        this(Profiles.standard());
    }

    /** With these types of seals. */
    @Autowired
    public PermitCarriers(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Carrier> make(CarrierOrder order) throws ReadBackRefused {
        Disclosure.Choices choices = choices(order);
        PermitCodes codes = codes(order, choices);
        byte[] pages = pages(order, machineReadableZone(order.seal()), choices, codes);
        readBack.checkPages(PDF, pages, codes, EnumSet.allOf(CarrierCode.class));
        List<Carrier> carriers = new ArrayList<>();
        carriers.add(new Carrier(PDF, "application/pdf", pages));
        for (CarrierCode code : CarrierCode.values()) {
            String name = code.key() + ".png";
            byte[] picture = codes.matrix(code).toPng(PIXELS_PER_MODULE);
            readBack.check(name, picture, codes, Set.of(code));
            carriers.add(new Carrier(name, "image/png", picture));
            if (code.purpose().isPresent()) {
                String line = new String(codes.content(code), StandardCharsets.US_ASCII) + "\n";
                carriers.add(new Carrier(code.key() + ".txt", "text/plain", line.getBytes(StandardCharsets.US_ASCII)));
            }
        }
        return List.copyOf(carriers);
    }

    /** The two pages, set as large as they fit: long names and conditions are printed smaller, never cut. */
    byte[] pages(CarrierOrder order, List<String> machineReadableZone, Disclosure.Choices choices, PermitCodes codes)
            throws ReadBackRefused {
        PermitSheet sheet = sheet(order, machineReadableZone, choices);
        for (String density : DENSITIES) {
            byte[] pages = pdf.write(sheet.withDensity(density), codes);
            if (pageCount(pages) == PAGES) {
                return pages;
            }
        }
        throw new ReadBackRefused("The permit's text does not fit on its page even in the smallest print.");
    }

    private static PermitSheet sheet(CarrierOrder order, List<String> machineReadableZone, Disclosure.Choices choices)
            throws ReadBackRefused {
        try {
            return new SheetText(order, choices).sheet(machineReadableZone);
        } catch (PortraitRefusedException e) {
            throw new ReadBackRefused("The portrait cannot be printed: " + e.getMessage(), e);
        }
    }

    private static PermitCodes codes(CarrierOrder order, Disclosure.Choices choices) throws ReadBackRefused {
        Set<Purpose> withPhoto = order.permit().person().photo().isPresent() ? choices.photoFor() : Set.of();
        try {
            return PermitCodes.of(order.codes(), withPhoto, order.seal());
        } catch (ContentDoesNotFitException e) {
            throw new ReadBackRefused("A code cannot be drawn: " + e.getMessage(), e);
        }
    }

    /** The two lines of the zone as the seal has them, so that what is printed is what is sealed. */
    private List<String> machineReadableZone(byte[] sealBytes) throws ReadBackRefused {
        try {
            return profiles.read(SealDecoder.decode(sealBytes))
                    .flatMap(content -> Optional.ofNullable(content.values().get("mrz")))
                    .map(zone -> zone.lines().toList())
                    .orElseThrow(() -> new ReadBackRefused("The seal has no machine readable zone to print."));
        } catch (FormatException e) {
            throw new ReadBackRefused("The seal does not decode: " + e.getMessage(), e);
        }
    }

    /** What the codes really show where the disclosure table leaves the authority a choice. */
    private static Disclosure.Choices choices(CarrierOrder order) throws ReadBackRefused {
        Set<Purpose> withPhoto = EnumSet.of(Purpose.FULL);
        boolean personalNumberForBank = false;
        for (Map.Entry<Purpose, String> code : order.codes().entrySet()) {
            try {
                PersonClaims person =
                        CredentialDecoder.decode(code.getValue()).claims().person();
                if (person.photo().isPresent()) {
                    withPhoto.add(code.getKey());
                }
                personalNumberForBank |=
                        code.getKey() == Purpose.BANK && person.personalNumber().isPresent();
            } catch (FormatException e) {
                throw new ReadBackRefused(
                        "The code '" + code.getKey().key() + "' does not decode: " + e.getMessage(), e);
            }
        }
        return new Disclosure.Choices(withPhoto, personalNumberForBank);
    }

    private static int pageCount(byte[] pages) {
        try (PDDocument document = Loader.loadPDF(pages)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF of our own does not open", e);
        }
    }
}
