package org.stayseal.issuer.publication;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.trust.authority.Authority;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the verifier page and the one file that makes it this authority's: {@code deployment.json} with the root that the page trusts
 * (TRUST-33), the lowest list numbers that it takes (TRUST-74), the age of lists that it warns of (TRUST-214) and the authority's own types of seals (VDS-28).
 */
@RestController
@Hidden
class VerifierPageController {

    private static final String PREFIX = "/verify/";
    private static final CacheControl ASK_AGAIN = CacheControl.noCache();
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final VerifierPageFiles files;
    private final Authority authority;
    private final IssuerSettings settings;
    private final SealTypes types;
    private final JsonMapper json;

    VerifierPageController(
            VerifierPageFiles files, Authority authority, IssuerSettings settings, SealTypes types, JsonMapper json) {
        this.files = files;
        this.authority = authority;
        this.settings = settings;
        this.types = types;
        this.json = json;
    }

    @GetMapping("/verify")
    ResponseEntity<Void> withSlash() {
        return ResponseEntity.status(308).location(URI.create(PREFIX)).build();
    }

    @GetMapping("/verify/deployment.json")
    ResponseEntity<byte[]> deployment(ServletWebRequest exchange) {
        Map<String, Object> deployment = new LinkedHashMap<>();
        deployment.put("root", json.readTree(authority.rootDocument()));
        deployment.put("rootFingerprint", authority.rootFingerprint().hex());
        deployment.put("snapshotUrl", "../trust/snapshot");
        deployment.put("authority", settings.authority());
        deployment.put("environment", "demo");
        deployment.put("floor", Map.of("root", 1));
        deployment.put("warnAfter", settings.warnAfter());
        deployment.put("profiles", types.files());
        byte[] bytes = json.writeValueAsBytes(deployment);
        return answer(
                PublishedFile.of("deployment.json", MediaType.APPLICATION_JSON_VALUE, bytes), ASK_AGAIN, exchange);
    }

    @GetMapping("/verify/**")
    ResponseEntity<byte[]> file(HttpServletRequest request, ServletWebRequest exchange) throws IOException {
        String name = request.getServletPath().substring(PREFIX.length());
        Optional<PublishedFile> file = files.find(name);
        if (file.isPresent()) {
            return answer(file.get(), name.startsWith("assets/") ? FOR_EVER : ASK_AGAIN, exchange);
        }
        String words = name.isEmpty()
                ? "The verifier page is not installed here. Build verifier-web, or set stayseal.verifier-page.\n"
                : "There is no such file of the verifier page.\n";
        return ResponseEntity.status(404)
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(words.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(PublishedFile file, CacheControl keep, ServletWebRequest exchange) {
        if (exchange.checkNotModified(file.etag())) {
            return ResponseEntity.status(304)
                    .eTag(file.etag())
                    .cacheControl(keep)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(file.etag())
                .cacheControl(keep)
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.bytes());
    }
}
