package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;

/** The example in the document is what the code says it is. */
class CredentialExampleTest {

    @Test
    void theExampleOfTheDocumentHasTheClaimsTheTextAndTheSignatureThatItSays() throws IOException, FormatException {
        String document = Files.readString(Conformance.root().resolve("spec/docs/30-residence-credential.md"));
        byte[] bytes = Hex.decode(find(document, "(?m)^(d284[0-9a-f\\n]+)$").replace("\n", ""), "X-1");
        Credential credential = CredentialDecoder.decode(bytes);
        assertThat(credential.claims()).isEqualTo(TestCredentials.claims(SamplePermits.least(), Purpose.STAY));
        assertThat(CredentialDecoder.bytesOf(find(document, "(?m)^(RP1:[^`\\n]{100,})$")))
                .isEqualTo(bytes);
        assertThat(credential.verifies(TestCredentials.signer().certificate().getPublicKey()))
                .isTrue();
        assertThat(ClaimsWriter.write(credential.claims())).isEqualTo(credential.payload());
        assertThat(credential.lastDay(ZoneOffset.UTC)).isEqualTo("2036-11-22");
    }

    private static String find(String document, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(document);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
