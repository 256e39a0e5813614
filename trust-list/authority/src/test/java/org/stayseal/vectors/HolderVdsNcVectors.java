package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;
import tools.jackson.databind.node.ObjectNode;

/** Residence permits in a VDS-NC beside a passport and beside the lines of their document (VER-45 to VER-47). */
final class HolderVdsNcVectors extends Cases {

    private final NcForge forge;
    private final byte[] permit;

    HolderVdsNcVectors(UtopianVectors utopia) {
        super(utopia);
        this.forge = new NcForge(utopia.authority.signer("vds-nc-signer"));
        this.permit = bytes(forge.permit(UtopianVectors.permit().made()));
    }

    @Override
    void add() {
        printed();
        passport();
    }

    private void printed() {
        Zones card = Zones.permit().format(MrzFormat.TD1);
        fits("printed-matched", "the permit's number, its country, name and birth date fit (VER-47)", card(card));
        otherCard("number", card.number("UT1234568"));
        otherCard("name", card.name("Someone", "Else"));
        unread(
                "printed-check-digit-wrong",
                "the card's number misread (VER-47, VER-48)",
                NOW.mrz(card.text(0, 8, '9')),
                Reason.INVALID_PRINTED_MRZ);
    }

    private void passport() {
        Zones passport = Zones.passport();
        fits("passport-matched", "number, issuer, name and birth date fit (VER-45)", passport(passport));
        otherPassport("issuing-state", passport.issuer("UTO"));
        otherPassport("name", passport.name("Someone", "Else"));
        otherPassport("birth-date", passport.birth(new BirthDate(1990, 1, 1)));
        Zones renewed = passport.number("P4711002").end(LocalDate.of(2036, 10, 31));
        judged(
                "passport-differs-in-number",
                "the same person and State, another number (VER-51)",
                permit,
                passport(renewed),
                Outcome.INDETERMINATE,
                Reason.ANOTHER_PASSPORT);
        fits(
                "passport-matched-and-expired",
                "the passport named, which is over: dates of passports are not asked (VER-45)",
                passport(passport.end(LocalDate.of(2026, 1, 31))));
        otherPassport("number-and-name", renewed.name("Someone", "Else"));
        otherPassport("number-and-birth-date", renewed.birth(new BirthDate(1990, 1, 1)));
        otherPassport("number-and-sex", renewed.sex(Sex.M));
        otherPassport("number-and-issuing-state", renewed.issuer("UTO"));
        judged(
                "passport-differs-in-number-and-nationality",
                "another passport (VER-51)",
                changed(msg -> msg.put("nationality", "UKR")),
                passport(renewed.nationality("UTO")),
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
        judged(
                "passport-of-a-stranger",
                "nothing of it fits (VER-45)",
                permit,
                passport(passport.number("X7654321").name("Someone", "Else").birth(new BirthDate(1990, 1, 1))),
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
        unread(
                "passport-check-digit-wrong",
                "the number misread (VER-45, VER-48)",
                NOW.passportMrz(passport.text(1, 2, '9')),
                Reason.INVALID_PASSPORT_MRZ);
        unread(
                "passport-is-no-zone",
                "no lines of any format (VER-45, VER-48)",
                NOW.passportMrz("P4711001"),
                Reason.INVALID_PASSPORT_MRZ);
        byte[] silent = changed(msg -> {
            msg.remove("travelDocumentNumber");
            msg.remove("travelDocumentIssuer");
        });
        judged(
                "names-no-passport",
                "nothing contradicts; without a number that is no match (VER-45)",
                silent,
                passport(passport),
                Outcome.VALID,
                null);
        judged(
                "names-no-passport-and-name-differs",
                "the person's name and birth date are compared all the same (VER-45)",
                silent,
                passport(passport.name("Someone", "Else")),
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
    }

    private byte[] changed(Consumer<ObjectNode> change) {
        return bytes(forge.changed(
                UtopianVectors.permit().made(), data -> change.accept((ObjectNode) data.required("msg"))));
    }

    private static Asking card(Zones card) {
        return NOW.mrz(card.text());
    }

    private static Asking passport(Zones passport) {
        return NOW.passportMrz(passport.text());
    }

    private void fits(String name, String why, Asking asked) {
        judged(name, why, permit, asked, Outcome.VALID, null);
    }

    private void unread(String name, String why, Asking asked, Reason reason) {
        judged(name, why, permit, asked, Outcome.INDETERMINATE, reason);
    }

    private void otherCard(String field, Zones card) {
        judged(
                "printed-differs-in-" + field,
                "the lines of another document (VER-47)",
                permit,
                card(card),
                Outcome.INVALID,
                Reason.SEAL_DOCUMENT_MISMATCH);
    }

    private void otherPassport(String field, Zones passport) {
        judged(
                "passport-differs-in-" + field,
                "another passport (VER-45)",
                permit,
                passport(passport),
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
    }

    private void judged(String name, String why, byte[] code, Asking asked, Outcome outcome, @Nullable Reason reason) {
        add("holder/vds-nc-" + name, why, code, asked, lists, outcome, reason);
    }
}
