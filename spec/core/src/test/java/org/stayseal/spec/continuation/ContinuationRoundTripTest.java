package org.stayseal.spec.continuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.TestCredentials;
import org.stayseal.spec.permit.Purpose;

/** What is written is read back, and nothing is written that no reader would take (CONT-12, CONT-13). */
class ContinuationRoundTripTest {

    @Test
    void randomContinuationsAreReadAsTheyWereWritten() throws Exception {
        Random random = new Random(32);
        for (int i = 0; i < 200; i++) {
            ContinuationClaims claims = random(random);
            Continuation made = TestContinuations.signed(claims);
            assertThat(Continuation.decode(made.text()).claims()).isEqualTo(claims);
            assertThat(UnsignedContinuation.of(
                                    made.payload(), TestCredentials.signer().certificate())
                            .toBeSigned())
                    .isEqualTo(made.toBeSigned());
        }
    }

    @Test
    void aCredentialIsNoContinuationAndAContinuationNoCredential() {
        assertThatThrownBy(() -> Continuation.decode(TestCredentials.sample().bytes()))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("CONT-3"));
        byte[] continuation =
                TestContinuations.signed(TestContinuations.example()).bytes();
        assertThatThrownBy(() -> CredentialDecoder.decode(continuation))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("CRED-17"));
        assertThatThrownBy(() -> Continuation.decode("RP1:"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("CONT-1"));
    }

    @Test
    void nothingIsWrittenThatLastsTooLongOrHasAnOverlongGround() {
        ContinuationClaims good = TestContinuations.example();
        CommonClaims common = good.common();
        CommonClaims longer = new CommonClaims(
                common.issuer(),
                common.notBefore() + 731 * 86_400L + 1,
                common.notBefore(),
                common.issuedAt(),
                common.id(),
                common.status());
        refused(new ContinuationClaims(longer, good.named(), good.permitNumber(), good.legalGround(), good.purpose()));
        refused(new ContinuationClaims(
                common, good.named(), Optional.empty(), Optional.of("x".repeat(101)), good.purpose()));
        refused(new ContinuationClaims(common, good.named(), Optional.of("UT-1"), Optional.empty(), good.purpose()));
    }

    private static void refused(ContinuationClaims claims) {
        assertThatThrownBy(() ->
                        UnsignedContinuation.of(claims, TestCredentials.signer().certificate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ContinuationClaims random(Random random) {
        byte[] id = new byte[CredentialId.LENGTH];
        random.nextBytes(id);
        byte[] hash = new byte[NamedPermit.LENGTH];
        random.nextBytes(hash);
        long from = random.nextInt(2_000_000_000);
        return new ContinuationClaims(
                new CommonClaims(
                        "UTO",
                        from + 1 + random.nextInt(731 * 86_400),
                        from,
                        from - from % 86_400,
                        new CredentialId(id),
                        new StatusReference("https://status.example/" + random.nextInt(99), random.nextInt(1 << 20))),
                new NamedPermit(hash),
                random.nextBoolean() ? Optional.of("UT" + random.nextInt(9_999_999)) : Optional.empty(),
                random.nextBoolean() ? Optional.of("§ 81 " + random.nextInt(99)) : Optional.empty(),
                random.nextBoolean() ? Purpose.ofCode(random.nextInt(4)) : Optional.empty());
    }
}
