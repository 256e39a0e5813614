package org.stayseal.spec.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that are published in {@code spec/vectors/keys}: anybody can sign with them (VER-24). */
public final class TestKeys {

    private static final Set<String> FINGERPRINTS = RegistryFile.read("test-keys.json")
            .required("subjectPublicKeyInfoSha256")
            .valueStream()
            .map(node -> node.stringValue())
            .collect(Collectors.toUnmodifiableSet());

    private TestKeys() {}

    /** Whether this key is one of them. */
    public static boolean contains(PublicKey key) {
        return FINGERPRINTS.contains(fingerprint(key));
    }

    /** SHA-256 of the key's SubjectPublicKeyInfo, 64 lower-case hex digits. */
    public static String fingerprint(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
