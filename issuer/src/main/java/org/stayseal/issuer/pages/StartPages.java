package org.stayseal.issuer.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stayseal.issuer.application.ApplicationState;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.continuation.GivenContinuation;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.officer.Officer;

/** The public first page, the sign-in, and what an officer sees first. */
@Controller
class StartPages {
    private static final int SHOWN = 8;
    /** Beyond it a queue is "more than": nobody needs the exact number. */
    private static final int COUNTED = 100;

    private final Applications applications;
    private final Permits permits;
    private final Continuations continuations;

    StartPages(Applications applications, Permits permits, Continuations continuations) {
        this.continuations = continuations;
        this.applications = applications;
        this.permits = permits;
    }

    @GetMapping("/")
    String start() {
        return "start";
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(name = "wait") Optional<Integer> seconds, Model model) {
        seconds.filter(given -> given > 0 && given <= 3600).ifPresent(given -> model.addAttribute("seconds", given));
        return "sign-in";
    }

    @GetMapping("/officer")
    String desk(Model model) {
        Officer officer = PageFrame.officer(model);
        var waiting = applications.list(Optional.of(ApplicationState.SUBMITTED), 0, COUNTED);
        var forMe = waiting.stream()
                .filter(application -> !application.appliedBy().equals(officer.name()))
                .toList();
        model.addAttribute("forMe", forMe.stream().limit(SHOWN).toList());
        List<GivenContinuation> toContinue = continuations.requested().stream()
                .filter(given -> !given.requestedBy().equals(officer.name()))
                .toList();
        model.addAttribute("forMeCount", count(forMe.size() + toContinue.size()));
        model.addAttribute("mineCount", count(waiting.size() - forMe.size()));
        model.addAttribute(
                "suspendedCount",
                count(permits.search("", Optional.of(PermitStatus.SUSPENDED), 0, COUNTED)
                        .size()));
        model.addAttribute("toContinue", toContinue.stream().limit(SHOWN).toList());
        model.addAttribute("recent", permits.search("", Optional.empty(), 0, SHOWN));
        return "officer/desk";
    }

    private static String count(int size) {
        return size >= COUNTED ? COUNTED + "+" : Integer.toString(size);
    }
}
