package org.stayseal.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.barcode.QrCode;
import org.stayseal.barcode.sample.DrawnFace;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vdsnc.VdsNcEncoder;

/** The residence permit of the first sample as a VDS-NC, Utopia's national type, and its paper (docs 22). */
final class SampleVdsNc {

    private SampleVdsNc() {}

    static byte[] code(Permit permit, Signer signer) {
        return VdsNcEncoder.prepare(permit, permit.issueDate(), signer.certificate())
                .sign(signer);
    }

    static CodeMatrix symbol(byte[] code) {
        return QrCode.ofBytes(code, QrCode.Level.M).matrix();
    }

    static SamplePaper paper(byte[] code) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Surname", "Kovalchenko");
        fields.put("Given names", "Daryna Test");
        fields.put("Date of birth", "14 May 1991");
        fields.put("Sex", "F");
        fields.put("Nationality", "UKR");
        fields.put("Permit number", "UT1000017");
        fields.put("Right of residence", "10 November 2026 to 4 March 2028, temporary protection");
        fields.put("Work", "any");
        fields.put("Issued", "10 November 2026");
        fields.put("Goes with passport", "UT0123456 (UKR)");
        return new SamplePaper(
                "Residence permit, digital sheet",
                fields,
                DrawnFace.png(SampleUtopians.VALID.face()),
                symbol(code),
                "The code is a VDS-NC of the national type uto.residence-permit: Utopia's own, not one of ICAO's. It holds what stands above, but for the photo, and the signer's certificate.",
                Optional.empty());
    }
}
