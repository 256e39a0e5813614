package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** Seals beside the lines of their document and of the passport (docs 60 section 6). */
final class HolderVectors extends Cases {

    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 10);
    private static final String STAY_OF_90_DAYS = "P90D";

    private final byte[] seal;
    private final Signer further;

    HolderVectors(UtopianVectors utopia) {
        super(utopia);
        this.seal = utopia.seal(UtopianVectors.permit()).received();
        this.further = utopia.authority.signer("seal-signer-p384");
    }

    @Override
    void add() {
        printed();
        printedDiffers();
        printedCannotBeRead();
        sealContradictsItself();
        passport();
        visas();
    }

    private void printed() {
        String lines = Zones.permit().text();
        matched("printed-matched", "the printed lines are the seal's (VER-44)", seal, NOW.mrz(lines));
        matched(
                "printed-in-one-long-line",
                "typed in small letters, without line end (VDS-37)",
                seal,
                NOW.mrz(lines.replace("\n", "").toLowerCase(java.util.Locale.ROOT)));
        matched(
                "printed-with-spaces-for-fillers",
                "spaces stand for fillers, and those at the end are left out (VDS-37)",
                seal,
                NOW.mrz("ARUTOMUSTER  OLENA VERA\n" + lines.split("\n", -1)[1]));
        PermitChange longName = UtopianVectors.permit().named("Bennelong Wooloomooloo Warrandyte", "Dingo Potoroo");
        matched(
                "printed-name-cut-alike",
                "a name that does not fit is cut in the same place in both (VDS-34, VER-44)",
                utopia.seal(longName).received(),
                NOW.mrz(Zones.permit()
                        .name("Bennelong Wooloomooloo Warrandyte", "Dingo Potoroo")
                        .text()));
        matched(
                "printed-and-passport-matched",
                "both fit (VER-44, VER-45)",
                seal,
                NOW.mrz(lines).passportMrz(Zones.passport().text()));
        add(
                "holder/forged-beside-fitting-lines",
                "fitting lines make no signature good (VER-5)",
                zeroed(seal, 64),
                NOW.mrz(lines),
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
    }

    private void printedDiffers() {
        Zones zone = Zones.permit();
        differs("document-code", zone.code("AD").text());
        differs("issuing-state", zone.issuer("D").text());
        differs("name", zone.name("Muster", "Olena Vero").text());
        differs("number", zone.number("UT1234568").text());
        differs("nationality", zone.nationality("XXA").text());
        differs("birth-date", zone.birth(new BirthDate(1985, 4, 0)).text());
        differs("sex", zone.sex(Sex.X).text());
        differs("end-date", zone.end(LocalDate.of(2029, 3, 4)).text());
        // The composite digit has the weight 7 at the first character of the optional data: 10 more is 0 more.
        differs("optional-data", zone.text(1, 28, 'A'));
        differs("name-cut-where-the-seal-s-is-not", zone.text(0, 21, '<'));
    }

    private void printedCannotBeRead() {
        String misread = Zones.permit().text(1, 15, '4');
        unread("printed-check-digit-wrong", "one digit of the birth date misread (VER-44, VER-48)", misread);
        unread("printed-is-no-zone", "not the lines of any format (VDS-37)", "UT1234567");
        unread(
                "printed-letter-outside-the-zone",
                "a letter that no zone has (VDS-30)",
                Zones.permit().text(0, 6, 'Ü'));
        unread(
                "printed-of-another-format",
                "TD1 beside a seal with TD2 (VER-44)",
                Zones.permit().format(MrzFormat.TD1).text());
        unread(
                "printed-is-the-passport",
                "the passport's lines given for the document's (VER-44)",
                Zones.passport().text());
        add(
                "holder/misread-beside-a-revoked-seal",
                "what is not known never stands before what is (VER-5, VER-48)",
                utopia.seal(UtopianVectors.permit().number("UTREVOKED")).received(),
                NOW.mrz(misread),
                lists,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void sealContradictsItself() {
        String wrong = Zones.permit().text(1, 19, '1');
        byte[] code = withZone(wrong);
        add(
                "holder/seal-s-own-check-digit-wrong",
                "the birth date's check digit in a well-signed seal (VDS-31, VER-34)",
                code,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SEAL_MRZ);
        add(
                "holder/seal-s-own-check-digit-wrong-and-printed-alike",
                "the same wrong digit on paper (VER-34, VER-44)",
                code,
                NOW.mrz(wrong),
                lists,
                Outcome.INVALID,
                Reason.INVALID_SEAL_MRZ);
    }

    private void passport() {
        Zones zone = Zones.passport();
        matched(
                "passport-matched",
                "number, name and the known of the birth date fit (VER-45)",
                seal,
                NOW.passportMrz(zone.text()));
        matched(
                "passport-card",
                "a travel document in the size of a card (VER-45)",
                seal,
                NOW.passportMrz(zone.format(MrzFormat.TD1).code("I").text()));
        matched(
                "passport-spells-the-name-otherwise",
                "Ü as UE here and as UXX there (VER-46)",
                utopia.seal(UtopianVectors.permit().named("Müller", "Zoë")).received(),
                NOW.passportMrz(zone.name("Muxxller", "Zoe").text()));
        matched(
                "passport-has-the-name-whole",
                "the seal's name is cut, the passport's is not (VER-46)",
                utopia.seal(UtopianVectors.permit().named("Nilavadhanananda", "Chayapa Dejthamrong Krasuang"))
                        .received(),
                NOW.passportMrz(
                        zone.name("Nilavadhanananda", "Chayapa Dejthamrong").text()));
        otherPassport("number", zone.number("P4711002").text());
        otherPassport("name", zone.name("Muster", "Ivan").text());
        otherPassport("birth-date", zone.birth(new BirthDate(1986, 3, 12)).text());
        unread(
                "passport-check-digit-wrong",
                "the number misread (VER-45, VER-48)",
                Reason.INVALID_PASSPORT_MRZ,
                seal,
                NOW.passportMrz(zone.text(1, 3, '7')));
        unread(
                "passport-is-a-visa",
                "a visa's lines given for the passport's (VER-45)",
                Reason.INVALID_PASSPORT_MRZ,
                seal,
                NOW.passportMrz(Zones.visa(MrzFormat.MRV_A).text()));
    }

    private void visas() {
        for (MrzFormat format : List.of(MrzFormat.MRV_A, MrzFormat.MRV_B)) {
            String size = format == MrzFormat.MRV_A ? "visa-a" : "visa-b";
            Zones zone = Zones.visa(format);
            byte[] code = visa(zone.text());
            matched(size + "-matched", "the printed lines are the seal's (VER-44)", code, NOW.mrz(zone.text()));
            matched(
                    size + "-optional-data-is-not-in-the-seal",
                    "of the second line the first 28 characters are compared (VER-44)",
                    code,
                    NOW.mrz(Zones.with(zone.text(), 1, 30, '7')));
            add(
                    "holder/" + size + "-differs",
                    "another end date (VER-44)",
                    code,
                    NOW.mrz(zone.end(LocalDate.of(2029, 3, 4)).text()),
                    lists,
                    Outcome.INVALID,
                    Reason.SEAL_VISA_MISMATCH);
            unread(
                    size + "-check-digit-wrong",
                    "the number misread (VER-44, VER-48)",
                    Reason.INVALID_VISA_MRZ,
                    code,
                    NOW.mrz(zone.text(1, 2, '9')));
        }
        byte[] code = visa(Zones.visa(MrzFormat.MRV_A).text());
        matched(
                "visa-with-its-passport",
                "the passport that the visa is in (VER-45)",
                code,
                NOW.passportMrz(Zones.passport().text()));
        add(
                "holder/visa-in-another-passport",
                "another number (VER-45)",
                code,
                NOW.passportMrz(Zones.passport().number("P4711002").text()),
                lists,
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
        add(
                "holder/visa-beside-a-permit-s-lines",
                "lines of another format than the seal's (VER-44)",
                code,
                NOW.mrz(Zones.permit().text()),
                lists,
                Outcome.INDETERMINATE,
                Reason.INVALID_VISA_MRZ);
        String travel = Zones.permit().code("PU").text();
        add(
                "holder/emergency-travel-document-matched",
                "the printed lines are the seal's; it gives no right to stay (VER-30, VER-44)",
                signed("icao-emergency-travel-document", Map.of("mrz", travel)),
                NOW.mrz(travel),
                lists,
                Outcome.INDETERMINATE,
                Reason.NOT_A_RESIDENCE_DOCUMENT);
    }

    private byte[] visa(String zone) {
        return signed(
                "icao-visa", Map.of("mrz", zone, "durationOfStay", STAY_OF_90_DAYS, "passportNumber", "P4711001"));
    }

    private byte[] signed(String profile, Map<String, String> values) {
        SealRequest request =
                new SealRequest(Profiles.standard().byId(profile).orElseThrow(), "UTO", ISSUED, ISSUED, values);
        return SealEncoder.prepare(request, further.certificate()).sign(further).received();
    }

    /** The seal with a zone that no encoder writes: a right one is written first, and replaced before it is signed. */
    private byte[] withZone(String zone) {
        Signer signer = utopia.authority.sealSigner();
        SealRequest request = SealRequest.of(UtopianVectors.permit().made(), "AR", ISSUED);
        byte[] bytes = SealEncoder.prepare(request, signer.certificate()).toBeSigned();
        byte[] right = C40.encode(Zones.permit().text().replace("\n", ""));
        int at = latin(bytes).indexOf(latin(right));
        byte[] value = C40.encode(zone.replace("\n", ""));
        System.arraycopy(value, 0, bytes, at, value.length);
        byte[] signature = signer.sign(bytes);
        return Forge.joined(Forge.joined(bytes, (byte) 0xFF, (byte) signature.length), signature);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void matched(String name, String why, byte[] code, Asking asked) {
        add("holder/" + name, why, code, asked, lists, Outcome.VALID, null);
    }

    private void differs(String field, String zone) {
        add(
                "holder/printed-differs-in-" + field,
                "its check digits are right (VER-44)",
                seal,
                NOW.mrz(zone),
                lists,
                Outcome.INVALID,
                Reason.SEAL_DOCUMENT_MISMATCH);
    }

    private void otherPassport(String field, String zone) {
        add(
                "holder/passport-differs-in-" + field,
                "another passport (VER-45)",
                seal,
                NOW.passportMrz(zone),
                lists,
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
    }

    private void unread(String name, String why, String zone) {
        unread(name, why, Reason.INVALID_PRINTED_MRZ, seal, NOW.mrz(zone));
    }

    private void unread(String name, String why, Reason reason, byte[] code, Asking asked) {
        add("holder/" + name, why, code, asked, lists, Outcome.INDETERMINATE, reason);
    }
}
