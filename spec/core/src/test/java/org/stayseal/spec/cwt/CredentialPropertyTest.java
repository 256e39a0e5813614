package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/**
 * Random permits, each for the next purpose in turn, through text and back: the decoded claims are those that were encoded, and encoding them again gives the same COSE
 * bytes. The signature is one for all, as decoding does not look at it; some hundred are really signed, with every algorithm that writes.
 *
 * <p>{@code -Dstayseal.properties=1000000} makes a million permits, {@code -Dstayseal.seed=N} others.
 */
class CredentialPropertyTest {
    private static final int PERMITS = Integer.getInteger("stayseal.properties", 2_000);
    private static final long SEED = Long.getLong("stayseal.seed", 20261122L);
    private static final int SIGNED_EVERY = Math.max(1, PERMITS / 100);
    /** Before such a key is taken its point is multiplied by the order of the curve, which takes longer than all the rest together. */
    private static final int ED25519_EVERY = 16;

    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneId.of("Pacific/Kiritimati"), ZoneId.of("America/Adak"));

    private final List<SoftwareSigner> ecdsa =
            List.of(TestKeys.signer("secp256r1", 1), TestKeys.signer("secp384r1", 2));
    private final SoftwareSigner ed25519 = TestKeys.signer("Ed25519", 3);

    @Test
    void randomPermitsEncodeDecodeAndEncodeToTheSameBytes() throws FormatException {
        Random random = new Random(SEED);
        long bytes = 0;
        long longest = 0;
        for (int i = 0; i < PERMITS; i++) {
            Permit permit = SamplePermits.random(random);
            CredentialEncoder encoder = new CredentialEncoder(choices(random), ZONES.get(random.nextInt(ZONES.size())));
            SoftwareSigner signer =
                    random.nextInt(ED25519_EVERY) == 0 ? ed25519 : ecdsa.get(random.nextInt(ecdsa.size()));
            Claims claims = claims(encoder, permit, Purpose.values()[i % Purpose.values().length], random);
            Credential read = CredentialDecoder.decode(made(claims, signer, i % SIGNED_EVERY == 0, random));
            if (!read.claims().equals(claims) || !Arrays.equals(again(read, signer), read.bytes())) {
                assertThat(read.claims()).as("permit " + i + " of seed " + SEED).isEqualTo(claims);
                assertThat(again(read, signer))
                        .as("permit " + i + " of seed " + SEED)
                        .isEqualTo(read.bytes());
            }
            bytes += read.bytes().length;
            longest = Math.max(longest, read.bytes().length);
        }
        System.out.printf(
                "%d credentials of %d bytes on the average and %d at most%n", PERMITS, bytes / PERMITS, longest);
    }

    private static Claims claims(CredentialEncoder encoder, Permit permit, Purpose purpose, Random random) {
        byte[] id = new byte[CredentialId.LENGTH];
        random.nextBytes(id);
        StatusReference status =
                new StatusReference("https://status.example/status/" + random.nextInt(1000), random.nextInt(1 << 20));
        Instant now = permit.issueDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        return encoder.claims(permit, purpose, now, new CredentialId(id), status, deviceKey(random));
    }

    private static Optional<DeviceKey> deviceKey(Random random) {
        if (random.nextInt(4) != 0) {
            return Optional.empty();
        }
        byte[] x = new byte[DeviceKey.LENGTH];
        byte[] y = new byte[DeviceKey.LENGTH];
        random.nextBytes(x);
        random.nextBytes(y);
        return Optional.of(new DeviceKey(x, y));
    }

    private static Disclosure.Choices choices(Random random) {
        Set<Purpose> photoFor = EnumSet.of(Purpose.FULL);
        for (Purpose purpose : Purpose.values()) {
            if (random.nextBoolean()) {
                photoFor.add(purpose);
            }
        }
        return new Disclosure.Choices(photoFor, random.nextBoolean());
    }

    /** The text of a credential, signed by this signer or as if. */
    private static String made(Claims claims, SoftwareSigner signer, boolean sign, Random random) {
        UnsignedCredential unsigned = UnsignedCredential.of(claims, signer.certificate());
        if (sign) {
            return unsigned.sign(signer).text();
        }
        byte[] signature = new byte[signer.algorithm().signatureLength()];
        random.nextBytes(signature);
        byte[] cose = CoseSign1.write(unsigned.protectedBytes(), unsigned.payload(), signature);
        return CredentialDecoder.PREFIX + Base45.encode(BoundedInflate.deflate(cose));
    }

    /** The same claims encoded anew, around the signature that was read. */
    private static byte[] again(Credential read, SoftwareSigner signer) {
        UnsignedCredential unsigned = UnsignedCredential.of(read.claims(), signer.certificate());
        return CoseSign1.write(unsigned.protectedBytes(), unsigned.payload(), read.signature());
    }
}
