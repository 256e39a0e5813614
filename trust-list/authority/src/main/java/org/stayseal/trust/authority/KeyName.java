package org.stayseal.trust.authority;

import java.util.Locale;

/** The keys of a hierarchy; the name is that of the file. */
enum KeyName {
    ROOT_1,
    ROOT_2,
    ROOT_3,
    TRUST_LIST,
    SNAPSHOT,
    LOG,
    STATUS,
    CSCA("secp384r1"),
    SEAL_SIGNER,
    CREDENTIAL_SIGNER;

    private final String curve;

    KeyName() {
        this("secp256r1");
    }

    KeyName(String curve) {
        this.curve = curve;
    }

    String curve() {
        return curve;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
