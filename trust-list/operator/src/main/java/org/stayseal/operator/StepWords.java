package org.stayseal.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.ceremony.ActivateStep;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.CrlStep;
import org.stayseal.trust.authority.ceremony.DryRun;
import org.stayseal.trust.authority.ceremony.NoticeStep;
import org.stayseal.trust.authority.ceremony.RetireStep;
import org.stayseal.trust.authority.ceremony.RetiringStep;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.ceremony.RootStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.ceremony.WithdrawNoticeStep;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredRoot;
import org.stayseal.trust.authority.register.RegisteredService;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every member of every step, and what it does, for those who sign it.
 *
 * @param before the register that the ceremony changes; empty where only its file is at hand
 * @param after what comes of it
 * @param holders what people are called here
 */
record StepWords(Optional<Register> before, Optional<Register> after, Holders holders) {

    static StepWords of(DryRun run, Holders holders) {
        return new StepWords(Optional.of(run.before()), Optional.of(run.after()), holders);
    }

    /** What the file says of itself, where there is no register to replay it on. */
    static StepWords ofFileAlone(Holders holders) {
        return new StepWords(Optional.empty(), Optional.empty(), holders);
    }

    List<String> lines(Step step) {
        if (step instanceof RootStep next) {
            List<String> lines = new ArrayList<>();
            ServiceWords.add(lines, "fingerprint", next.fingerprint().toString());
            lines.addAll(
                    RootWords.lines(before.flatMap(Register::root).map(RegisteredRoot::root), next.root(), holders));
            lines.add("so: these keys, and only these, decide from then on, and sign what verifiers believe.");
            return lines;
        }
        if (step instanceof AnnounceStep announce) {
            List<String> lines = new ArrayList<>(ServiceWords.lines(announce.service()));
            lines.add(
                    announce.service().states().now() == KeyState.ANNOUNCED
                            ? "so: verifiers know this key from the next list on. Nothing that it signs counts before another ceremony activates it."
                            : "so: verifiers believe this key from the first list on.");
            return lines;
        }
        if (step instanceof CrlStep crl) {
            List<String> lines = CrlWords.lines(crl, before);
            lines.add("so: every signer whose serial number is named is refused, from the next publication on.");
            return lines;
        }
        if (step instanceof NoticeStep made) {
            List<String> lines = NoticeWords.lines(made.notice());
            lines.add("so: " + NoticeWords.effect(made.notice()));
            return lines;
        }
        return step instanceof WithdrawNoticeStep withdrawn
                ? withdrawn(withdrawn)
                : NeighbourWords.step(step, before).orElseGet(() -> state(step));
    }

    private List<String> withdrawn(WithdrawNoticeStep step) {
        Optional<Notice> notice = before.flatMap(register -> register.notices().stream()
                .filter(one -> one.id().equals(step.id()))
                .findFirst());
        List<String> lines = new ArrayList<>();
        if (notice.isEmpty()) {
            ServiceWords.add(lines, "id", step.id());
            lines.add("so: the notice applies to nothing any more. What it says is not in this file.");
            return lines;
        }
        lines.addAll(NoticeWords.lines(notice.get()));
        lines.add("so: " + NoticeWords.undone(notice.get()));
        return lines;
    }

    private List<String> state(Step step) {
        List<String> lines = new ArrayList<>();
        if (step instanceof ActivateStep activate) {
            service(lines, activate.service());
            lines.add("so: it signs from then on, and verifiers believe what it signs.");
        } else if (step instanceof RetiringStep retiring) {
            service(lines, retiring.service());
            lines.add("so: it may still sign, and is about to stop.");
        } else if (step instanceof RetireStep retire) {
            service(lines, retire.service());
            retire.signsUntil().ifPresent(until -> ServiceWords.add(lines, "signs until", until.toString()));
            retire.override().ifPresent(why -> ServiceWords.add(lines, "no follower", why));
            lines.add(
                    found(retire.service())
                                    .map(RegisteredService::service)
                                    .filter(Service.StatusKey.class::isInstance)
                                    .isPresent()
                            ? "so: it signs no more, for good. Lists of statuses and revocations need another key from then on."
                            : "so: it signs no more, for good. What it signed until then stays good.");
        } else if (step instanceof RevokeStep revoke) {
            service(lines, revoke.service());
            ServiceWords.add(lines, "cause", revoke.cause());
            ServiceWords.add(lines, "since", revoke.compromisedSince().toString());
            lines.add(revoked(found(revoke.service()).map(RegisteredService::service)));
        } else {
            // A step of a later release: nothing in it is left out, if less well said.
            ObjectNode json = JsonMapper.shared().createObjectNode();
            step.write(json);
            json.properties()
                    .forEach(member -> ServiceWords.add(
                            lines, member.getKey(), member.getValue().toString()));
        }
        return lines;
    }

    private static String revoked(Optional<Service> service) {
        if (service.filter(Service.Csca.class::isInstance).isPresent()) {
            return "so: every signer under it is refused with it, and everything that they ever signed. For good.";
        }
        if (service.filter(Service.StatusKey.class::isInstance).isPresent()) {
            return "so: lists of statuses and revocations that it signed are refused. For good.";
        }
        return "so: nothing that it ever signed counts any more, but for what a kept log holds from before that moment. For good.";
    }

    private void service(List<String> lines, String id) {
        Optional<RegisteredService> found = found(id);
        ServiceWords.add(lines, "service", id);
        if (found.isEmpty()) {
            ServiceWords.add(lines, "", "what it is does not stand in this file: trust ceremony show DIR FILE");
        }
        found.ifPresent(one -> ServiceWords.lines(one.service()).forEach(lines::add));
    }

    /** As it is before, or announced by the same ceremony. */
    private Optional<RegisteredService> found(String id) {
        return before.flatMap(register -> register.service(id))
                .or(() -> after.flatMap(register -> register.service(id)));
    }
}
