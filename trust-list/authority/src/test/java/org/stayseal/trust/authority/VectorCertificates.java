package org.stayseal.trust.authority;

import java.security.cert.X509Certificate;

/** Certificates of Utopia's test keys, for tests of the packages below. */
public final class VectorCertificates {

    private VectorCertificates() {}

    /** The CSCA's own. */
    public static X509Certificate csca() {
        return Utopia.authority().hierarchy().entry(KeyName.CSCA).certificate();
    }

    /** The seal signer's. */
    public static X509Certificate sealSigner() {
        return Utopia.authority().hierarchy().entry(KeyName.SEAL_SIGNER).certificate();
    }

    /** The credential signer's. */
    public static X509Certificate credentialSigner() {
        return Utopia.authority().hierarchy().entry(KeyName.CREDENTIAL_SIGNER).certificate();
    }

    /** A CSCA's that nobody knows. */
    public static X509Certificate stranger() {
        return Utopia.stranger().hierarchy().entry(KeyName.CSCA).certificate();
    }
}
