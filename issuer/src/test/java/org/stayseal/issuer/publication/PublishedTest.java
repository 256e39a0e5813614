package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.trust.authority.Authority;
import tools.jackson.databind.JsonNode;

/** What anyone may fetch, and how it may be kept. */
class PublishedTest extends IssuerTest {

    @Autowired
    private Publisher publisher;

    @Autowired
    private Authority authority;

    @BeforeEach
    void published() {
        publisher.tick();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trust/trust-list",
                "/trust/root",
                "/trust/root/1",
                "/trust/snapshot",
                "/trust/seal-revocations",
                "/status/0"
            })
    void aPublishedFileIsKeptFiveMinutesAndAskedForByItsTag(String path) {
        HttpResponse<byte[]> first = send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=300, public");
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        HttpResponse<byte[]> second =
                send(request(path).header("If-None-Match", tag).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void theCrlsOfFurtherCscasHaveAddressesToo() {
        assertThat(send(request("/trust/crl/UTO").GET(), HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> none = send(request("/trust/crl/UTO-2").GET(), HttpResponse.BodyHandlers.ofString());
        assertThat(none.body()).contains("Nothing is published at this address.");
        HttpResponse<String> odd = send(request("/trust/crl/UTO-02").GET(), HttpResponse.BodyHandlers.ofString());
        assertThat(odd.body()).doesNotContain("Nothing is published at this address.");
    }

    @ParameterizedTest
    @CsvSource({
        "application/statuslist+cwt, 200, application/statuslist+cwt",
        "application/statuslist+jwt, 200, application/statuslist+jwt",
        "*/*, 200, application/statuslist+cwt",
        "text/html, 406, application/problem+json"
    })
    void aStatusListComesInTheFormThatIsAskedFor(String accept, int status, String type) {
        HttpResponse<byte[]> answer =
                send(request("/status/0").header("Accept", accept).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    }

    @Test
    void whatIsNotPublishedIsAProblem() {
        HttpResponse<String> answer = send(request("/status/7").GET());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void nobodyWritesToWhatIsPublished() {
        assertThat(send(request("/trust/snapshot").DELETE()).statusCode()).isEqualTo(403);
    }

    @Test
    void theDeploymentOfTheVerifierPageNamesTheRoot() {
        JsonNode deployment = body(send(request("/verify/deployment.json").GET()));
        assertThat(deployment.get("rootFingerprint").asString())
                .isEqualTo(authority.rootFingerprint().hex());
        assertThat(deployment.get("snapshotUrl").asString()).isEqualTo("../trust/snapshot");
        assertThat(deployment.get("root").get("signatures").size()).isGreaterThanOrEqualTo(2);
        assertThat(deployment.get("warnAfter").asString()).isEqualTo("36h");
        assertThat(deployment.get("profiles").size()).isZero();
    }

    @Test
    void theVerifierPageIsServedWithinItsFolderAndUnderAStrictPolicy() throws IOException {
        Path page = data().resolve("page");
        Files.createDirectories(page.resolve("assets"));
        Files.writeString(page.resolve("index.html"), "<!doctype html><title>page</title>");
        Files.writeString(page.resolve("assets/app-1.js"), "0");
        HttpResponse<String> index = send(request("/verify/").GET());
        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(index.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(index.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("'wasm-unsafe-eval'").doesNotContain("'unsafe-inline'"));
        HttpResponse<String> asset = send(request("/verify/assets/app-1.js").GET());
        assertThat(asset.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(keep -> assertThat(keep).contains("immutable"));
        assertThat(send(request("/verify/../officers.txt").GET()).statusCode()).isNotEqualTo(200);
        assertThat(send(request("/verify/%2e%2e/officers.txt").GET()).statusCode())
                .isNotEqualTo(200);
    }
}
