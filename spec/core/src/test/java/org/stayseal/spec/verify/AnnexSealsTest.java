package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Crypto;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The seals of TR-03137-1, annexes C to H, with their certificates: real seals, judged as the table of verdicts says. */
class AnnexSealsTest {

    private static final Instant THEN = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-11-22T00:00:00Z");

    private final Verifier verifier =
            new Verifier(TrustSource.none("not asked"), StatusSource.none(), Clock.systemUTC());

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource({
        "bsiC_arrival, INVALID, EXPIRED",
        "bsiD_sic, INDETERMINATE, NOT_A_RESIDENCE_DOCUMENT",
        "bsiE_residencepermit, VALID,",
        "bsiF_visa, INVALID, EXPIRED",
        "bsiG_addrid, INDETERMINATE, NOT_A_RESIDENCE_DOCUMENT",
        "bsiH_residencesticker, INDETERMINATE, NOT_A_RESIDENCE_DOCUMENT"
    })
    void isJudgedAsTheTableSays(String name, Outcome outcome, Reason reason) throws Exception {
        Sample sample = sample(name);
        Verdict then = verifier.verify(sample.seal(), sample.asked().at(THEN));
        assertThat(then.authentic()).isEqualTo(Result.PASSED);
        assertThat(then.outcome()).isEqualTo(outcome);
        assertThat(then.reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(then.holder()).isEqualTo(Result.COMPARE);

        Verdict today = verifier.verify(sample.seal(), sample.asked().at(TODAY));
        assertThat(today.authentic()).isEqualTo(Result.FAILED);
        assertThat(today.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(today.checks().stream().flatMap(check -> check.reason().stream()))
                .contains(Reason.EXPIRED_CERTIFICATE);
    }

    @ParameterizedTest(name = "{0} with any one bit flipped")
    @CsvSource({"bsiC_arrival", "bsiD_sic", "bsiE_residencepermit", "bsiF_visa", "bsiG_addrid", "bsiH_residencesticker"
    })
    void withAnyOneBitFlippedIsInvalidUnlessItNamesAnotherVersion(String name) throws Exception {
        Sample sample = sample(name);
        for (int bit = 0; bit < sample.seal().length * 8; bit++) {
            byte[] changed = sample.seal().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(verifier.verify(changed, sample.asked().at(THEN)), bit);
            // Today the certificate is over in any case: every seventh bit shows that nothing hides it.
            if (bit % 7 == 0) {
                assertRefused(verifier.verify(changed, sample.asked().at(TODAY)), bit);
            }
        }
    }

    private static void assertRefused(Verdict verdict, int bit) {
        boolean newer = verdict.reason().equals(Optional.of(Reason.UNSUPPORTED)) && bit / 8 == 1;
        assertThat(verdict.outcome() == Outcome.INVALID || newer)
                .as("bit %d: %s %s", bit, verdict.outcome(), verdict.reason())
                .isTrue();
    }

    private record Sample(byte[] seal, Asked asked) {}

    private static Sample sample(String name) throws Exception {
        JsonNode rows = JsonMapper.builder().build().readTree(Files.readAllBytes(Conformance.path("vds/seals.json")));
        for (JsonNode row : rows) {
            if (row.required("name").stringValue().equals(name)) {
                String certificate = "vds/" + row.required("signerCertificate").stringValue();
                return new Sample(
                        Hex.decode(row.required("hex").stringValue(), "VDS-1"),
                        Asked.residence()
                                .signer(Crypto.certificate(Files.readAllBytes(Conformance.path(certificate)))));
            }
        }
        throw new AssertionError("no row " + name);
    }
}
