package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;

/** Permits, for programs. */
@RestController
@RequestMapping("/api/v1/permits")
@Tag(name = "Permits", description = "Found, handed over, suspended, reinstated, revoked.")
class PermitsController {

    private final Permits permits;
    private final Officers officers;
    private final AuditTrail audit;

    PermitsController(Permits permits, Officers officers, AuditTrail audit) {
        this.permits = permits;
        this.audit = audit;
        this.officers = officers;
    }

    @GetMapping
    @Operation(summary = "Find permits by part of their number or of the name, newest first")
    Page<PermitView> search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<PermitStatus> status,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "20") int limit) {
        int shown = Page.limit(limit);
        List<PermitView> found = permits.search(text, status, offset, shown + 1).stream()
                .map(PermitView::of)
                .toList();
        return Page.of(found, Math.max(0, offset), shown);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One permit, with its stage and status")
    PermitView find(@PathVariable String number) {
        return PermitView.of(found(number));
    }

    @GetMapping("/{number}/carriers/{name}")
    @Operation(summary = "permit.pdf, seal.png, and a .png and .txt for each of full, work, bank, stay")
    ResponseEntity<byte[]> carrier(
            @PathVariable String number,
            @PathVariable String name,
            @Parameter(hidden = true) Authentication authentication) {
        Officer officer = officers.signedIn(authentication);
        Carrier carrier = permits.carrier(number, name)
                .orElseThrow(() ->
                        Refusal.notFound("no-carrier", "There is no such carrier, or the permit is not released."));
        audit.reading(officer, "read-carrier", number, name);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(carrier.mediaType()))
                .body(carrier.bytes());
    }

    @GetMapping("/{number}/holder-link")
    @Operation(summary = "The address of the holder's page; whoever has it sees the permit")
    Map<String, String> holderLink(
            @PathVariable String number, @Parameter(hidden = true) Authentication authentication) {
        Officer officer = officers.signedIn(authentication);
        URI link = permits.holderLink(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no released permit of that number."));
        audit.reading(officer, "read-holder-link", number, "");
        return Map.of("holderLink", link.toString());
    }

    @PostMapping("/{number}/suspension")
    @Operation(
            summary = "Suspend it",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Reason.class))))
    PermitView suspend(
            @PathVariable String number,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        return change(permits::suspend, number, request, authentication);
    }

    @PostMapping("/{number}/reinstatement")
    @Operation(
            summary = "Put it back in force",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Reason.class))))
    PermitView reinstate(
            @PathVariable String number,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        return change(permits::reinstate, number, request, authentication);
    }

    @PostMapping("/{number}/revocation")
    @Operation(
            summary = "Revoke it, for good",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Reason.class))))
    PermitView revoke(
            @PathVariable String number,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        return change(permits::revoke, number, request, authentication);
    }

    /** One of the three changes of status. */
    private interface Change {
        IssuedPermit make(String number, String reason, Officer officer);
    }

    private PermitView change(Change change, String number, HttpServletRequest request, Authentication authentication)
            throws IOException {
        String reason = Reason.in(JsonBody.of(request));
        return PermitView.of(change.make(number, reason, officers.signedIn(authentication)));
    }

    private IssuedPermit found(String number) {
        return permits.find(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
    }
}
