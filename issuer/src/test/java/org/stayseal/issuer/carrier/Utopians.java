package org.stayseal.issuer.carrier;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.stayseal.barcode.Portrait;
import org.stayseal.barcode.PortraitRefusedException;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Category;
import org.stayseal.spec.permit.Name;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.OwnScript;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;

/** Invented people, with codes of the sizes that real ones have. What the codes say is of no matter here. */
public final class Utopians {
    static final List<String> MRZ =
            List.of("AAUTOKOVALENKO<<OLENA<<<<<<<<<<<<<<<", "UT4711AB05UTO8503041F2711221<<<<<<<2");

    private static final Set<Purpose> WITH_PHOTO = Set.of(Purpose.FULL, Purpose.WORK);

    private Utopians() {}

    public static Permit olena() {
        return named(new OwnScript("Коваленко Олена", "uk"));
    }

    public static Permit named(OwnScript ownScript) {
        return permit(
                new Person(
                        new Name("Kovalenko", Optional.of("Olena"), Optional.of(ownScript)),
                        new BirthDate(1985, 3, 4),
                        Optional.of("Chernihiv"),
                        Sex.F,
                        new Nationality("UKR"),
                        Optional.of("48503040017"),
                        Optional.empty()),
                WorkRight.any(),
                Optional.of("Travels with two children"));
    }

    /** With a photo that is small enough for a code; whose it is, is of no matter. */
    public static Permit photographed() {
        return photographed(olena());
    }

    /** The same permit with such a photo. */
    public static Permit photographed(Permit permit) {
        return PermitDraft.of(permit).photo(Small.PHOTO).permit();
    }

    /** Made once: finding how small a face may be is a search of a second or more. */
    private static final class Small {
        static final byte[] PHOTO = photo();

        private static byte[] photo() {
            try {
                return Portrait.compress(Portraits.drawn()).webp();
            } catch (IOException | PortraitRefusedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Every text as long as a permit may have it. */
    public static Permit verbose() {
        return permit(
                new Person(
                        new Name(
                                "Featherstonehaugh-Wrzesniewska-Papadimitrakopoulos "
                                        .repeat(3)
                                        .substring(0, 120)
                                        .strip(),
                                Optional.of("Maximiliana Konstantina ".repeat(5).strip()),
                                Optional.of(new OwnScript(
                                        "Вишневецька-Заболотна "
                                                .repeat(6)
                                                .substring(0, 120)
                                                .strip(),
                                        "uk"))),
                        new BirthDate(1985, 0, 0),
                        Optional.of("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch in Utopia by the sea"),
                        Sex.X,
                        Nationality.REFUGEE,
                        Optional.of("1234567890".repeat(4)),
                        Optional.empty()),
                WorkRight.underConditions(
                        "Only in the region of ".repeat(12).substring(0, 200).strip()),
                Optional.of("Remarks that go on and on, "
                        .repeat(12)
                        .substring(0, 200)
                        .strip()));
    }

    private static Permit permit(Person person, WorkRight work, Optional<String> remarks) {
        return new Permit(
                "UTO",
                person,
                "UT4711AB0",
                Category.TEMPORARY_PROTECTION,
                Optional.of("Aliens Act, section 92"),
                "Utopia Migration Office",
                LocalDate.of(2026, 11, 22),
                Optional.of("Amaurot"),
                LocalDate.of(2026, 11, 22),
                Optional.empty(),
                LocalDate.of(2027, 11, 22),
                work,
                Right.no(),
                Right.underConditions("Full time, at a recognised school"),
                remarks,
                Optional.of(new TravelDocument("FA123456", "UKR", Optional.of(LocalDate.of(2030, 5, 1)))),
                false);
    }

    /** Codes of 1,150 bytes with a photo and 520 without, and a seal of 142 bytes. */
    public static CarrierOrder order(Permit permit, String language) {
        Random random = new Random(4711);
        Map<Purpose, String> texts = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            byte[] bytes = new byte[WITH_PHOTO.contains(purpose) ? 1150 : 520];
            random.nextBytes(bytes);
            texts.put(purpose, "RP1:" + Base45.encode(bytes));
        }
        byte[] seal = new byte[142];
        random.nextBytes(seal);
        return new CarrierOrder(
                permit,
                Optional.empty(),
                texts,
                seal,
                URI.create("https://permits.utopia.example/verify/"),
                Locale.forLanguageTag(language),
                true);
    }

    static PermitCodes codes(CarrierOrder order) {
        return PermitCodes.of(order.codes(), WITH_PHOTO, order.seal());
    }
}
