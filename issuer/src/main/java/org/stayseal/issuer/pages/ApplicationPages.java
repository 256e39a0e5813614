package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.ApplicationForm;
import org.stayseal.issuer.application.ApplicationState;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.FormRefused;
import org.stayseal.issuer.officer.Role;

/** Applications: written down by one officer, decided by another. */
@Controller
@RequestMapping("/officer/applications")
class ApplicationPages {
    private static final int PER_PAGE = 20;
    private static final String PHOTO = "photo";

    private final Applications applications;
    private final FormFaults faults;
    private final IssuerSettings settings;

    ApplicationPages(Applications applications, FormFaults faults, IssuerSettings settings) {
        this.applications = applications;
        this.faults = faults;
        this.settings = settings;
    }

    @GetMapping
    String list(
            @RequestParam Optional<ApplicationState> state, @RequestParam(defaultValue = "0") int page, Model model) {
        Paging paging = new Paging(page, PER_PAGE);
        List<Application> found = applications.list(state, paging.offset(), PER_PAGE + 1);
        model.addAttribute("state", state.map(Enum::name).orElse(""));
        model.addAttribute("states", ApplicationState.values());
        model.addAttribute("applications", paging.rows(found));
        model.addAttribute("paging", paging.of(found));
        return "officer/applications";
    }

    @GetMapping("/new")
    String form(Model model) {
        return form(model, Map.of(), Map.of());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String apply(
            @RequestParam Map<String, String> inputs,
            @RequestParam("photo") @Nullable MultipartFile photo,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        List<FieldFault> contradictions = new ArrayList<>();
        Map<String, String> fields = fields(inputs, contradictions);
        if (photo != null && !photo.isEmpty()) {
            fields.put(PHOTO, Base64.getEncoder().encodeToString(photo.getBytes()));
        }
        try {
            if (!contradictions.isEmpty()) {
                throw new FormRefused(contradictions);
            }
            Application application = applications.apply(new ApplicationForm(fields), PageFrame.officer(model));
            return "redirect:/officer/applications/" + application.id() + "?applied";
        } catch (FormRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            boolean photoGiven = fields.remove(PHOTO) != null;
            model.addAttribute("photoAgain", photoGiven);
            return form(model, fields, faults.sentences(refused.faults(), locale));
        }
    }

    /** The fields of the form out of all inputs; a name that the form does not have is left out (the sign of the request's origin is one). */
    private static Map<String, String> fields(Map<String, String> inputs, List<FieldFault> contradictions) {
        Map<String, String> fields = new LinkedHashMap<>();
        inputs.forEach((name, text) -> {
            if (!name.equals(PHOTO) && FormLayout.entry(name).isPresent()) {
                fields.put(name, text);
            }
        });
        if (inputs.containsKey("unlimited")) {
            if (!fields.getOrDefault("rightUntil", "").isBlank()) {
                contradictions.add(new FieldFault(
                        "/rightUntil", "one-of-two", "Give a last day or choose “unlimited”, not both."));
            }
            fields.put("rightUntil", "unlimited");
        }
        return fields;
    }

    private String form(Model model, Map<String, String> values, Map<String, String> sentences) {
        model.addAttribute("sections", FormLayout.sections());
        model.addAttribute("values", values);
        model.addAttribute("faults", sentences);
        model.addAttribute("countries", Countries.list());
        model.addAttribute("photoInWorkCode", settings.photoInWorkCode());
        return "officer/application-form";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable UUID id, Model model) {
        return detail(found(id), model);
    }

    private String detail(Application application, Model model) {
        boolean own = application.appliedBy().equals(PageFrame.officer(model).name());
        boolean approver = PageFrame.officer(model).is(Role.APPROVER);
        model.addAttribute("dossier", application);
        model.addAttribute("name", PersonNames.of(application));
        model.addAttribute("sections", FormLayout.sections());
        model.addAttribute("own", own);
        model.addAttribute("approver", approver);
        model.addAttribute("open", application.state() == ApplicationState.SUBMITTED);
        boolean hasPhoto = applications.portrait(application.id()).isPresent();
        model.addAttribute("hasPhoto", hasPhoto);
        model.addAttribute("contents", CodeContent.of(application.form(), hasPhoto, settings.choices()));
        return "officer/application";
    }

    /** The portrait as it was taken, shown beside the application. */
    @GetMapping("/{id}/photo")
    ResponseEntity<byte[]> photo(@PathVariable UUID id) {
        return applications
                .portrait(id)
                .map(Pictures::asPng)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The small one of the codes: whether a face can still be known by it, an officer sees before anybody else. */
    @GetMapping("/{id}/code-photo")
    ResponseEntity<byte[]> codePhoto(@PathVariable UUID id) {
        return applications
                .photo(id)
                .map(Pictures::asPng)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/{id}/approve")
    String approve(@PathVariable UUID id, HttpServletResponse response, Model model) {
        try {
            applications.approve(id, PageFrame.officer(model));
            return "redirect:/officer/applications/" + id + "?approved";
        } catch (Refusal refusal) {
            return again(id, refusal, response, model);
        }
    }

    @PostMapping("/{id}/reject")
    String reject(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        if (reason.isBlank()) {
            model.addAttribute("reasonMissing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return detail(found(id), model);
        }
        try {
            applications.reject(id, PageFrame.officer(model), reason.strip());
            return "redirect:/officer/applications/" + id + "?rejected";
        } catch (Refusal refusal) {
            return again(id, refusal, response, model);
        }
    }

    private String again(UUID id, Refusal refusal, HttpServletResponse response, Model model) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
            throw refusal;
        }
        response.setStatus(PageFrame.statusOf(refusal).value());
        model.addAttribute("refusal", refusal.getMessage());
        return detail(found(id), model);
    }

    private Application found(UUID id) {
        return applications
                .find(id)
                .orElseThrow(() -> Refusal.notFound("no-application", "There is no such application."));
    }
}
