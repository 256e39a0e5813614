package org.stayseal.spec.registry;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.bytes.Sha256;

/** The keys that are published in {@code spec/vectors/keys}: anybody can sign with them (VER-24). */
public final class TestKeys {

    private static final Set<String> FINGERPRINTS = RegistryFile.read("test-keys.json")
            .required("subjectPublicKeyInfoSha256")
            .valueStream()
            .map(node -> node.stringValue())
            .collect(Collectors.toUnmodifiableSet());

    private TestKeys() {}

    /**
     * Whether a key is one of them.
     *
     * @param subjectPublicKeyInfo in DER, the curve named and the point uncompressed: the same key in other words has another hash
     */
    public static boolean contains(byte[] subjectPublicKeyInfo) {
        return FINGERPRINTS.contains(HexFormat.of().formatHex(Sha256.of(subjectPublicKeyInfo)));
    }
}
