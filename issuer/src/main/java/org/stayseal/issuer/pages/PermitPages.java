package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.audit.AuditEvent;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.carrier.CarrierCode;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Role;

/** Permits: found, handed over, suspended, reinstated, revoked. */
@Controller
@RequestMapping("/officer/permits")
class PermitPages {
    private static final int PER_PAGE = 20;
    private static final int REASON_MAX_LENGTH = 500;

    /** What an officer can do to the status of a permit. */
    enum Change {
        SUSPEND(PermitStatus.VALID),
        REINSTATE(PermitStatus.SUSPENDED),
        REVOKE(PermitStatus.VALID, PermitStatus.SUSPENDED);

        private final List<PermitStatus> from;

        Change(PermitStatus... from) {
            this.from = List.of(from);
        }

        boolean possibleFor(IssuedPermit permit) {
            return permit.stage() == Stage.RELEASED && from.contains(permit.status());
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Change of(String key) {
            for (Change change : values()) {
                if (change.key().equals(key)) {
                    return change;
                }
            }
            throw Refusal.notFound("no-change", "There is no such page.");
        }
    }

    private final Permits permits;
    private final Applications applications;
    private final AuditTrail audit;
    private final Continuations continuations;

    PermitPages(Permits permits, Applications applications, AuditTrail audit, Continuations continuations) {
        this.continuations = continuations;
        this.permits = permits;
        this.audit = audit;
        this.applications = applications;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<PermitStatus> status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Paging paging = new Paging(page, PER_PAGE);
        List<IssuedPermit> found = permits.search(text.strip(), status, paging.offset(), PER_PAGE + 1);
        model.addAttribute("text", text);
        model.addAttribute("status", status.map(Enum::name).orElse(""));
        model.addAttribute("statuses", PermitStatus.values());
        model.addAttribute("permits", paging.rows(found));
        model.addAttribute("paging", paging.of(found));
        return "officer/permits";
    }

    @GetMapping("/{number}")
    String detail(@PathVariable String number, Model model) {
        return detail(found(number), model);
    }

    /** The same page with the address of the holder's page, whose holder could be anybody who has it: that it was read is on record. */
    @GetMapping("/{number}/holder-link")
    String holderLink(@PathVariable String number, HttpServletResponse response, Model model) {
        URI link = permits.holderLink(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no released permit of that number."));
        audit.reading(PageFrame.officer(model), "read-holder-link", number, "");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("holderLink", link);
        return detail(found(number), model);
    }

    private String detail(IssuedPermit permit, Model model) {
        model.addAttribute("permit", permit);
        model.addAttribute("name", PersonNames.of(permit));
        applications.find(permit.application()).ifPresent(application -> model.addAttribute("dossier", application));
        model.addAttribute(
                "hasPhoto", applications.portrait(permit.application()).isPresent());
        model.addAttribute("contents", CodeContent.of(permit));
        model.addAttribute("history", history(permit));
        model.addAttribute("released", permit.stage() == Stage.RELEASED);
        model.addAttribute("codes", CarrierCode.values());
        model.addAttribute("continuations", continuations.of(permit.number()));
        model.addAttribute(
                "mayContinue",
                permit.stage() == Stage.RELEASED
                        && permit.status() == PermitStatus.VALID
                        && PageFrame.officer(model).is(Role.CLERK));
        model.addAttribute("changes", possible(permit, PageFrame.officer(model)));
        return "officer/permit";
    }

    /** What was done, from the application on, oldest first. */
    private List<AuditEvent> history(IssuedPermit permit) {
        return Stream.concat(audit.of(permit.application().toString()).stream(), audit.of(permit.number()).stream())
                .sorted(Comparator.comparing(AuditEvent::at))
                .toList();
    }

    private static List<Change> possible(IssuedPermit permit, Officer officer) {
        return officer.is(Role.APPROVER)
                ? List.of(Change.values()).stream()
                        .filter(change -> change.possibleFor(permit))
                        .toList()
                : List.of();
    }

    @GetMapping("/{number}/carriers/{name}")
    ResponseEntity<byte[]> carrier(@PathVariable String number, @PathVariable String name, Model model) {
        Officer officer = PageFrame.officer(model);
        Carrier carrier = permits.carrier(number, name)
                .orElseThrow(() -> Refusal.notFound("no-carrier", "There is no such file of this permit."));
        audit.reading(officer, "read-carrier", number, name);
        String fileName = name.equals("permit.pdf") ? number + ".pdf" : number + "-" + name;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(carrier.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName).build().toString())
                .body(carrier.bytes());
    }

    @GetMapping("/{number}/{change:suspend|reinstate|revoke}")
    String confirm(@PathVariable String number, @PathVariable String change, Model model) {
        return confirm(found(number), Change.of(change), model);
    }

    private String confirm(IssuedPermit permit, Change change, Model model) {
        model.addAttribute("permit", permit);
        model.addAttribute("name", PersonNames.of(permit));
        model.addAttribute("change", change);
        model.addAttribute("possible", change.possibleFor(permit));
        return "officer/permit-change";
    }

    @PostMapping("/{number}/{change:suspend|reinstate|revoke}")
    String change(
            @PathVariable String number,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response,
            Model model) {
        Change chosen = Change.of(change);
        String why = reason.strip();
        boolean reasonWrong = why.isEmpty() || why.length() > REASON_MAX_LENGTH;
        if (reasonWrong || !sure) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("reason", reason);
            model.addAttribute("reasonWrong", reasonWrong);
            model.addAttribute("notSure", !sure);
            return confirm(found(number), chosen, model);
        }
        Officer officer = PageFrame.officer(model);
        try {
            switch (chosen) {
                case SUSPEND -> permits.suspend(number, why, officer);
                case REINSTATE -> permits.reinstate(number, why, officer);
                case REVOKE -> permits.revoke(number, why, officer);
            }
            return "redirect:/officer/permits/" + found(number).number() + "?changed";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(PageFrame.statusOf(refusal).value());
            model.addAttribute("reason", reason);
            model.addAttribute("refusal", refusal.getMessage());
            return confirm(found(number), chosen, model);
        }
    }

    private IssuedPermit found(String number) {
        return permits.find(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
    }
}
