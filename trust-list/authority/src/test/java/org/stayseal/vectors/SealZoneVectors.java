package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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
        zone("birth-year-00", "00 is a year, and no unknown one (VDS-32, VDS-36)", SECOND_LINE + 13, "000101");
        zone("empty-name", "no name: none is shown but an empty surname (VDS-34, VER-60)", 5, "<".repeat(31));
        zone("empty-nationality", "no nationality: shown as an empty one (VER-60)", SECOND_LINE + 10, "<<<");
        zone("empty-number", "no document number: shown as an empty one (VER-60)", SECOND_LINE, "<<<<<<<<<");
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
                "<XXB8503<<2F28030438908");
        byte[] short8 = changed(SECOND_LINE + 8, "<<XXB8503<<2F28030438908");
        add(
                "seal/zone-number-not-long",
                "no check digit, and eight characters before it: nothing goes on, the digit is missing (VDS-31, VDS-33)",
                signed(short8),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SEAL_MRZ);
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
        add("seal/zone-" + name, why, signed(changed(at, characters)), NOW, lists, Outcome.VALID, null);
    }

    /** Other characters in the zone, with right check digits where there are any. */
    private byte[] changed(int at, String characters) {
        byte[] message = message();
        try {
            StringBuilder zone =
                    new StringBuilder(C40.decode(Arrays.copyOfRange(message, ZONE_AT, ZONE_AT + ZONE_BYTES))
                            .replace(' ', '<'));
            zone.replace(at, at + characters.length(), characters);
            String second = zone.substring(SECOND_LINE);
            if (second.charAt(9) != '<') {
                zone.setCharAt(SECOND_LINE + 9, digit(second.substring(0, 9)));
            }
            zone.setCharAt(SECOND_LINE + 19, digit(second.substring(13, 19)));
            second = zone.substring(SECOND_LINE);
            zone.setCharAt(
                    SECOND_LINE + 35,
                    digit(second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 35)));
            System.arraycopy(C40.encode(zone.toString()), 0, message, ZONE_AT, ZONE_BYTES);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
        return message;
    }

    /** VDS-31. */
    private static char digit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += List.of(7, 3, 1).get(i % 3) * Math.max(0, Character.digit(text.charAt(i), 36));
        }
        return (char) ('0' + sum % 10);
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
