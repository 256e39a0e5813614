package org.stayseal.issuer.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.carrier.CarrierCode;
import org.stayseal.issuer.carrier.Labels;
import org.stayseal.issuer.carrier.Revealed;
import org.stayseal.issuer.continuation.Continuations;
import org.stayseal.issuer.continuation.GivenContinuation;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.issuer.issuance.PermitStatus;
import org.stayseal.issuer.issuance.Permits;

/**
 * The holder's page: one code, large, chosen by who asks for it. Whoever has the address has the codes, so nothing of it is kept by a browser,
 * found by a search engine or told to another site.
 */
@Controller
@RequestMapping("/holder/{token}")
class HolderPages {
    private static final List<Locale> LANGUAGES = Labels.languages();

    private final Permits permits;
    private final Continuations continuations;
    private final Clock clock;

    HolderPages(Permits permits, Continuations continuations, Clock clock) {
        this.permits = permits;
        this.continuations = continuations;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @PathVariable String token,
            @RequestParam(name = "for", defaultValue = "full") String purpose,
            @RequestParam Optional<String> lang,
            Locale accepted,
            HttpServletResponse response,
            Model model) {
        IssuedPermit permit = found(token);
        CarrierCode code = code(purpose);
        Locale language = language(lang.map(Locale::forLanguageTag).orElse(accepted));
        Labels labels = Labels.of(language);
        guard(response);
        model.addAttribute("permit", permit);
        model.addAttribute("token", token);
        permits.holderLink(permit.number())
                .ifPresent(link -> model.addAttribute("verifierPage", link.resolve("../verify/")));
        model.addAttribute("code", code);
        model.addAttribute("codes", CarrierCode.values());
        model.addAttribute("void", permit.status() != PermitStatus.VALID);
        model.addAttribute("words", labels);
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("languages", LANGUAGES.stream().map(Labels::of).toList());
        Set<String> shown = Revealed.labelKeys(code, permit.choices(), permit.permit());
        model.addAttribute("shown", names(shown, labels));
        Set<String> hidden =
                new LinkedHashSet<>(Revealed.labelKeys(CarrierCode.FULL, permit.choices(), permit.permit()));
        hidden.removeAll(shown);
        shown(permit).ifPresent(given -> model.addAttribute("continuation", given));
        model.addAttribute("hidden", code == CarrierCode.SEAL ? List.of() : names(hidden, labels));
        return "holder/page";
    }

    @GetMapping("/{name:[a-z]+\\.(?:png|pdf)}")
    ResponseEntity<byte[]> carrier(@PathVariable String token, @PathVariable String name) {
        IssuedPermit permit = found(token);
        Carrier carrier = permits.carrier(permit.number(), name).orElseThrow(HolderPages::nothing);
        return answer(carrier, permit.number() + "-" + name);
    }

    private static ResponseEntity<byte[]> answer(Carrier carrier, String fileName) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(carrier.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName).build().toString())
                .body(carrier.bytes());
    }

    @GetMapping("/continuation/{name:[a-z]+\\.(?:png|pdf)}")
    ResponseEntity<byte[]> continuation(@PathVariable String token, @PathVariable String name) {
        IssuedPermit permit = found(token);
        return shown(permit)
                .flatMap(given -> continuations.carrier(given.id(), name))
                .map(carrier -> answer(carrier, permit.number() + "-continuation-" + name))
                .orElseThrow(HolderPages::nothing);
    }

    /** The one that counts now, or will when the permit ends. */
    private Optional<GivenContinuation> shown(IssuedPermit permit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return continuations.of(permit.number()).stream()
                .filter(given -> given.isShownOn(today))
                .findFirst();
    }

    private static void guard(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static List<String> names(Set<String> keys, Labels labels) {
        List<String> names = new ArrayList<>();
        keys.forEach(key -> names.add(labels.words(key).national()));
        return names;
    }

    private static Locale language(Locale wanted) {
        return Labels.exist(wanted) ? Locale.forLanguageTag(wanted.getLanguage()) : Locale.ENGLISH;
    }

    private static CarrierCode code(String key) {
        for (CarrierCode code : CarrierCode.values()) {
            if (code.key().equals(key)) {
                return code;
            }
        }
        throw nothing();
    }

    private IssuedPermit found(String token) {
        return permits.forHolder(token).orElseThrow(HolderPages::nothing);
    }

    private static Refusal nothing() {
        return Refusal.notFound("no-page", "There is nothing at this address. Ask the authority for a new link.");
    }
}
