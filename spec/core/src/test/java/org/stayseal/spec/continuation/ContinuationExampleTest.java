package org.stayseal.spec.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.Envelope;
import org.stayseal.spec.cwt.TestCredentials;

/** The example in docs 32 is what the code says it is (CONT-1 to CONT-11, CONT-15). */
class ContinuationExampleTest {

    @Test
    void theExampleOfTheDocumentHasTheClaimsTheTextAndTheSignatureThatItSays() throws Exception {
        String document = Files.readString(Conformance.root().resolve("spec/docs/32-continuation.md"));
        byte[] bytes = Hex.decode(find(document, "(?m)^(d284[0-9a-f\\n]+)$").replace("\n", ""), "X-1");
        String text = find(document, "(?m)^(RPC1:[^`\\n]{100,})$");
        assertThat(Envelope.bytesIn(text, Continuation.PREFIX)).isEqualTo(bytes);
        Continuation read = Continuation.decode(text);
        assertThat(read.claims()).isEqualTo(TestContinuations.example());
        assertThat(read.verifies(TestCredentials.signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(ContinuationReader.write(read.claims())).isEqualTo(read.payload());
        assertThat(read.until(ZoneOffset.UTC)).isEqualTo("2037-02-28");
        assertThat(read.view(ZoneOffset.UTC).keySet())
                .containsExactly(
                        "country",
                        "named",
                        "purpose",
                        "legalGround",
                        "continuesFrom",
                        "continuesUntil",
                        "signedOn",
                        "continuationId",
                        "keyId",
                        "algorithm",
                        "statusUri",
                        "statusIndex");
    }

    private static String find(String document, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(document);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
