package org.stayseal.trust.authority.jwks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.json.StrictJson;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.certificates.SignerSorting;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the keys of a set, or refuses them one by one with a reason (TRUST-126). */
public final class KeySetImport {

    private static final String RULE = "TRUST-126";
    private static final String UNREADABLE = "not a key that can be read";
    private static final int MAX_BYTES = 2_097_152;
    private static final int MAX_KEYS = 1_000;
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");
    private static final StrictJson JSON = new StrictJson(
            RULE,
            StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(32_768)
                    .maxNumberLength(20)
                    .maxNameLength(64)
                    .build());

    /**
     * A key that was not taken.
     *
     * @param position in the set, from 0
     * @param reason in words
     */
    public record Refused(int position, String reason) {}

    /**
     * What became of a set.
     *
     * @param credentialSigners certificates that keep TRUST-92 under a known CSCA
     * @param statusKeys keys without a certificate: who lists them says which status URIs they sign
     * @param refused the others
     */
    public record Result(List<X509Certificate> credentialSigners, List<TrustKey> statusKeys, List<Refused> refused) {

        /** Keeps its own lists. */
        public Result {
            credentialSigners = List.copyOf(credentialSigners);
            statusKeys = List.copyOf(statusKeys);
            refused = List.copyOf(refused);
        }
    }

    private final Collection<X509Certificate> authorities;
    private final Instant now;

    /** @param authorities the CSCA certificates that are listed, or about to be */
    public KeySetImport(Collection<X509Certificate> authorities, Instant now) {
        this.authorities = List.copyOf(authorities);
        this.now = now;
    }

    /**
     * Reads a set.
     *
     * @param json at most 2,097,152 bytes and 1,000 keys
     * @throws FormatException if it is no key set, or has a private or symmetric key in it: whoever made it must know
     */
    public Result read(byte[] json) throws FormatException {
        JsonNode keys = JSON.object(json, MAX_BYTES).get("keys");
        if (keys == null || !keys.isArray() || keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw FormatException.wrongFormat(RULE, "no array of 1 to " + MAX_KEYS + " keys");
        }
        for (JsonNode key : keys) {
            requirePublic(key);
        }
        List<X509Certificate> signers = new ArrayList<>();
        List<TrustKey> statusKeys = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            int position = i;
            fault(keys.get(i), names, signers, statusKeys)
                    .ifPresent(reason -> refused.add(new Refused(position, reason)));
        }
        return new Result(signers, statusKeys, refused);
    }

    private static void requirePublic(JsonNode key) throws FormatException {
        if (!key.isObject()) {
            throw FormatException.wrongFormat(RULE, "a key that is no object");
        }
        for (String name : key.propertyNames()) {
            if (PRIVATE.contains(name)) {
                throw FormatException.wrongFormat(
                        RULE, "a private or symmetric key: it does not belong into a set for others");
            }
        }
    }

    private Optional<String> fault(
            JsonNode node, Set<String> names, List<X509Certificate> signers, List<TrustKey> statusKeys) {
        JWK key;
        try {
            key = JWK.parse(node.toString());
        } catch (ParseException | RuntimeException e) {
            return Optional.of(UNREADABLE);
        }
        if (key.getKeyID() == null || !names.add(key.getKeyID())) {
            return Optional.of("it has no name, or that of another one");
        }
        return node.has("x5c") ? signer(node, key, signers) : statusKey(node, key, statusKeys);
    }

    private Optional<String> signer(JsonNode node, JWK key, List<X509Certificate> signers) {
        List<Base64> chain = key.getX509CertChain();
        // The library reads an empty chain, and null in its place, as none.
        if (chain == null || chain.isEmpty() || chain.get(0) == null) {
            return Optional.of(UNREADABLE);
        }
        byte[] der = chain.get(0).decode();
        X509Certificate certificate;
        try {
            certificate = Crypto.certificate(der);
        } catch (FormatException e) {
            return Optional.of("its certificate cannot be read: " + e.getMessage());
        }
        Optional<JWK> own = SignerKey.of(certificate);
        if (own.isEmpty()) {
            return Optional.of("its certificate's key signs no credentials");
        }
        Optional<String> differs = difference(node, own.get());
        if (differs.isPresent()) {
            return differs;
        }
        SignerSorting sorting = new SignerSorting(SignerSorting.Kind.CREDENTIAL, authorities, now);
        sorting.add(der);
        signers.addAll(sorting.taken());
        return sorting.refused().stream().map(refused -> refused.reason()).findFirst();
    }

    private static Optional<String> statusKey(JsonNode node, JWK key, List<TrustKey> statusKeys) {
        if (!(key instanceof ECKey ec)) {
            return Optional.of("a key without a certificate that signs no status lists");
        }
        TrustKey read;
        try {
            read = TrustKey.of(ec.toECPublicKey(Crypto.provider()));
        } catch (JOSEException | IllegalArgumentException e) {
            return Optional.of("a key that signs no status lists: not on P-256 or P-384");
        }
        Optional<String> differs = difference(node, SignerKey.of(read));
        if (differs.isEmpty()) {
            statusKeys.add(read);
        }
        return differs;
    }

    /** What the set says must be what its certificate, or its point, says: exactly the members that are written here, {@code use} and {@code alg} optional, a longer chain allowed. */
    private static Optional<String> difference(JsonNode node, JWK own) {
        Set<String> different = new TreeSet<>();
        JsonNode expected = JsonMapper.shared().valueToTree(own.toJSONObject());
        for (String name : expected.propertyNames()) {
            boolean optional = name.equals("use") || name.equals("alg");
            JsonNode said = node.get(name);
            if (said == null ? !optional : !same(name, said, expected.get(name))) {
                different.add(name);
            }
        }
        for (String name : node.propertyNames()) {
            if (!expected.has(name)) {
                different.add(name);
            }
        }
        return different.isEmpty() ? Optional.empty() : Optional.of("missing, unknown or different: " + different);
    }

    private static boolean same(String name, JsonNode said, JsonNode expected) {
        return name.equals("x5c")
                ? said.isArray() && !said.isEmpty() && said.get(0).equals(expected.get(0))
                : said.equals(expected);
    }
}
