package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.officer.Officers;
import org.stayseal.issuer.officer.Role;

/**
 * What is around every page, and what a page says when its request cannot be carried out. Asked before the advice for programs, which is for
 * every controller.
 */
@ControllerAdvice(basePackageClasses = PageFrame.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFrame {
    private final IssuerSettings settings;
    private final Officers officers;
    private final Clock clock;
    private final ZoneId zone;

    PageFrame(IssuerSettings settings, Officers officers, Clock clock) {
        this.settings = settings;
        this.officers = officers;
        this.clock = clock;
        this.zone = org.stayseal.spec.registry.Countries.timeZone(settings.country());
    }

    @ModelAttribute
    void frame(Model model, @Nullable Authentication authentication) {
        model.addAttribute("authority", settings.authority());
        model.addAttribute("demo", settings.demo());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), zone));
        if (authentication != null && authentication.isAuthenticated()) {
            officers.find(authentication.getName()).ifPresent(officer -> {
                model.addAttribute("officer", officer);
                model.addAttribute("clerk", officer.is(Role.CLERK));
            });
        }
    }

    /** The officer behind a request; pages under {@code /officer} are reached by signed-in officers only. */
    static Officer officer(Model model) {
        if (model.getAttribute("officer") instanceof Officer officer) {
            return officer;
        }
        throw Refusal.notAllowed("no-officer", "This account is closed.");
    }

    @ExceptionHandler
    String refused(Refusal refusal, HttpServletResponse response, Model model) {
        HttpStatus status = statusOf(refusal);
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("authority", settings.authority());
        model.addAttribute("demo", settings.demo());
        model.addAttribute("sentence", refusal.getMessage());
        return "error";
    }

    @ExceptionHandler
    String tooLarge(MaxUploadSizeExceededException refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        model.addAttribute("status", HttpStatus.CONTENT_TOO_LARGE.value());
        model.addAttribute("authority", settings.authority());
        model.addAttribute("demo", settings.demo());
        model.addAttribute("sentence", "The photo is larger than 2 MB. Go back and choose a smaller one.");
        return "error";
    }

    static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
