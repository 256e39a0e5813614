package org.stayseal.spec.receipt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.receipt.Receipt.Answer;
import org.stayseal.spec.receipt.Receipt.CheckMade;
import org.stayseal.spec.receipt.Receipt.Code;
import org.stayseal.spec.receipt.Receipt.Embedded;
import org.stayseal.spec.receipt.Receipt.Lists;
import org.stayseal.spec.receipt.Receipt.NeighbourList;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.CodeToKeep;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.Verdict;

/** Makes the receipt of a check: nothing of the person beyond what its purpose needs (RCPT-12 to RCPT-15). */
public final class ReceiptOfCheck {

    private ReceiptOfCheck() {}

    /**
     * @param software the program and its version (RCPT-5)
     * @param now the verifier's own clock
     * @param code the bytes as read
     * @param asked the question that the verdict answers
     */
    public static Receipt of(
            String software, Instant now, byte[] code, Asked asked, Verdict verdict, Profiles profiles) {
        Optional<CodeToKeep> kept = CodeToKeep.of(code, profiles);
        Answer answer = answer(verdict);
        Optional<Embedded> embedded = answer.isToBeKept(asked.purpose())
                ? kept.map(one ->
                        new Embedded(new KeptCode(one.bytes()), one.photo(), counting(verdict, asked.continuations())))
                : Optional.empty();
        Optional<String> hash =
                kept.filter(one -> !one.live() || embedded.isPresent()).map(one -> Hex.encode(Sha256.of(one.bytes())));
        return new Receipt(
                software,
                now.truncatedTo(ChronoUnit.SECONDS),
                asked.at().map(at -> at.truncatedTo(ChronoUnit.SECONDS)),
                asked.purpose(),
                new Code(verdict.format(), kept.map(one -> Hex.encode(one.identity())), hash),
                answer,
                verdict.trust().kind() == TrustKnowledge.Kind.PINNED ? lists(verdict.trust()) : Optional.empty(),
                embedded,
                Optional.empty());
    }

    private static Answer answer(Verdict verdict) {
        List<CheckMade> checks = verdict.checks().stream()
                .map(check -> new CheckMade(
                        check.name(),
                        check.question(),
                        check.result(),
                        check.reason().map(Reason::name)))
                .toList();
        return new Answer(
                verdict.outcome(),
                verdict.reason().map(Reason::name),
                verdict.authentic(),
                verdict.right(),
                verdict.holder(),
                checks);
    }

    /** The verdict has one for each that was given, in their order (VER-95); those of other people's permits do not count. */
    private static List<KeptCode> counting(Verdict verdict, List<byte[]> given) {
        List<KeptCode> counting = new ArrayList<>();
        for (int i = 0; i < verdict.continuations().size(); i++) {
            if (verdict.continuations().get(i).result() == Result.PASSED) {
                counting.add(new KeptCode(given.get(i)));
            }
        }
        return counting;
    }

    private static Optional<Lists> lists(TrustKnowledge trust) {
        return trust.list()
                .map(list -> new Lists(
                        list.rootFingerprint(),
                        list.country(),
                        list.demo(),
                        list.sequence(),
                        list.issued(),
                        list.nextUpdate(),
                        trust.neighbour()
                                .map(one -> new NeighbourList(
                                        one.country(), one.sequence(), one.issued(), one.nextUpdate()))));
    }
}
