package org.stayseal.spec.live;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.stayseal.spec.cwt.Claims;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.cwt.TestCredentials;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** Live codes of Utopia for tests, always the same bytes. */
public final class TestLiveCodes {
    /** When the device of the examples shows them. */
    public static final Instant SHOWN = Instant.parse("2026-11-23T09:00:00Z");

    private static final KeyPair KEYS = TestKeys.of("secp256r1", BigInteger.valueOf(0xD0C0));
    private static final SoftwareSigner DEVICE =
            SoftwareSigner.deterministic(KEYS.getPrivate(), TestKeys.certificate(KEYS, 2));

    private TestLiveCodes() {}

    /** The public key of the device. */
    public static DeviceKey deviceKey() {
        ECPublicKey key = (ECPublicKey) KEYS.getPublic();
        return new DeviceKey(
                BigIntegers.asUnsignedByteArray(DeviceKey.LENGTH, key.getW().getAffineX()),
                BigIntegers.asUnsignedByteArray(DeviceKey.LENGTH, key.getW().getAffineY()));
    }

    /** The device's key as a signer; its certificate means nothing. */
    public static SoftwareSigner device() {
        return DEVICE;
    }

    /** A credential that is bound to the device. */
    public static Credential bound(Permit permit, Purpose purpose) {
        Claims plain = TestCredentials.claims(permit, purpose);
        Claims bound = new Claims(
                plain.issuer(),
                plain.expires(),
                plain.notBefore(),
                plain.issuedAt(),
                plain.id(),
                Optional.of(deviceKey()),
                plain.status(),
                plain.person(),
                plain.permit());
        return UnsignedCredential.of(bound, TestCredentials.signer().certificate())
                .sign(TestCredentials.signer());
    }

    public static LiveCode shown(Credential credential, Instant at, Optional<byte[]> nonce) {
        UnsignedLiveCode code = UnsignedLiveCode.of(credential, at, nonce);
        return code.withSignature(DEVICE.sign(code.toBeSigned()));
    }

    /** The example of the document. */
    public static LiveCode example() {
        return shown(bound(SamplePermits.least(), Purpose.STAY), SHOWN, Optional.empty());
    }
}
