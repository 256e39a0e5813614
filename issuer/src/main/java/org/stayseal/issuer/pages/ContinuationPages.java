package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
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
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.continuation.ContinuationState;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.continuation.GivenContinuation;
import org.stayseal.issuer.continuation.Renewal;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Role;

/** Continuations: written down, decided by another officer, handed over, ended. */
@Controller
@RequestMapping("/officer")
class ContinuationPages {

    private final Continuations continuations;
    private final Permits permits;
    private final AuditTrail audit;

    ContinuationPages(Continuations continuations, Permits permits, AuditTrail audit) {
        this.continuations = continuations;
        this.permits = permits;
        this.audit = audit;
    }

    @GetMapping("/permits/{number}/continuation")
    String form(@PathVariable String number, Model model) {
        show(found(number), model);
        return "officer/continuation-form";
    }

    @PostMapping("/permits/{number}/continuation")
    String request(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String legalGround,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("until", until);
        model.addAttribute("legalGround", legalGround);
        try {
            GivenContinuation given =
                    continuations.request(number, LocalDate.parse(until), legalGround, PageFrame.officer(model));
            return "redirect:/officer/continuations/" + given.id() + "?changed";
        } catch (DateTimeParseException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", "Give the last day as year-month-day, such as 2027-02-28.");
        } catch (Refusal refusal) {
            refused(refusal, response, model);
        }
        return form(number, model);
    }

    @GetMapping("/continuations/{id}")
    String detail(@PathVariable UUID id, Model model) {
        GivenContinuation given = continuation(id);
        Officer officer = PageFrame.officer(model);
        boolean approver = officer.is(Role.APPROVER);
        show(found(given.permit()), model);
        model.addAttribute("continuation", given);
        model.addAttribute("items", Item.values());
        boolean released = given.state() == ContinuationState.RELEASED;
        boolean ended = given.renewal() != Renewal.PENDING;
        model.addAttribute("released", released);
        model.addAttribute("ended", released && ended);
        model.addAttribute("next", released && ended ? "ENDED" : given.state().name());
        model.addAttribute("inWork", given.state() == ContinuationState.APPROVED);
        boolean undecided = given.state() == ContinuationState.REQUESTED;
        boolean own = given.requestedBy().equals(officer.name());
        model.addAttribute("mayDecide", approver && undecided && !own);
        model.addAttribute("waitsForAnother", undecided && (own || !approver));
        model.addAttribute("mayEnd", approver && released && !ended);
        return "officer/continuation";
    }

    @PostMapping("/continuations/{id}/approve")
    String approve(@PathVariable UUID id, HttpServletResponse response, Model model) {
        return act(id, () -> continuations.approve(id, PageFrame.officer(model)), response, model);
    }

    @PostMapping("/continuations/{id}/reject")
    String reject(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        return act(id, () -> continuations.reject(id, reason, PageFrame.officer(model)), response, model);
    }

    @PostMapping("/continuations/{id}/renewal")
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String renewal,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        Optional<Renewal> decision = Renewal.decision(renewal);
        return act(
                id,
                () -> continuations.end(
                        id,
                        decision.orElseThrow(
                                () -> Refusal.unprocessable("renewal", "Choose what became of the renewal.")),
                        reason,
                        PageFrame.officer(model)),
                response,
                model);
    }

    @GetMapping("/continuations/{id}/carriers/{name}")
    ResponseEntity<byte[]> carrier(@PathVariable UUID id, @PathVariable String name, Model model) {
        GivenContinuation given = continuation(id);
        Carrier carrier = continuations
                .carrier(id, name)
                .orElseThrow(() -> Refusal.notFound("no-carrier", "There is no such file of this continuation."));
        audit.reading(PageFrame.officer(model), "read-carrier", given.permit(), "continuation " + name);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(carrier.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(given.permit() + "-continuation-" + name)
                                .build()
                                .toString())
                .body(carrier.bytes());
    }

    /** What may be refused, with the page again where it was. */
    private interface Deed {
        GivenContinuation make();
    }

    private String act(UUID id, Deed deed, HttpServletResponse response, Model model) {
        try {
            deed.make();
            return "redirect:/officer/continuations/" + id + "?changed";
        } catch (Refusal refusal) {
            refused(refusal, response, model);
            return detail(id, model);
        }
    }

    private static void refused(Refusal refusal, HttpServletResponse response, Model model) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(PageFrame.statusOf(refusal).value());
        model.addAttribute("refusal", refusal.getMessage());
    }

    private static void show(IssuedPermit permit, Model model) {
        model.addAttribute("permit", permit);
        model.addAttribute("name", PersonNames.of(permit));
    }

    private GivenContinuation continuation(UUID id) {
        return continuations
                .find(id)
                .orElseThrow(() -> Refusal.notFound("no-continuation", "There is no such continuation."));
    }

    private IssuedPermit found(String number) {
        return permits.find(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
    }
}
