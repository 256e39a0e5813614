package org.stayseal.issuer.carrier;

import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;

/** A permit with real credentials and a real seal, signed by a key that nobody trusts. */
public final class SignedUtopian {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** A key for tests, the same in every run. */
    private static final BigInteger KEY = new BigInteger("5374617973656163".repeat(4), 16);

    private SignedUtopian() {}

    public static CarrierOrder order(Permit permit, Optional<byte[]> portrait, String language) {
        SoftwareSigner signer = signer();
        CredentialEncoder encoder = new CredentialEncoder(Disclosure.Choices.usual(), ZoneOffset.UTC);
        Map<Purpose, String> codes = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            codes.put(
                    purpose,
                    UnsignedCredential.of(
                                    encoder.claims(
                                            permit,
                                            purpose,
                                            NOW,
                                            id(purpose),
                                            new StatusReference("https://permits.utopia.example/status/0", 4711),
                                            Optional.empty()),
                                    signer.certificate())
                            .sign(signer)
                            .text());
        }
        byte[] seal = SealEncoder.prepare(
                        SealRequest.of(permit, "AR", LocalDate.ofInstant(NOW, ZoneOffset.UTC)), signer.certificate())
                .sign(signer)
                .received();
        return new CarrierOrder(
                permit,
                portrait,
                codes,
                seal,
                URI.create("https://permits.utopia.example/verify/"),
                Locale.forLanguageTag(language),
                true);
    }

    /** The same in every run, like the key and the signatures: so the codes are the same, too. */
    private static CredentialId id(Purpose purpose) {
        byte[] bytes = new byte[CredentialId.LENGTH];
        Arrays.fill(bytes, (byte) (0x31 + purpose.ordinal()));
        return new CredentialId(bytes);
    }

    private static SoftwareSigner signer() {
        try {
            ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("secp256r1");
            KeyFactory keys = KeyFactory.getInstance("EC", Crypto.provider());
            PrivateKey privateKey = keys.generatePrivate(new ECPrivateKeySpec(KEY, curve));
            PublicKey publicKey =
                    keys.generatePublic(new ECPublicKeySpec(curve.getG().multiply(KEY), curve));
            X500Name name = new X500Name("C=UT,CN=TS");
            byte[] certificate = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(0x2B),
                            Date.from(NOW.minusSeconds(86_400)),
                            Date.from(NOW.plusSeconds(4_000L * 86_400)),
                            name,
                            publicKey)
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(Crypto.provider())
                            .setSecureRandom(new FixedSecureRandom(
                                    KEY.add(BigInteger.ONE).toByteArray()))
                            .build(privateKey))
                    .getEncoded();
            return SoftwareSigner.deterministic(privateKey, Crypto.certificate(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException | FormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
