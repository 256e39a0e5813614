package org.stayseal.spec.cwt;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** Credentials of Utopia for tests, always the same bytes. */
public final class TestCredentials {
    /** Of the day on which the samples are signed. */
    public static final Instant NOW = Instant.parse("2026-11-22T13:14:15Z");

    private static final KeyPair KEYS = TestKeys.of("secp256r1", BigInteger.valueOf(0x5EA1));
    private static final SoftwareSigner SIGNER =
            SoftwareSigner.deterministic(KEYS.getPrivate(), TestKeys.certificate(KEYS, 1));

    private TestCredentials() {}

    public static SoftwareSigner signer() {
        return SIGNER;
    }

    /** An encoder that shows all that may be shown. */
    public static CredentialEncoder encoder() {
        return new CredentialEncoder(new Disclosure.Choices(EnumSet.allOf(Purpose.class), true), ZoneOffset.UTC);
    }

    public static Claims claims(Permit permit, Purpose purpose) {
        byte[] id = new byte[CredentialId.LENGTH];
        Arrays.fill(id, (byte) (0xA0 + purpose.code()));
        return encoder()
                .claims(
                        permit,
                        purpose,
                        NOW,
                        new CredentialId(id),
                        new StatusReference("https://status.example/status/0", 4711L + purpose.code()),
                        Optional.empty());
    }

    public static Credential signed(Permit permit, Purpose purpose) {
        return UnsignedCredential.of(claims(permit, purpose), SIGNER.certificate())
                .sign(SIGNER);
    }

    /** The full credential of the permit that has every field. */
    public static Credential sample() {
        return signed(SamplePermits.full(), Purpose.FULL);
    }
}
