package org.stayseal.samples;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.barcode.FacePicture;
import org.stayseal.barcode.PortraitRefusedException;
import org.stayseal.barcode.QrCode;
import org.stayseal.barcode.sample.DrawnFace;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.signing.Signer;

/** A provisional residence document of an invented Utopian, as an IDB with the face in it, and its paper (docs 21). */
final class SampleIdb {

    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 10);
    private static final long FACE = 14;

    private SampleIdb() {}

    /** The code: signed by reference, without the certificate. */
    static Idb code(Signer signer) throws PortraitRefusedException {
        return IdbEncoder.prepare(IdbRequest.of("UTO", values()), SIGNED, signer.certificate())
                .sign(signer);
    }

    /** The symbol that IDB-29 asks for. */
    static CodeMatrix symbol(Idb idb) {
        return QrCode.ofText(idb.text(), QrCode.Level.M).matrix();
    }

    static SamplePaper paper(Idb idb) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Surname", "Samplidze");
        fields.put("Given names", "Levan Test");
        fields.put("Date of birth", "14 February 1996");
        fields.put("Sex", "M");
        fields.put("Nationality", "GEO");
        fields.put("Document number", "UTP000058");
        fields.put("Reference", "UTR000058");
        fields.put("Register of foreigners", "UT9602140058");
        fields.put("Issued", "10 November 2026, Port Sample");
        fields.put("Good until", "9 May 2027");
        return new SamplePaper(
                "Provisional residence document",
                fields,
                DrawnFace.png(FACE),
                symbol(idb),
                "The code is ICAO's datastructure for barcodes (IDB). It holds the lines below, the numbers and the face, signed by the Migration Office.",
                Optional.of(zone()));
    }

    private static Map<String, String> values() throws PortraitRefusedException {
        return Map.of(
                "faceImage", HexFormat.of().formatHex(FacePicture.toJpeg2000(DrawnFace.png(FACE))),
                "mrzTd2", String.join("\n", zone().lines()),
                "documentReference", "UTR000058",
                "azrNumber", "UT9602140058",
                "nationalDocumentType", "0E");
    }

    static Mrz zone() {
        return Mrz.of(
                MrzFormat.TD2,
                new MrzContent(
                        "AR",
                        "UTO",
                        "UTP000058",
                        new Nationality("GEO"),
                        BirthDate.of(LocalDate.of(1996, 2, 14)),
                        Sex.M,
                        LocalDate.of(2027, 5, 9),
                        "Samplidze",
                        Optional.of("Levan Test")));
    }
}
