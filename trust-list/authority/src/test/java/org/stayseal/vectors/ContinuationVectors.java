package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** Permits that go on beside a continuation, and what no continuation moves (VER-90 to VER-95). */
final class ContinuationVectors extends ContinuationCases {

    ContinuationVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        formats();
        days();
        withNotices();
        several();
        certificates();
        stolen();
        permitsSignerStolen();
        whatStays();
    }

    private void formats() {
        for (Purpose purpose : Purpose.values()) {
            continued(
                    "credential-" + purpose.key(),
                    "a continuation lets the end of a credential pass (VER-93)",
                    code(over(purpose)),
                    NOW.purpose(purpose).beside(text(Paper.of(over(purpose), utopia))));
        }
        Seal seal = seal(20);
        continued("seal", "of a seal, named by its identity (CONT-8)", seal.received(), NOW.beside(text(of(seal))));
        continued(
                "seal-with-its-number",
                "the number is that of the seal's zone (VER-92)",
                seal.received(),
                NOW.beside(text(of(seal).with(Optional.of("UT1234567"), Optional.empty()))));
        continued(
                "seal-with-s-turned",
                "(r, n - s) is the same seal",
                Twins.of(seal.received()),
                NOW.beside(text(of(seal))));
        Idb idb = new IdbForge(utopia.authority.signer("idb-signer"))
                .idb(
                        org.stayseal.spec.idb.IdbRequest.of(
                                "UTO",
                                IdbVectors.with(
                                        IdbVectors.PERMANENT,
                                        "expiryDate",
                                        NoticeLists.day(20).toString())),
                        ExtensionVectors.ISSUED);
        continued("idb", "of an IDB", bytes(idb.text()), NOW.beside(text(Paper.of(idb.identity(), utopia))));
        String nc = vdsNc(20);
        continued(
                "vds-nc",
                "of a VDS-NC",
                utf8(nc),
                NOW.beside(
                        text(Paper.of(NcForge.identity(nc), utopia).with(Optional.of("UT1234567"), Optional.empty()))));
    }

    private void days() {
        String paper = text(ordinary());
        byte[] permit = code(over(Purpose.FULL));
        judged(
                "permit-not-over",
                "the last second of the printed end: nothing is moved (VER-93)",
                permit,
                NOW.at("2026-11-20T23:59:59Z").beside(paper),
                Outcome.VALID,
                null);
        continued(
                "permit-just-over",
                "the second after the printed end",
                permit,
                NOW.at("2026-11-21T00:00:00Z").beside(paper));
        LocalDate last = LocalDate.of(2026, 11, 22);
        String short1 = text(ordinary().days(Paper.FROM, last));
        continued(
                "last-day",
                "the last second of its last day",
                permit,
                NOW.at("2026-11-22T23:59:59Z").beside(short1));
        notValid(
                "over",
                "the second after its last day",
                permit,
                NOW.at("2026-11-23T00:00:00Z").beside(short1));
        LocalDate after = LocalDate.of(2026, 11, 21);
        continued(
                "begins-with-the-end",
                "it begins with the first second after the printed end, and that is no gap (VER-91)",
                permit,
                NOW.at("2026-11-21T00:00:00Z").beside(text(ordinary().days(after, Paper.UNTIL))));
        notValid(
                "begins-after-the-end",
                "a day later it would revive what was over (VER-91)",
                permit,
                NOW.beside(text(ordinary().days(after.plusDays(1), Paper.UNTIL))));
        notValid(
                "signed-later",
                "signed after the time asked about",
                permit,
                NOW.at("2026-11-21T00:00:00Z").beside(text(ordinary().signedOn(LocalDate.of(2026, 11, 22)))));
    }

    private void withNotices() {
        Seal longer = seal(15);
        judged(
                "notice-ends-later",
                "both let the end pass; the later end leads, both are shown",
                longer.received(),
                NOW.beside(text(of(longer))),
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
        Seal shorter = seal(16);
        continued(
                "notice-ends-earlier",
                "both let the end pass; the later end leads, both are shown",
                shorter.received(),
                NOW.beside(text(of(shorter))));
        continued(
                "begins-within-the-notice",
                "the end that the notice moved is the one that it must not miss (VER-91)",
                shorter.received(),
                NOW.beside(text(of(shorter).days(LocalDate.of(2026, 11, 21), Paper.UNTIL))));
        judged(
                "begins-after-the-notice",
                "after the end that the notice moved: it does not count, and the notice is enough",
                shorter.received(),
                NOW.beside(text(of(shorter).days(LocalDate.of(2026, 12, 2), Paper.UNTIL))),
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
        judged(
                "notice-ends-alike",
                "of two equal ends the notice leads",
                seal(17).received(),
                NOW.beside(text(of(seal(17)))),
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
        judged(
                "notice-beside-a-forged-one",
                "the notice is enough: the forged paper is not held against the permit",
                longer.received(),
                NOW.beside(Paper.text(broken(text(of(longer))))),
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
    }

    private void several() {
        byte[] permit = code(over(Purpose.FULL));
        String good = text(ordinary());
        String other = text(Paper.of(over(Purpose.WORK), utopia));
        continued("one-of-two", "one of them counts, and that is enough", permit, NOW.beside(other, good));
        continued(
                "longest-of-two",
                "the one that ends last is what counts",
                permit,
                NOW.beside(text(ordinary().days(Paper.FROM, LocalDate.of(2026, 11, 22))), good));
        continued(
                "forged-and-good",
                "a forged one beside a good one",
                permit,
                NOW.beside(Paper.text(broken(good)), good));
        judged(
                "forged-and-open",
                "what might count keeps the end open",
                permit,
                NOW.beside(Paper.text(broken(good)), text(ordinary().uri("https://permits.utopia.example/status/9"))),
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
    }

    private void certificates() {
        Credential permit = UnsignedCredential.of(
                        utopia.claims(ExtensionVectors.ending(20), Purpose.FULL, 1), shortLived.certificate())
                .sign(shortLived);
        continued(
                "certificate-ended",
                "the end of the permit's signer passes with that of the permit (VER-93)",
                code(permit),
                NOW.beside(text(Paper.of(permit, utopia))));
        Credential longer = UnsignedCredential.of(
                        utopia.claims(UtopianVectors.permit(), Purpose.FULL, 1), shortLived.certificate())
                .sign(shortLived);
        invalid(
                "certificate-ended-before-the-permit",
                "of a permit that is not over a continuation moves nothing",
                code(longer),
                NOW.beside(text(Paper.of(longer, utopia))),
                Reason.EXPIRED_CERTIFICATE);
        judged(
                "certificate-ended-and-status-unknown",
                "then both ends stay open",
                code(permit),
                NOW.beside(text(Paper.of(permit, utopia).uri("https://permits.utopia.example/status/9"))),
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
    }

    private void stolen() {
        byte[] permit = code(over(Purpose.FULL));
        add(
                "continuation/signed-before-the-theft",
                "in the log kept for its signer's key (VER-80)",
                permit,
                NOW.beside(text(ordinary())),
                trust(ContinuationLists.STOLEN),
                Outcome.VALID,
                Reason.EXTENDED_BY_CONTINUATION);
        add(
                "continuation/by-the-thief",
                "not in the log kept for its signer's key",
                permit,
                NOW.beside(text(ordinary().days(Paper.FROM, LocalDate.of(2028, 2, 28)))),
                trust(ContinuationLists.STOLEN),
                Outcome.INVALID,
                Reason.EXPIRED);
    }

    /** The permit's own signer was stolen, and the lists are in time or over: what an old list withdrew stays withdrawn, what it does not know stays open. */
    private void permitsSignerStolen() {
        Seal seal = seal(20);
        String alive = text(of(seal));
        String ended = text(of(seal).index(UtopianVectors.SUPERSEDED));
        Seal thief = utopia.seal(ExtensionVectors.ending(20).number("UTTHIEF03"));
        Asking late = NOW.at("2027-01-15T12:00:00Z");
        theft(
                "alive",
                "the seal is in the log kept for its signer's key, and goes on",
                seal,
                NOW.beside(alive),
                Outcome.VALID,
                Reason.EXTENDED_BY_CONTINUATION);
        theft(
                "ended",
                "its continuation has ended: the printed end counts",
                seal,
                NOW.beside(ended),
                Outcome.INVALID,
                Reason.EXPIRED);
        theft(
                "list-over",
                "an old list cannot tell whether it goes on, and does not say that it does not",
                seal,
                late.beside(alive),
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        theft(
                "list-over-and-ended",
                "ended stays ended, however old the list is (VER-33): nothing lets the end pass any more",
                seal,
                late.beside(ended),
                Outcome.INVALID,
                Reason.EXPIRED);
        theft(
                "list-over-by-the-thief",
                "what is not in the kept log stays withdrawn, however old the list is",
                thief,
                late.beside(text(of(thief))),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        judged(
                "list-over",
                "as before the theft: the age of the list leads",
                seal.received(),
                late.beside(alive),
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        judged(
                "list-over-and-ended",
                "as after the theft: the printed end counts",
                seal.received(),
                late.beside(ended),
                Outcome.INVALID,
                Reason.EXPIRED);
    }

    private void theft(String name, String why, Seal seal, Asking asked, Outcome outcome, Reason reason) {
        add(
                "continuation/signer-of-the-permit-stolen-" + name,
                why,
                seal.received(),
                asked,
                trust(ContinuationLists.PERMITS_STOLEN),
                outcome,
                reason);
    }

    private void whatStays() {
        revived("permit-revoked", UtopianVectors.REVOKED, Reason.REVOKED);
        revived("permit-suspended", UtopianVectors.SUSPENDED, Reason.SUSPENDED);
        revived("permit-superseded", UtopianVectors.SUPERSEDED, Reason.SUPERSEDED);
        Credential begins = credential(
                UtopianVectors.permit().issued(NoticeLists.day(25)).rightFrom(NoticeLists.day(25)), Purpose.FULL, 1);
        invalid(
                "permit-not-yet-valid",
                "a beginning is not moved",
                code(begins),
                NOW.beside(text(Paper.of(begins, utopia))),
                Reason.NOT_YET_VALID);
        byte[] forged = with(
                seal(20).received(),
                seal(20).received().length - 1,
                seal(20).received()[seal(20).received().length - 1] ^ 1);
        invalid(
                "permit-forged",
                "a forged permit stays forged",
                forged,
                NOW.beside(text(of(seal(20)))),
                Reason.INVALID_SIGNATURE);
        Credential none = credential(ExtensionVectors.ending(20).work(WorkRight.none()), Purpose.WORK, 1);
        invalid(
                "work-none",
                "no work, before and after",
                code(none),
                NOW.purpose(Purpose.WORK).beside(text(Paper.of(none, utopia))),
                Reason.PURPOSE_NOT_GRANTED);
        Credential nurse =
                credential(ExtensionVectors.ending(20).work(WorkRight.underConditions("as a nurse")), Purpose.WORK, 1);
        continued(
                "work-under-conditions",
                "of the two reasons the continuation leads (VER-5)",
                code(nurse),
                NOW.purpose(Purpose.WORK).beside(text(Paper.of(nurse, utopia))));
        judged(
                "asked-for-another-purpose",
                "a continuation answers nothing that its permit does not",
                code(over(Purpose.WORK)),
                NOW.purpose(Purpose.BANK).beside(text(Paper.of(over(Purpose.WORK), utopia))),
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        Credential good = credential(UtopianVectors.permit(), Purpose.FULL, 1);
        judged(
                "forged-beside-a-good-permit",
                "beside a permit that is good without it nothing is held against anybody (VER-94)",
                code(good),
                NOW.beside(Paper.text(broken(text(Paper.of(good, utopia))))),
                Outcome.VALID,
                null);
    }
}
