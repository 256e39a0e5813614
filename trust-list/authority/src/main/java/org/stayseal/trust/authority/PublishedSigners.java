package org.stayseal.trust.authority;

import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.register.RegisteredService;

/** Who signs permits by a published list (TRUST-51): nothing is signed with a key that the newest one does not call active or retiring. */
final class PublishedSigners {

    private PublishedSigners() {}

    static Set<String> of(Publication publication) {
        try {
            return TrustList.read(SignedDocument.read(publication.trustList(), DocumentKind.TRUST_LIST))
                    .services(Service.PermitSigner.class)
                    .filter(signer -> signer.states().now().signs())
                    .map(RegisteredService::idOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (FormatException e) {
            throw new IllegalStateException("the newest publication cannot be read: " + e.rule(), e);
        }
    }
}
