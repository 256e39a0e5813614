package org.stayseal.trust.authority.jwks;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stayseal.spec.trust.TrustKey;
import tools.jackson.databind.json.JsonMapper;

/** Writes a key set (TRUST-125): the same keys always give the same bytes. */
public final class KeySetWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private KeySetWriter() {}

    /**
     * @param credentialSigners certificates of credential signers
     * @param statusKeys keys that sign status lists
     * @return JSON in UTF-8, members sorted by name
     * @throws IllegalArgumentException for a certificate whose key signs no credentials, and for two keys of one name
     */
    public static byte[] write(Collection<X509Certificate> credentialSigners, Collection<TrustKey> statusKeys) {
        List<JWK> keys = new ArrayList<>();
        for (X509Certificate certificate : credentialSigners) {
            keys.add(SignerKey.of(certificate)
                    .orElseThrow(() -> new IllegalArgumentException("a key that signs no credentials")));
        }
        statusKeys.forEach(key -> keys.add(SignerKey.of(key)));
        if (keys.stream().map(JWK::getKeyID).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("two keys of one name");
        }
        List<Map<String, Object>> sorted = keys.stream()
                .<Map<String, Object>>map(key -> new TreeMap<>(key.toJSONObject()))
                .toList();
        return JSON.writeValueAsString(Map.of("keys", sorted)).getBytes(StandardCharsets.UTF_8);
    }
}
