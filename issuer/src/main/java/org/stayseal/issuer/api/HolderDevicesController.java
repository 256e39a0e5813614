package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stayseal.issuer.device.Devices;
import org.stayseal.issuer.device.Invitation;
import org.stayseal.issuer.officer.Officers;

/** Phones of permits' holders, for programs. No request here is remembered for being repeated: its answer would have to be kept, and has secrets in it. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Devices",
        description =
                "A holder's phone shows the permit live: invited by a clerk, bound by the holder, taken back alone.")
class HolderDevicesController {

    private final Devices devices;
    private final Officers officers;

    HolderDevicesController(Devices devices, Officers officers) {
        this.devices = devices;
        this.officers = officers;
    }

    @GetMapping("/permits/{number}/devices")
    @Operation(summary = "The phones of a permit, newest first")
    List<DeviceView> of(@PathVariable String number) {
        return devices.of(number).stream().map(DeviceView::of).toList();
    }

    @PostMapping("/permits/{number}/devices")
    @Operation(
            summary = "Invite a phone",
            description =
                    "A link for one phone and a number that goes another way; an earlier link that was not used ends.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "Nothing to say: an empty object.",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    ResponseEntity<InvitationView> invite(
            @PathVariable String number,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        JsonBody.of(request);
        Invitation invitation = devices.invite(number, officers.signedIn(authentication));
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(InvitationView.of(invitation));
    }

    @PostMapping("/devices/{id}/revocation")
    @Operation(
            summary = "Take a phone back",
            description = "Revokes the codes of this phone, and nothing else.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Reason.class))))
    ResponseEntity<Void> revoke(
            @PathVariable UUID id,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Authentication authentication)
            throws IOException {
        String reason = Reason.in(JsonBody.of(request));
        devices.revoke(id, reason, officers.signedIn(authentication));
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }
}
