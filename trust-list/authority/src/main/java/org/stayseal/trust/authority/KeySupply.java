package org.stayseal.trust.authority;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.stayseal.spec.signing.Crypto;

/** Where the keys of a new hierarchy come from. */
interface KeySupply {

    AuthorityKey key(KeyName name);

    /** Fresh keys of this machine's randomness. */
    static KeySupply fresh() {
        return name -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
                generator.initialize(new ECGenParameterSpec(name.curve()));
                return new AuthorityKey(generator.generateKeyPair(), false);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the provider makes keys on both curves", e);
            }
        };
    }

    /**
     * Published test keys: the same signatures each time (RFC 6979).
     *
     * @param folder {@code spec/vectors/keys}
     * @param country whose keys they are: {@code utopia} or {@code atlantis}
     */
    static KeySupply published(Path folder, String country) {
        return name -> PublishedKeys.read(folder, country, name.fileName());
    }
}
