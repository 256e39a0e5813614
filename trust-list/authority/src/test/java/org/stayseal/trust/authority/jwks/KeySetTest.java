package org.stayseal.trust.authority.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.VectorCertificates;

/** TRUST-125 and TRUST-126. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeySetTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private X509Certificate csca;
    private X509Certificate signer;
    private TrustKey status;
    private String json;

    @BeforeAll
    void write() throws Exception {
        csca = VectorCertificates.csca();
        signer = VectorCertificates.credentialSigner();
        status = TrustKey.of(new ECKeyGenerator(Curve.P_256).generate().toECPublicKey());
        json = new String(KeySetWriter.write(List.of(signer), List.of(status)), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsTakenAgain() throws Exception {
        KeySetImport.Result result = read(json);

        assertThat(result.credentialSigners()).containsExactly(signer);
        assertThat(result.statusKeys()).containsExactly(status);
        assertThat(result.refused()).isEmpty();
        assertThat(json).doesNotContain("\"d\"");
    }

    @Test
    void anotherReaderFindsTheKeysWithTheirCertificates() throws Exception {
        JWKSet set = JWKSet.parse(json);

        assertThat(set.getKeys()).hasSize(2);
        assertThat(set.getKeys().get(0).getParsedX509CertChain().get(0).getEncoded())
                .isEqualTo(signer.getEncoded());
        assertThat(set.getKeys().get(1).computeThumbprint().toString())
                .isEqualTo(set.getKeys().get(1).getKeyID());
    }

    @Test
    void aPrivateKeyAmongThemRefusesTheSet() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("x").generate();

        assertThatThrownBy(() -> read("{\"keys\":[" + key.toJSONString() + "]}"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("private");
        assertThatThrownBy(() -> read("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQID\",\"kid\":\"x\"}]}"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("symmetric");
    }

    @Test
    void whatIsNoKeySetIsRefused() {
        for (String text : List.of("", "[]", "{}", "{\"keys\":[]}", "{\"keys\":{}}", "{\"keys\":[1]}", json + "x")) {
            assertThatThrownBy(() -> read(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            FormatException.class, e -> assertThat(e.rule()).isEqualTo("TRUST-126"));
        }
    }

    @Test
    void aKeyThatSaysAnotherThingThanItsCertificateIsRefused() throws Exception {
        String other = com.nimbusds.jose.util.Base64URL.encode(new byte[32]).toString();
        reason(json.replaceFirst("\"x5t#S256\":\"[^\"]*\"", "\"x5t#S256\":\"" + other + "\""), "x5t#S256");
        reason(json.replaceFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"AAAAAAAAAAA\""), "[kid]");
        reason(json.replaceFirst("\"alg\":\"ES256\"", "\"alg\":\"ES384\""), "[alg]");
        reason(json.replaceFirst("\"use\":\"sig\"", "\"use\":\"enc\""), "[use]");
        reason(json.replaceFirst("\\{\"alg\"", "{\"jku\":\"https://example\",\"alg\""), "[jku]");
        reason(json.replaceFirst("\"x5c\":\\[\"MII", "\"x5c\":[\"MIJ"), "not a key that can be read");
    }

    @Test
    void aChainThatIsEmptyOrNullIsNoKeyThatCanBeRead() throws Exception {
        reason(json.replaceFirst("\"x5c\":\\[[^]]*\\]", "\"x5c\":[]"), "not a key that can be read");
        reason(json.replaceFirst("\"x5c\":\\[[^]]*\\]", "\"x5c\":null"), "not a key that can be read");
        reason(json.replaceFirst("\"x5c\":\\[[^]]*\\]", "\"x5c\":[null]"), "not a key that can be read");
    }

    @Test
    void aStatusKeyUnderAnotherNameOrOnAnotherCurveIsRefused() throws Exception {
        String another = status.kid().charAt(0) == 'A' ? "B" : "A";
        KeySetImport.Result renamed =
                read(json.replace(status.kid(), another + status.kid().substring(1)));
        ECKey large = new ECKeyGenerator(Curve.P_521).keyID("x").generate().toPublicJWK();

        assertThat(renamed.statusKeys()).isEmpty();
        assertThat(renamed.refused())
                .singleElement()
                .satisfies(no -> assertThat(no.position()).isEqualTo(1));
        assertThat(read("{\"keys\":[" + large.toJSONString() + "]}").refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason()).contains("not on P-256 or P-384"));
    }

    @Test
    void aSignerUnderNoKnownAuthorityAndASecondCopyAreRefused() throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(new KeySetImport(List.of(VectorCertificates.stranger()), NOW)
                        .read(bytes)
                        .refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason()).contains("TRUST-50"));
        String key = json.substring(json.indexOf('[') + 1, json.indexOf("},{") + 1);
        assertThat(read("{\"keys\":[" + key + "," + key + "]}").refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason()).contains("that of another one"));
    }

    @Test
    void aSealSignersCertificateIsNoCredentialSigners() {
        assertThat(read(KeySetWriter.write(List.of(VectorCertificates.sealSigner()), List.of()))
                        .refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason()).contains("TRUST-92"));
    }

    private void reason(String text, String words) throws Exception {
        KeySetImport.Result result = read(text);
        assertThat(result.credentialSigners()).isEmpty();
        assertThat(result.refused())
                .singleElement()
                .satisfies(no -> assertThat(no.reason()).contains(words));
    }

    private KeySetImport.Result read(String text) throws FormatException {
        return new KeySetImport(List.of(csca), NOW).read(text.getBytes(StandardCharsets.UTF_8));
    }

    private KeySetImport.Result read(byte[] bytes) {
        try {
            return new KeySetImport(List.of(csca), NOW).read(bytes);
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }
}
