package org.stayseal.issuer.publication;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UrlPathHelper;
import org.stayseal.issuer.Refusal;

/**
 * Serves what is published: anyone may fetch it, from any page, and keep it for five minutes. A status list is a JWT or a CWT, as asked for
 * (STATUS-60; Token Status List, section 8.1).
 */
@RestController
@Hidden
class PublishedController {

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private static final Pattern SECONDS = Pattern.compile("0|[1-9][0-9]{0,11}");

    private final Publisher publisher;
    private final StatusHistory history;

    PublishedController(Publisher publisher, StatusHistory history) {
        this.publisher = publisher;
        this.history = history;
    }

    @GetMapping({
        "/trust/trust-list",
        "/trust/root",
        "/trust/root/{number:[0-9]+}",
        "/trust/snapshot",
        "/trust/seal-revocations",
        "/trust/seal-revocations/{digits:[0-9a-f]{2}}",
        "/trust/log/head",
        "/trust/crl/{name:[A-Z]{1,3}(?:-[1-9][0-9]{0,2})?}",
        "/status",
        "/status/{shard:[0-9]+}"
    })
    ResponseEntity<byte[]> file(HttpServletRequest request, ServletWebRequest exchange)
            throws HttpMediaTypeNotAcceptableException {
        String path = new UrlPathHelper().getPathWithinApplication(request).substring(1);
        List<PublishedFile> forms = publisher.at(path);
        String[] times = request.getParameterValues("time");
        if (times != null && path.startsWith("status/") && !forms.isEmpty()) {
            forms = inForceAt(path, times);
        }
        if (forms.isEmpty()) {
            throw Refusal.notFound("not-published", "Nothing is published at this address.");
        }
        PublishedFile file = forms.size() == 1 ? forms.get(0) : accepted(forms, request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(FIVE_MINUTES)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .eTag(file.etag());
        if (exchange.checkNotModified(file.etag())) {
            return ResponseEntity.status(304)
                    .cacheControl(FIVE_MINUTES)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .eTag(file.etag())
                    .build();
        }
        return answer.contentType(MediaType.parseMediaType(file.mediaType())).body(file.bytes());
    }

    /** STATUS-63 (Token Status List, section 8.4). */
    private List<PublishedFile> inForceAt(String path, String[] times) {
        if (!history.isKept()) {
            throw new ResponseStatusException(HttpStatus.NOT_IMPLEMENTED);
        }
        if (times.length != 1 || !SECONDS.matcher(times[0]).matches()) {
            throw Refusal.unprocessable("time", "The time is one number of seconds since 1970.");
        }
        List<PublishedFile> forms = history.at(path, Instant.ofEpochSecond(Long.parseLong(times[0])));
        if (forms.isEmpty()) {
            throw Refusal.notFound("no-such-time", "Nothing is kept of what this list said then.");
        }
        return forms;
    }

    private static PublishedFile accepted(List<PublishedFile> forms, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        String header =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("*/*");
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(header);
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            wanted = List.of();
        }
        for (MediaType type : wanted) {
            for (PublishedFile form : forms) {
                if (type.includes(MediaType.parseMediaType(form.mediaType()))) {
                    return form;
                }
            }
        }
        throw new HttpMediaTypeNotAcceptableException(forms.stream()
                .map(form -> MediaType.parseMediaType(form.mediaType()))
                .toList());
    }
}
