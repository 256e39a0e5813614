package org.stayseal.spec.verify;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzPart;
import org.stayseal.spec.registry.Reason;

/** VER-37: do the lines printed on the document stand in its code? (Doc 9303-8 Appendix A 3; visas: Doc 9303-7 9.4 1) */
final class PrintedMrzStep implements Step {

    static final String NAME = "printed-mrz";

    @Override
    public void take(Case file) {
        if (file.asked.printedMrz().isEmpty()) {
            return;
        }
        ZoneReading reading = ZoneReading.of(file.asked.printedMrz().get());
        Optional<Mrz> own = file.presented.mrz();
        if (own.isPresent()) {
            compare(file, reading, own.get());
        } else {
            IdentityCheck.make(
                    file,
                    NAME,
                    reading,
                    file.presented.printedIdentity(),
                    Reason.INVALID_PRINTED_MRZ,
                    (identity, zone) -> Reason.SEAL_DOCUMENT_MISMATCH);
        }
    }

    /** Character by character (VER-44). */
    private static void compare(Case file, ZoneReading reading, Mrz own) {
        boolean visa = own.format().isVisa();
        Reason unread = visa ? Reason.INVALID_VISA_MRZ : Reason.INVALID_PRINTED_MRZ;
        if (reading instanceof ZoneReading.Unfit unfit) {
            file.because(NAME, unread, unfit.why());
            return;
        }
        Mrz printed = ((ZoneReading.Read) reading).zone();
        if (printed.format() != own.format()) {
            file.because(
                    NAME,
                    unread,
                    "a zone " + printed.format() + ", but the code is of a document with " + own.format());
            return;
        }
        Set<MrzPart> differences = own.differences(printed);
        if (differences.isEmpty()) {
            file.matched(NAME, "equal to the code's, character by character");
        } else {
            file.because(
                    NAME,
                    visa ? Reason.SEAL_VISA_MISMATCH : Reason.SEAL_DOCUMENT_MISMATCH,
                    "differs in: " + differences.stream().map(MrzPart::words).collect(Collectors.joining(", ")));
        }
    }
}
