package org.stayseal.spec.receipt;

import java.util.List;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;

/**
 * A receipt checked again (RCPT-19): its embedded code judged now.
 *
 * @param answer what is to be said of the receipt
 * @param now the verdict on its code; empty where it embeds none
 */
public record Recheck(Answer answer, Optional<Verdict> now) {

    /** In the order in which they apply. */
    public enum Answer {
        NO_CODE,
        NO_LONGER_VALID,
        LISTS_OLDER,
        CANNOT_TELL,
        EXTENDED,
        STILL_VALID
    }

    /** @param verifier with the lists at hand now */
    public static Recheck of(Receipt receipt, Verifier verifier) {
        if (receipt.embedded().isEmpty()) {
            return new Recheck(Answer.NO_CODE, Optional.empty());
        }
        Receipt.Embedded kept = receipt.embedded().get();
        List<byte[]> continuations =
                kept.continuations().stream().map(KeptCode::bytes).toList();
        Verdict now = verifier.verify(
                kept.code().bytes(),
                new Asked(receipt.purpose(), Optional.empty(), Optional.empty()).continuations(continuations));
        return new Recheck(answer(receipt, now), Optional.of(now));
    }

    private static Answer answer(Receipt receipt, Verdict now) {
        return switch (now.outcome()) {
            case INVALID -> Answer.NO_LONGER_VALID;
            case INDETERMINATE -> areOlder(receipt, now) ? Answer.LISTS_OLDER : Answer.CANNOT_TELL;
            case VALID -> areOlder(receipt, now) ? Answer.LISTS_OLDER : extended(now);
        };
    }

    private static Answer extended(Verdict now) {
        boolean extended = now.reason()
                .filter(reason -> reason == Reason.EXTENDED_BY_NOTICE || reason == Reason.EXTENDED_BY_CONTINUATION)
                .isPresent();
        return extended ? Answer.EXTENDED : Answer.STILL_VALID;
    }

    private static boolean areOlder(Receipt receipt, Verdict now) {
        if (now.trust().kind() != TrustKnowledge.Kind.PINNED || receipt.lists().isEmpty()) {
            return false;
        }
        Receipt.Lists then = receipt.lists().get();
        return now.trust()
                .list()
                .filter(list -> list.rootFingerprint().equals(then.root()) && list.sequence() < then.sequence())
                .isPresent();
    }
}
