package org.stayseal.trust.authority.jwks;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.trust.TrustKey;

/** Keys as JWKs: what a certificate or a status key looks like in a set (TRUST-125). */
final class SignerKey {

    private SignerKey() {}

    /** Empty for a key that no credential is signed with (TRUST-95). */
    static Optional<JWK> of(X509Certificate certificate) {
        return CertificateKey.algorithm(certificate)
                .filter(SignatureAlgorithm::inCredentials)
                .map(algorithm -> of(certificate, algorithm));
    }

    private static JWK of(X509Certificate certificate, SignatureAlgorithm algorithm) {
        Map<String, Object> members = algorithm == SignatureAlgorithm.PS256
                ? new RSAKey.Builder((RSAPublicKey) certificate.getPublicKey())
                        .build()
                        .toJSONObject()
                : algorithm == SignatureAlgorithm.ED25519
                        ? new OctetKeyPair.Builder(Curve.Ed25519, octets(certificate))
                                .build()
                                .toJSONObject()
                        : new ECKey.Builder(curve(algorithm), (ECPublicKey) certificate.getPublicKey())
                                .build()
                                .toJSONObject();
        byte[] der = encoded(certificate);
        members.put("use", KeyUse.SIGNATURE.identifier());
        members.put("alg", algorithm.joseName());
        members.put("kid", Base64URL.encode(Credential.keyIdOf(certificate)).toString());
        members.put("x5c", List.of(Base64.encode(der).toString()));
        members.put("x5t#S256", Base64URL.encode(Sha256.of(der)).toString());
        try {
            return JWK.parse(members);
        } catch (ParseException e) {
            throw new IllegalStateException("a key that was read can be written", e);
        }
    }

    private static Base64URL octets(X509Certificate certificate) {
        return Base64URL.encode(
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                        .getPublicKeyData()
                        .getOctets());
    }

    static JWK of(TrustKey key) {
        return new ECKey.Builder(curve(key.algorithm()), (ECPublicKey) key.publicKey())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.parse(key.algorithm().joseName()))
                .keyID(key.kid())
                .build();
    }

    private static Curve curve(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ES256 ? Curve.P_256 : Curve.P_384;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
