package org.stayseal.issuer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.stayseal.issuer.IssuerTest;

/** What pages refuse, in the whole service: beside the advice that programs get. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedPagesTest extends IssuerTest {

    @Test
    void aHoldersAddressThatNobodyWasGivenIsAPageThatSaysSoAndNoTraceInTheLog(CapturedOutput log) {
        HttpResponse<String> answer =
                send(request("/holder/AAAAAAAAAAAAAAAAAAAAAA").header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("Ask the authority for a new link.");
        assertThat(log).doesNotContain("Refusal").doesNotContain("\tat ");
    }

    @Test
    void whatIsPublishedNowhereIsStillAProblemDocument() {
        HttpResponse<String> answer = send(request("/status/999999"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
