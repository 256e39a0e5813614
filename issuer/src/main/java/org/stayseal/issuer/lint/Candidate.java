package org.stayseal.issuer.lint;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Permit;

/**
 * Bytes that ask for a signature, and what they must agree with.
 *
 * @param item which of a permit's five
 * @param permit the record
 * @param choices what the record's codes show where the authority has a choice, as it was when the permit was recorded
 * @param toSign exactly what the signature would be made over
 * @param signer the certificate of the key that would sign
 * @param statusUri the address that the credential must name; a seal names none
 * @param statusIndex the place that it must name
 * @param now when
 * @param deviceKey the key of the holder's device that the credential must be bound to; of a permit's own codes none
 */
public record Candidate(
        Item item,
        Permit permit,
        Disclosure.Choices choices,
        byte[] toSign,
        X509Certificate signer,
        String statusUri,
        int statusIndex,
        Instant now,
        Optional<DeviceKey> deviceKey) {

    /** One of a permit's own codes, which are bound to no device. */
    public Candidate(
            Item item,
            Permit permit,
            Disclosure.Choices choices,
            byte[] toSign,
            X509Certificate signer,
            String statusUri,
            int statusIndex,
            Instant now) {
        this(item, permit, choices, toSign, signer, statusUri, statusIndex, now, Optional.empty());
    }

    /** Keeps its own copy, so that what was linted cannot change under the lint. */
    public Candidate {
        toSign = toSign.clone();
    }

    @Override
    public byte[] toSign() {
        return toSign.clone();
    }
}
