package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.HexFormat;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Well-signed seals with odd characters in their machine readable zone, and one found with them: what the differential test has shown to be read in two ways. */
final class SealZoneVectors extends Cases {

    private static final int SIGNATURE_ZONE = 66;
    private static final int ZONE_AT = 20;
    private static final int ZONE_BYTES = 48;
    private static final int SECOND_LINE = 36;

    SealZoneVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        zone("sex-of-no-kind", "sex is neither M, F nor a filler: none is shown (VDS-32)", SECOND_LINE + 20, "2");
        zone("birth-month-13", "the birth date is none: it is not shown (VDS-32)", SECOND_LINE + 13, "8513<<");
        zone(
                "birth-day-without-month",
                "a known day of an unknown month is no date (VDS-32)",
                SECOND_LINE + 13,
                "85<<03");
        zone(
                "filler-within-nationality",
                "a filler that ends nothing is a character (VDS-33)",
                SECOND_LINE + 10,
                "X<B");
        zone("filler-before-number", "a filler that ends nothing is a character (VDS-33)", SECOND_LINE, "<T1234567");
        zone("fillers-within-names", "each is a space (VDS-34)", 5, "MUSTER<<OLENA<<<VERA");
        zone(
                "long-number",
                "the number goes on in the optional data (VDS-33)",
                SECOND_LINE + 9,
                "<XXB8503<<2F28030438904");
        zone(
                "number-not-long",
                "no check digit, but a filler within the nine: nothing goes on (VDS-33)",
                SECOND_LINE + 8,
                "<<XXB8503<<2F28030438904");
        byte[] foreign = message();
        System.arraycopy(HexFormat.of().parseHex("6abc"), 0, foreign, 2, 2);
        add(
                "seal/signer-of-another-country",
                "signed by UT for D, which UT does not stand for (VDS-16, VER-27)",
                signed(foreign),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        add(
                "credential-format/category-out-of-range",
                "a category above 65535 is no category of a later version (CRED-52)",
                changed(Purpose.FULL, claims -> permit(claims).Set(2, CBORObject.FromObject(65_536))),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
    }

    private void zone(String name, String why, int at, String characters) {
        byte[] message = message();
        try {
            StringBuilder zone =
                    new StringBuilder(C40.decode(Arrays.copyOfRange(message, ZONE_AT, ZONE_AT + ZONE_BYTES)));
            zone.replace(at, at + characters.length(), characters);
            System.arraycopy(C40.encode(zone.toString()), 0, message, ZONE_AT, ZONE_BYTES);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
        add("seal/zone-" + name, why, signed(message), NOW, lists, Outcome.VALID, null);
    }

    private byte[] message() {
        byte[] seal = utopia.seal(UtopianVectors.permit()).received();
        return Arrays.copyOf(seal, seal.length - SIGNATURE_ZONE);
    }

    private byte[] signed(byte[] message) {
        byte[] zone = Forge.joined(
                new byte[] {(byte) 0xFF, 0x40}, utopia.authority.sealSigner().sign(message));
        return Forge.joined(message, zone);
    }
}
