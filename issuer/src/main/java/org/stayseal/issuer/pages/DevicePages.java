package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.device.Devices;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;
import org.stayseal.issuer.issuance.Stage;
import org.stayseal.issuer.officer.Role;

/** The phones of a permit's holder: invited, listed, taken back. */
@Controller
@RequestMapping("/officer/permits/{number}/devices")
class DevicePages {

    private final Devices devices;
    private final Permits permits;

    DevicePages(Devices devices, Permits permits) {
        this.devices = devices;
        this.permits = permits;
    }

    @GetMapping
    String list(@PathVariable String number, HttpServletResponse response, Model model) {
        IssuedPermit permit = permits.find(number)
                .orElseThrow(() -> Refusal.notFound("no-permit", "There is no permit of that number."));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("permit", permit);
        model.addAttribute("name", PersonNames.of(permit));
        model.addAttribute("devices", devices.of(number));
        model.addAttribute(
                "mayInvite",
                permit.stage() == Stage.RELEASED
                        && permit.status() == PermitStatus.VALID
                        && PageFrame.officer(model).is(Role.CLERK));
        return "officer/devices";
    }

    /** The answer itself has the link and the number: neither is kept, so there is no page that could be opened again. */
    @PostMapping
    String invite(@PathVariable String number, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("invitation", devices.invite(number, PageFrame.officer(model)));
        } catch (Refusal refusal) {
            refused(refusal, response, model);
        }
        return list(number, response, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        try {
            if (devices.of(number).stream().noneMatch(device -> device.id().equals(id))) {
                throw Refusal.notFound("no-device", "There is no such device.");
            }
            devices.revoke(id, reason, PageFrame.officer(model));
            return "redirect:/officer/permits/" + number + "/devices?changed";
        } catch (Refusal refusal) {
            refused(refusal, response, model);
            return list(number, response, model);
        }
    }

    private static void refused(Refusal refusal, HttpServletResponse response, Model model) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(PageFrame.statusOf(refusal).value());
        model.addAttribute("refusal", refusal.getMessage());
    }
}
