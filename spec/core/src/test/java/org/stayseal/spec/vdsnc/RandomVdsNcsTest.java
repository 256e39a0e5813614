package org.stayseal.spec.vdsnc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/**
 * Random permits in VDS-NCs: encoded, decoded and encoded again they are the same bytes (NC-10, NC-29).
 *
 * <p>A thousand here; a million by
 *
 * <pre>./mvnw -pl spec/core -am test -Dtest=RandomVdsNcsTest -Dsurefire.failIfNoSpecifiedTests=false -Dstayseal.random=1000000</pre>
 *
 * <p>{@code -Dstayseal.seed=N} begins elsewhere; a failure names the seed of its permit. Every 250th is signed and goes the whole way; the others go up to the bytes to be signed, and through the
 * decoder with a stand-in for the signature.
 */
class RandomVdsNcsTest {

    private static final int PERMITS = Integer.getInteger("stayseal.random", 1000);
    private static final long SEED = Long.getLong("stayseal.seed", 20261122L);
    private static final int SIGNED_EVERY = 250;

    @Test
    void encodeDecodeEncodeGivesTheSameBytes() throws Exception {
        SoftwareSigner signer = TestKeys.signer("secp256r1", 0x21);
        String sig = ",\"sig\":{\"alg\":\"ES256\",\"cer\":\""
                + Base64Url.encode(signer.certificate().getEncoded()) + "\",\"sigvl\":\""
                + Base64Url.encode(new byte[64]) + "\"}}";
        long bytes = 0;
        for (int i = 0; i < PERMITS; i++) {
            long seed = SEED + i;
            Random random = new Random(seed);
            Permit permit = SamplePermits.random(random);
            LocalDate signedOn = permit.issueDate().minusDays(random.nextInt(60));
            UnsignedVdsNc unsigned = VdsNcEncoder.prepare(permit, signedOn, signer.certificate());
            byte[] code = i % SIGNED_EVERY == 0 ? unsigned.sign(signer) : withStandIn(unsigned, sig);
            VdsNc read = VdsNcDecoder.decode(code);
            PermitContent content = read.permit().orElseThrow();
            assertThat(content.number()).as("seed " + seed).contains(permit.number());
            assertThat(content.surname())
                    .as("seed " + seed)
                    .contains(permit.person().name().surname());
            assertThat(content.givenNames())
                    .as("seed " + seed)
                    .isEqualTo(permit.person().name().givenNames());
            assertThat(content.category()).as("seed " + seed).isEqualTo(permit.category());
            assertThat(content.work()).as("seed " + seed).isEqualTo(permit.work());
            assertThat(content.rightFrom()).as("seed " + seed).isEqualTo(permit.rightFrom());
            assertThat(content.rightUntil()).as("seed " + seed).isEqualTo(permit.rightUntil());
            assertThat(content.documentUntil()).as("seed " + seed).isEqualTo(permit.documentUntil());
            assertThat(content.signedOn()).as("seed " + seed).isEqualTo(signedOn);
            UnsignedVdsNc again = VdsNcEncoder.prepare(
                    read.type().orElseThrow(), read.header().country(), content.values(), signer.certificate());
            assertThat(again.signedBytes())
                    .as("seed " + seed)
                    .isEqualTo(unsigned.signedBytes())
                    .isEqualTo(read.signedBytes());
            bytes += code.length;
        }
        System.out.printf("%d VDS-NCs of %d bytes on the average%n", PERMITS, bytes / PERMITS);
    }

    /** The code with a signature of the right form that signs nothing. */
    private static byte[] withStandIn(UnsignedVdsNc unsigned, String sig) {
        return ("{\"data\":" + new String(unsigned.signedBytes(), StandardCharsets.UTF_8) + sig)
                .getBytes(StandardCharsets.UTF_8);
    }
}
