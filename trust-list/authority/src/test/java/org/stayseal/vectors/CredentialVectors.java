package org.stayseal.vectors;

import org.jspecify.annotations.Nullable;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.verify.Outcome;

/** Good residence credentials, for each purpose (docs 30). */
final class CredentialVectors extends Cases {

    CredentialVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        for (Purpose purpose : Purpose.values()) {
            valid(
                    "credential/valid-" + purpose.key(),
                    "the credential for the purpose " + purpose.key() + ", asked for just that",
                    purpose,
                    purpose);
        }
        valid("credential/valid-residence", "asked without a purpose", Purpose.STAY, null);
        valid(
                "credential/valid-full-for-work",
                "the full credential answers every purpose (VER-32)",
                Purpose.FULL,
                Purpose.WORK);
        valid("credential/valid-work-for-stay", "every credential answers stay (VER-32)", Purpose.WORK, Purpose.STAY);
        add(
                "credential/valid-unlimited-right",
                "right until 0: unlimited; the document ends all the same (CRED-53)",
                credential(UtopianVectors.permit().unlimited(), Purpose.FULL),
                NOW,
                lists,
                Outcome.VALID,
                null);
    }

    private void valid(String name, String why, Purpose purpose, @Nullable Purpose asked) {
        add(
                name,
                why,
                credential(UtopianVectors.permit(), purpose),
                asked == null ? NOW : NOW.purpose(asked),
                lists,
                Outcome.VALID,
                null);
    }
}
