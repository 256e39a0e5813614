package org.stayseal.issuer.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stayseal.issuer.Refusal;
import org.stayseal.issuer.access.SignInAttempts;
import org.stayseal.issuer.device.Devices;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.permit.Purpose;

/**
 * What the holder's page asks for: to bind this device, and then its codes. The secrets are in the body, which no log and no history of addresses has; whoever tries too often waits.
 */
@RestController
@Hidden
@RequestMapping("/device")
class DeviceController {

    private static final int LARGEST = 4096;
    private static final String TOKEN = "token";
    private static final String LETTER_NUMBER = "letterNumber";
    private static final String COLLECTION = "collection";

    private final Devices devices;
    private final SignInAttempts attempts;

    DeviceController(Devices devices, Clock clock) {
        this.devices = devices;
        this.attempts = new SignInAttempts(clock);
    }

    @PostMapping("/binding")
    ResponseEntity<Object> bind(HttpServletRequest request) throws IOException {
        Map<String, String> fields = fields(request);
        String address = request.getRemoteAddr();
        String token = fields.getOrDefault(TOKEN, "");
        Optional<Duration> wait = attempts.wait(token, address);
        if (wait.isPresent()) {
            return tooMany(wait.get());
        }
        try {
            String collection = devices.bind(token, digits(fields.getOrDefault(LETTER_NUMBER, "")), keys(fields));
            attempts.succeeded(token);
            return answer(HttpStatus.ACCEPTED, Map.of(COLLECTION, collection));
        } catch (Refusal refusal) {
            attempts.failed(token, address);
            throw refusal;
        }
    }

    @PostMapping("/collection")
    ResponseEntity<Object> collect(HttpServletRequest request) throws IOException {
        Optional<Map<Purpose, String>> codes = devices.collect(fields(request).getOrDefault(COLLECTION, ""));
        if (codes.isEmpty()) {
            return answer(HttpStatus.ACCEPTED, Map.of());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        codes.get().forEach((purpose, text) -> texts.put(purpose.key(), text));
        return answer(HttpStatus.OK, Map.of("codes", texts));
    }

    private static Map<String, String> fields(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST) {
            throw new UnreadableBody(
                    HttpStatus.CONTENT_TOO_LARGE, "body-size", "The body has a length, of 4 KiB at most.");
        }
        return JsonBody.of(request).fields();
    }

    /** As people type it: with spaces and hyphens. */
    private static String digits(String typed) {
        return typed.length() > 40 ? "" : typed.replaceAll("[\\s-]", "");
    }

    /** {@code keyFull} and its kin: x and y, 64 bytes in base64url. */
    private static Map<Purpose, DeviceKey> keys(Map<String, String> fields) {
        Map<Purpose, DeviceKey> keys = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            String name = "key" + purpose.key().substring(0, 1).toUpperCase(Locale.ROOT)
                    + purpose.key().substring(1);
            point(fields.getOrDefault(name, "")).ifPresent(key -> keys.put(purpose, key));
        }
        return keys;
    }

    private static Optional<DeviceKey> point(String text) {
        try {
            byte[] point = Base64.getUrlDecoder().decode(text);
            return point.length == 2 * DeviceKey.LENGTH
                    ? Optional.of(new DeviceKey(
                            Arrays.copyOf(point, DeviceKey.LENGTH),
                            Arrays.copyOfRange(point, DeviceKey.LENGTH, point.length)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Object> tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(
                        "urn:stayseal:problem:too-many-tries",
                        HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase(),
                        HttpStatus.TOO_MANY_REQUESTS.value(),
                        "Too many tries. Wait " + seconds + " seconds.",
                        "too-many-tries",
                        List.of()));
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
