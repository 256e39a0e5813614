package org.stayseal.spec.cwt;

import java.util.Optional;

/**
 * The content of a credential (CRED-25).
 *
 * @param issuer the issuing country's code in the machine readable zone
 * @param expires first second, since 1970, at which the document is over: 00:00 of the day after its last one in the issuing country
 * @param notBefore 00:00 of the document's first day in the issuing country
 * @param issuedAt 00:00 UTC of the day of signing
 */
public record Claims(
        String issuer,
        long expires,
        long notBefore,
        long issuedAt,
        CredentialId id,
        Optional<DeviceKey> deviceKey,
        StatusReference status,
        PersonClaims person,
        PermitClaims permit) {}
