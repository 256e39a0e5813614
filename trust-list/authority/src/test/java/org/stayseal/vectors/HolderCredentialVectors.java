package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.time.LocalDate;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** Residence credentials beside a passport and beside the lines of their document (VER-45 to VER-47). */
final class HolderCredentialVectors extends Cases {

    private static final PermitChange PERMIT = UtopianVectors.permit();

    HolderCredentialVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        Zones passport = Zones.passport();
        fits(
                "full-with-its-passport",
                "number, issuer, name and birth date fit",
                Purpose.FULL,
                NOW.passportMrz(passport.text()));
        fits(
                "bank-with-its-passport",
                "number, issuer, name and birth date fit",
                Purpose.BANK,
                NOW.passportMrz(passport.text()));
        fits(
                "full-with-a-passport-prolonged",
                "end date, sex and nationality are not compared (VER-45)",
                Purpose.FULL,
                NOW.passportMrz(passport.end(LocalDate.of(2033, 1, 31))
                        .nationality("UKR")
                        .text()));
        other("issuing-state", Purpose.FULL, passport.issuer("UTO"));
        other("name", Purpose.BANK, passport.name("Munster", "Olena Vera"));
        other("birth-date", Purpose.BANK, passport.birth(new BirthDate(1985, 5, 12)));
        fits(
                "work-names-no-passport",
                "nothing contradicts; without a number that is no match",
                Purpose.WORK,
                NOW.passportMrz(passport.text()));
        other("name-where-none-is-named", Purpose.STAY, passport.name("Someone", "Else"));
        fits(
                "names-in-one-order-or-the-other",
                "a passport that does not divide the name (VER-46)",
                Purpose.FULL,
                NOW.passportMrz(passport.text().replace("MUSTER<<OLENA<VERA", "OLENA<VERA<MUSTER<")));
        byte[] undivided = changed(Purpose.FULL, claims -> {
            CBORObject person = person(claims);
            person.Remove(CBORObject.FromObject(7));
            person.Remove(CBORObject.FromObject(5));
            person.set(CBORObject.FromObject(4), CBORObject.FromObject("Anna Maria Elisabethxx Vandermeerschen"));
        });
        Zones cut = passport.name("Vandermeerschen", "Anna Maria Elisabethxx");
        add(
                "holder/undivided-name-beside-a-full-zone",
                "the zone's surname stands anywhere in the name (VER-46)",
                undivided,
                NOW.passportMrz(cut.text()),
                lists,
                Outcome.VALID,
                null);
        add(
                "holder/undivided-name-beside-another-full-zone",
                "the zone's surname stands nowhere in the name (VER-46)",
                undivided,
                NOW.passportMrz(
                        cut.name("Wandermeerschen", "Anna Maria Elisabethxx").text()),
                lists,
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
        add(
                "holder/full-passport-check-digit-wrong",
                "the passport's number misread (VER-45, VER-48)",
                credential(PERMIT, Purpose.FULL),
                NOW.passportMrz(passport.text(1, 2, '9')),
                lists,
                Outcome.INDETERMINATE,
                Reason.INVALID_PASSPORT_MRZ);
        add(
                "holder/live-only-with-its-passport",
                "a fitting passport is no live proof (VER-4)",
                credential(PERMIT.liveOnly(), Purpose.FULL),
                NOW.passportMrz(passport.text()),
                lists,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
        renewed(passport);
        Zones card = Zones.permit().format(MrzFormat.TD1);
        fits(
                "work-on-its-card",
                "the permit's number, its country, name and birth date fit (VER-47)",
                Purpose.WORK,
                NOW.mrz(card.text()));
        add(
                "holder/work-on-another-card",
                "another permit's number (VER-47)",
                credential(PERMIT, Purpose.WORK),
                NOW.mrz(card.number("UT1234568").text()),
                lists,
                Outcome.INVALID,
                Reason.SEAL_DOCUMENT_MISMATCH);
        add(
                "holder/work-on-a-card-with-a-longer-number",
                "the permit's number is only the beginning of the card's (VER-46)",
                credential(PERMIT, Purpose.WORK),
                NOW.mrz(card.number("UT123456789").text()),
                lists,
                Outcome.INVALID,
                Reason.SEAL_DOCUMENT_MISMATCH);
        add(
                "holder/work-card-check-digit-wrong",
                "the card's number misread (VER-47, VER-48)",
                credential(PERMIT, Purpose.WORK),
                NOW.mrz(card.text(0, 8, '9')),
                lists,
                Outcome.INDETERMINATE,
                Reason.INVALID_PRINTED_MRZ);
    }

    /** VER-51. */
    private void renewed(Zones old) {
        Zones passport = old.number("P4711002").end(LocalDate.of(2036, 10, 31));
        another("number", "the same person and State, another number", Purpose.FULL, passport);
        another("number-only-bank", "the same; this credential says no sex", Purpose.BANK, passport);
        another(
                "number-and-a-nationality-that-names-no-state",
                "XXB here, UKR there: a refugee has no nationality to compare",
                Purpose.FULL,
                passport.nationality("UKR"));
        another("number-and-sex-unspecified", "X contradicts neither", Purpose.FULL, passport.sex(Sex.X));
        another(
                "number-and-the-new-passport-has-expired",
                "dates of passports are not asked",
                Purpose.FULL,
                passport.end(LocalDate.of(2026, 1, 31)));
        fits(
                "full-with-the-old-passport-expired",
                "the old passport, which is over: it is the one named, and dates of passports are not asked (VER-51)",
                Purpose.FULL,
                NOW.passportMrz(old.end(LocalDate.of(2026, 1, 31)).text()));
        other("number-and-name", Purpose.FULL, passport.name("Someone", "Else"));
        other("number-and-birth-date", Purpose.FULL, passport.birth(new BirthDate(1985, 5, 12)));
        other("number-and-issuing-state", Purpose.FULL, passport.issuer("UTO"));
        other("number-and-sex", Purpose.FULL, passport.sex(Sex.M));
        other("all-but-the-number", Purpose.FULL, old.name("Someone", "Else").birth(new BirthDate(1990, 1, 1)));
        mismatch(
                "number-and-nationality",
                changed(
                        Purpose.FULL,
                        claims -> person(claims).set(CBORObject.FromObject(13), CBORObject.FromObject("UKR"))),
                passport.nationality("UTO"));
        mismatch(
                "number-and-its-birth-year-is-unknown",
                changed(
                        Purpose.FULL,
                        claims -> person(claims).set(CBORObject.FromObject(8), CBORObject.FromObject("00000000"))),
                passport);
        mismatch(
                "number-and-its-name-is-in-another-script",
                changed(Purpose.FULL, claims -> {
                    person(claims).set(CBORObject.FromObject(7), CBORObject.FromObject("Мустер"));
                    person(claims).set(CBORObject.FromObject(5), CBORObject.FromObject("Олена Вера"));
                }),
                passport);
        add(
                "holder/revoked-credential-differs-in-number",
                "another passport never stands in front of a revocation (VER-5, VER-51)",
                bytes(utopia.credential(PERMIT, Purpose.FULL, UtopianVectors.REVOKED)),
                NOW.passportMrz(passport.text()),
                lists,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void fits(String name, String why, Purpose purpose, Asking asked) {
        add("holder/" + name, why, credential(PERMIT, purpose), asked, lists, Outcome.VALID, null);
    }

    private void another(String field, String why, Purpose purpose, Zones passport) {
        add(
                "holder/credential-differs-in-" + field,
                why + " (VER-51)",
                credential(PERMIT, purpose),
                NOW.passportMrz(passport.text()),
                lists,
                Outcome.INDETERMINATE,
                Reason.ANOTHER_PASSPORT);
    }

    private void other(String field, Purpose purpose, Zones passport) {
        mismatch(field, credential(PERMIT, purpose), passport);
    }

    private void mismatch(String field, byte[] code, Zones passport) {
        add(
                "holder/credential-differs-in-" + field,
                "another passport (VER-45, VER-51)",
                code,
                NOW.passportMrz(passport.text()),
                lists,
                Outcome.INVALID,
                Reason.SEAL_PASSPORT_MISMATCH);
    }
}
