package org.stayseal.trust.authority.lint;

import java.io.IOException;
import java.security.cert.X509Extension;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** The values of extensions. */
final class Extensions {

    private Extensions() {}

    /** Empty if it is not there, or is no ASN.1. */
    static Optional<ASN1Primitive> value(X509Extension holder, ASN1ObjectIdentifier extension) {
        byte[] value = holder.getExtensionValue(extension.getId());
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JcaX509ExtensionUtils.parseExtensionValue(value));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
