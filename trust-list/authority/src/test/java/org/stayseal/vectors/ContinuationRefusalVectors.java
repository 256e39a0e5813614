package org.stayseal.vectors;

import java.util.Optional;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Continuations that do not count, of which too little is known, or that are alone (VER-91 to VER-96). */
final class ContinuationRefusalVectors extends ContinuationCases {

    ContinuationRefusalVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        refused();
        notThisOne();
        open();
        alone();
    }

    private void refused() {
        byte[] permit = code(over(Purpose.FULL));
        String good = text(ordinary());
        invalid(
                "forged",
                "a signature that does not fit leads, and it is the paper's (VER-94)",
                permit,
                NOW.beside(Paper.text(broken(good))),
                Reason.FORGED_CONTINUATION);
        notValid("damaged", "a character is missing", permit, NOW.beside(good.substring(0, good.length() - 1)));
        notValid(
                "not-a-continuation",
                "the permit's own code once more",
                permit,
                NOW.beside(over(Purpose.FULL).text()));
        notValid("newer-version", "RPC2: says nothing that counts", permit, NOW.beside("RPC2" + good.substring(4)));
        notValid(
                "signer-of-permits-alone",
                "who may sign permits may not thereby prolong them: RP1, and not RPC1 (VER-91)",
                permit,
                NOW.beside(ordinary().text(utopia.authority.credentialSigner())));
        add(
                "continuation/signer-not-listed",
                "no list names its signer",
                permit,
                NOW.beside(good),
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        status("revoked-itself", UtopianVectors.REVOKED);
        status("suspended-itself", UtopianVectors.SUSPENDED);
        status("superseded-itself", UtopianVectors.SUPERSEDED);
    }

    private void status(String name, long index) {
        notValid(
                name,
                "its own status entry (VER-91)",
                code(over(Purpose.FULL)),
                NOW.beside(text(ordinary().index(index))));
    }

    private void notThisOne() {
        byte[] permit = code(over(Purpose.FULL));
        notValid(
                "of-another-permit",
                "it names another permit (VER-92)",
                permit,
                NOW.beside(text(Paper.of(
                        credential(ExtensionVectors.ending(20).number("UT7654321"), Purpose.FULL, 1), utopia))));
        notValid(
                "of-another-purpose",
                "it names another credential of the same permit (CONT-14)",
                permit,
                NOW.beside(text(Paper.of(over(Purpose.WORK), utopia))));
        notValid(
                "with-another-purpose",
                "the right hash beside a purpose that is not the credential's",
                permit,
                NOW.beside(text(ordinary().with(Optional.of("UT1234567"), Optional.of(Purpose.WORK)))));
        notValid(
                "without-the-purpose",
                "of a credential it says the purpose",
                permit,
                NOW.beside(text(ordinary().with(Optional.of("UT1234567"), Optional.empty()))));
        notValid(
                "with-another-number",
                "the number must be equal",
                permit,
                NOW.beside(text(ordinary().with(Optional.of("UT1234568"), Optional.of(Purpose.FULL)))));
        notValid(
                "with-a-number-that-the-code-does-not-state",
                "a stay credential states no number (VER-92)",
                code(over(Purpose.STAY)),
                NOW.beside(text(Paper.of(over(Purpose.STAY), utopia)
                        .with(Optional.of("UT1234567"), Optional.of(Purpose.STAY)))));
        notValid(
                "of-a-seal-with-a-purpose",
                "a seal has none",
                seal(20).received(),
                NOW.beside(text(of(seal(20)).with(Optional.empty(), Optional.of(Purpose.FULL)))));
        notValid(
                "of-another-country",
                "the permit's country, and the signer's",
                permit,
                NOW.beside(text(ordinary().country("ATL"))));
    }

    private void open() {
        byte[] permit = code(over(Purpose.FULL));
        judged(
                "status-unknown",
                "no list at hand for its entry: it is not known whether it was withdrawn (VER-93)",
                permit,
                NOW.beside(text(ordinary().uri("https://permits.utopia.example/status/9"))),
                Outcome.INDETERMINATE,
                Reason.STATUS_UNKNOWN);
        judged(
                "status-stale",
                "the status list is over",
                permit,
                NOW.at("2026-11-26T12:00:00Z").beside(text(ordinary())),
                Outcome.INDETERMINATE,
                Reason.STATUS_STALE);
        judged(
                "list-stale",
                "a continuation under a list that is over makes nothing VALID",
                permit,
                NOW.at("2026-12-24T12:00:00Z").beside(text(ordinary())),
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        judged(
                "status-unknown-and-permit-not-over",
                "what is not needed does no harm (VER-94)",
                code(credential(UtopianVectors.permit(), Purpose.FULL, 1)),
                NOW.beside(text(Paper.of(credential(UtopianVectors.permit(), Purpose.FULL, 1), utopia)
                        .uri("https://permits.utopia.example/status/9"))),
                Outcome.VALID,
                null);
        invalid(
                "status-unknown-and-permit-revoked",
                "it revives nothing",
                code(credential(ExtensionVectors.ending(20), Purpose.FULL, UtopianVectors.REVOKED)),
                NOW.beside(text(
                        Paper.of(credential(ExtensionVectors.ending(20), Purpose.FULL, UtopianVectors.REVOKED), utopia)
                                .uri("https://permits.utopia.example/status/9"))),
                Reason.REVOKED);
        add(
                "continuation/no-list",
                "without any list nothing can be said, against the permit neither",
                permit,
                NOW.beside(text(ordinary())),
                new Vector.Trust(utopia.authority.rootFingerprint().hex(), Optional.empty()),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
    }

    private void alone() {
        String good = text(ordinary());
        judged(
                "alone",
                "by itself it gives no right (VER-96)",
                bytes(good),
                NOW,
                Outcome.INDETERMINATE,
                Reason.CONTINUATION_ALONE);
        judged(
                "alone-of-a-seal",
                "without number and purpose",
                bytes(text(of(seal(20)))),
                NOW,
                Outcome.INDETERMINATE,
                Reason.CONTINUATION_ALONE);
        judged(
                "alone-beside-another",
                "a continuation is not prolonged",
                bytes(good),
                NOW.beside(good),
                Outcome.INDETERMINATE,
                Reason.CONTINUATION_ALONE);
        invalid("alone-forged", "forged", bytes(Paper.text(broken(good))), NOW, Reason.INVALID_SIGNATURE);
        invalid(
                "alone-by-a-signer-of-permits",
                "RP1 in the scope, and not RPC1",
                bytes(ordinary().text(utopia.authority.credentialSigner())),
                NOW,
                Reason.OUT_OF_SCOPE);
        judged(
                "permit-by-a-signer-of-continuations",
                "RPC1 in the scope, and not RP1",
                bytes(UnsignedCredential.of(
                                utopia.claims(UtopianVectors.permit(), Purpose.FULL, 1), signer.certificate())
                        .sign(signer)
                        .text()),
                NOW,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }
}
