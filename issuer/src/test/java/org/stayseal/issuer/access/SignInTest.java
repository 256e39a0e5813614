package org.stayseal.issuer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stayseal.issuer.IssuerTest;

/** What guessing meets, in the whole service. Names that nobody has, so that no other test waits for it. */
class SignInTest extends IssuerTest {

    /** On a slow machine the first waits are over before the next guess; they double. */
    private static final int MORE = 3;

    @Test
    void aProgramThatGuessesIsToldToWait() {
        HttpRequest.Builder guess = request("/api/v1/permits")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("nobody:guess".getBytes(StandardCharsets.UTF_8)))
                .GET();
        for (int i = 0; i < SignInAttempts.FREE_BY_NAME; i++) {
            assertThat(send(guess).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = send(guess);
        for (int i = 0; i < MORE && answer.statusCode() != 429; i++) {
            answer = send(guess);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-8]"));
        assertThat(body(answer).get("rule").asString()).isEqualTo("too-many-attempts");
        assertThat(get("/api/v1/permits", CLERK).statusCode())
                .as("another name")
                .isEqualTo(200);
    }

    @Test
    void whoGuessesAtTheFormIsToldToWait() {
        for (int i = 0; i < SignInAttempts.FREE_BY_NAME; i++) {
            assertThat(guess("nobody-either")).endsWith("/sign-in?error");
        }
        String location = guess("nobody-either");
        for (int i = 0; i < MORE && !location.contains("?wait="); i++) {
            location = guess("nobody-either");
        }
        assertThat(location).matches(".*/sign-in\\?wait=[1-8]");
        assertThat(send(request("/sign-in?wait=1").GET()).body()).contains("Try again in 1 s.");
    }

    private String guess(String name) {
        HttpResponse<String> form = send(request("/sign-in").GET());
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        String session = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return send(request("/sign-in")
                        .header("Cookie", session)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + name + "&password=guess&_csrf=" + token.group(1))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
