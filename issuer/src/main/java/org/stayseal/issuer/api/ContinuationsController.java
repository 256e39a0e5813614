package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.api.IdempotentRequests.Answer;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.continuation.GivenContinuation;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;

/** Continuations of permits, for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Continuations",
        description =
                "A permit goes on while its renewal is pending: written down by one officer, decided by another, ended when the renewal is decided.")
class ContinuationsController {

    private final Continuations continuations;
    private final Officers officers;
    private final IdempotentRequests requests;
    private final AuditTrail audit;

    ContinuationsController(
            Continuations continuations, Officers officers, IdempotentRequests requests, AuditTrail audit) {
        this.continuations = continuations;
        this.officers = officers;
        this.requests = requests;
        this.audit = audit;
    }

    @GetMapping("/permits/{number}/continuations")
    @Operation(summary = "The continuations of a permit, newest first")
    List<ContinuationView> of(@PathVariable String number) {
        return continuations.of(number).stream().map(ContinuationView::of).toList();
    }

    @PostMapping("/permits/{number}/continuations")
    @Operation(
            summary = "Write a continuation down",
            description =
                    "It begins when the first of the permit's codes ends, by itself or by a notice, and lasts 731 days at most.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = IdempotentRequests.HEADER,
                            description = "Repeat a request safely."),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ContinuationRequest.class))))
    ResponseEntity<byte[]> request(
            @PathVariable String number,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        Officer officer = officers.signedIn(authentication);
        JsonBody body = JsonBody.of(request);
        ContinuationRequest asked = ContinuationRequest.in(body);
        return requests.once(request, body, officer, () -> {
            GivenContinuation given = continuations.request(number, asked.until(), asked.legalGround(), officer);
            return new Answer(
                    201, Optional.of(URI.create("/api/v1/continuations/" + given.id())), ContinuationView.of(given));
        });
    }

    @GetMapping("/continuations/{id}")
    @Operation(summary = "One continuation, with its state")
    ContinuationView find(@PathVariable UUID id) {
        return continuations
                .find(id)
                .map(ContinuationView::of)
                .orElseThrow(() -> Refusal.notFound("no-continuation", "There is no such continuation."));
    }

    @GetMapping("/continuations/{id}/carriers/{name}")
    @Operation(summary = "continuation.pdf, and a .png and .txt for each of full, work, bank, stay, seal")
    ResponseEntity<byte[]> carrier(
            @PathVariable UUID id, @PathVariable String name, @Parameter(hidden = true) Authentication authentication) {
        Officer officer = officers.signedIn(authentication);
        Carrier carrier = continuations
                .carrier(id, name)
                .orElseThrow(() -> Refusal.notFound(
                        "no-carrier", "There is no such carrier, or the continuation is not released."));
        audit.reading(officer, "read-carrier", find(id).permit(), "continuation " + name);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(carrier.mediaType()))
                .body(carrier.bytes());
    }

    @PostMapping("/continuations/{id}/approval")
    @Operation(
            summary = "Approve it, as another officer than the one who wrote it down",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "Nothing to say: an empty object.",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ContinuationView approve(@PathVariable UUID id, @Parameter(hidden = true) Authentication authentication) {
        return ContinuationView.of(continuations.approve(id, officers.signedIn(authentication)));
    }

    @PostMapping("/continuations/{id}/rejection")
    @Operation(
            summary = "Say no, with a reason",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Reason.class))))
    ContinuationView reject(
            @PathVariable UUID id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        return ContinuationView.of(
                continuations.reject(id, Reason.in(JsonBody.of(request)), officers.signedIn(authentication)));
    }

    @PostMapping("/continuations/{id}/renewal")
    @Operation(
            summary = "End it for good: the renewal was refused or granted",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RenewalDecision.class))))
    ContinuationView end(
            @PathVariable UUID id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        RenewalDecision decision = RenewalDecision.in(JsonBody.of(request));
        return ContinuationView.of(
                continuations.end(id, decision.renewal(), decision.reason(), officers.signedIn(authentication)));
    }
}
