package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;

class CredentialMutationTest {
    private static final PublicKey KEY = TestCredentials.signer().certificate().getPublicKey();

    @Test
    void noSingleBitFlippedInACredentialDecodesAndVerifies() {
        byte[] good = small().bytes();
        int decoded = 0;
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Credential credential = CredentialDecoder.decode(flipped);
                decoded++;
                assertThat(credential.verifies(KEY)).as("bit %d", bit).isFalse();
            } catch (FormatException e) {
                assertThat(e.rule()).startsWith("CRED-");
            }
        }
        // Flips inside of texts, numbers and the signature leave a well-formed credential: the signature must catch
        // those.
        assertThat(decoded).isGreaterThan(1_000);
    }

    @Test
    void noneOfTwentyThousandDamagedTextsMakesAnyOtherExceptionOrVerifiesAsSomethingElse() {
        Random random = new Random(45);
        byte[] good = small().bytes();
        String text = small().text();
        String letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:az\u0000ü";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            if (random.nextInt(4) == 0) {
                damaged.setLength(random.nextInt(text.length()));
            }
            try {
                // Unused bits at the end of a zlib stream may differ: sameness is defined on the inflated bytes
                // (CRED-5).
                assertThat(CredentialDecoder.decode(damaged.toString()).bytes()).isEqualTo(good);
            } catch (FormatException e) {
                assertThat(e.rule()).startsWith("CRED-");
            }
        }
    }

    @Test
    void theMessageOfAFaultNeverRepeatsWhatWasRead() {
        byte[] credential = Forged.withPerson(Purpose.FULL, Forged.set(7, "Geheimnis\n"));
        try {
            CredentialDecoder.decode(credential);
        } catch (FormatException e) {
            assertThat(e.getMessage()).doesNotContain("Geheimnis");
            return;
        }
        throw new AssertionError("it decoded");
    }

    private static Credential small() {
        Permit permit = SamplePermits.full();
        return TestCredentials.signed(
                new Permit(
                        permit.country(),
                        permit.person().withPhoto(SamplePermits.photo(20)),
                        permit.number(),
                        permit.category(),
                        permit.legalGround(),
                        permit.authority(),
                        permit.issueDate(),
                        permit.issuePlace(),
                        permit.rightFrom(),
                        permit.rightUntil(),
                        permit.documentUntil(),
                        permit.work(),
                        permit.selfEmployment(),
                        permit.study(),
                        permit.remarks(),
                        permit.travelDocument(),
                        permit.liveOnly()),
                Purpose.FULL);
    }
}
