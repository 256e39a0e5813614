package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.api.IdempotentRequests.Answer;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.application.ApplicationState;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.application.ReadForm;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;

/** Applications, for programs. */
@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "Applications", description = "Taken by one officer, decided by another.")
class ApplicationsController {

    private final Applications applications;
    private final Officers officers;
    private final IdempotentRequests requests;

    ApplicationsController(Applications applications, Officers officers, IdempotentRequests requests) {
        this.applications = applications;
        this.officers = officers;
        this.requests = requests;
    }

    @PostMapping
    @Operation(
            summary = "Write an application down",
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
                                            schema = @Schema(ref = ApiDescription.FORM))))
    @ApiResponse(
            responseCode = "201",
            description = "Written down; Location names it.",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Wrong or missing fields, all of them.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ResponseEntity<byte[]> apply(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        Officer officer = officers.signedIn(authentication);
        JsonBody body = JsonBody.of(request);
        ReadForm form = applications.read(new ApplicationForm(body.fields()), officer); // before the transaction begins
        return requests.once(request, body, officer, () -> {
            Application application = applications.apply(form, officer);
            URI location = URI.create("/api/v1/applications/" + application.id());
            return new Answer(201, Optional.of(location), ApplicationView.of(application));
        });
    }

    @GetMapping
    @Operation(summary = "List applications, newest first")
    Page<ApplicationView> list(
            @RequestParam Optional<ApplicationState> state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "20") int limit) {
        int shown = Page.limit(limit);
        List<ApplicationView> found = applications.list(state, offset, shown + 1).stream()
                .map(ApplicationView::of)
                .toList();
        return Page.of(found, Math.max(0, offset), shown);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One application")
    ApplicationView find(@PathVariable UUID id) {
        return applications
                .find(id)
                .map(ApplicationView::of)
                .orElseThrow(() -> Refusal.notFound("no-application", "There is no such application."));
    }

    @PostMapping("/{id}/approval")
    @Operation(
            summary = "Approve it, as another officer than the one who wrote it down",
            description = "Recording happens at once; the permit is released some seconds later.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "Nothing to say: an empty object.",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ApplicationView approve(@PathVariable UUID id, @Parameter(hidden = true) Authentication authentication) {
        return ApplicationView.of(applications.approve(id, officers.signedIn(authentication)));
    }

    @PostMapping("/{id}/rejection")
    @Operation(
            summary = "Reject it, with a reason",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Reason.class))))
    ApplicationView reject(
            @PathVariable UUID id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        String reason = Reason.in(JsonBody.of(request));
        return ApplicationView.of(applications.reject(id, officers.signedIn(authentication), reason));
    }
}
