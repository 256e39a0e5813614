package org.stayseal.operator;

import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.reader.Snapshot;

/** TRUST-267: a revoked signer that the CSCA's CRL does not name yet. Who reads certificates without a trust list, at a border, learns of a theft by the CRL alone. */
final class CrlDue {

    private CrlDue() {}

    /** A line for each signer that the newest list shows as revoked and no CRL beside it names. */
    static List<Deadline> of(Register register, Snapshot published, AuthorityDirectory authority, Instant now) {
        Map<X500Principal, List<X509CRL>> crls = published.crls().stream()
                .collect(java.util.stream.Collectors.groupingBy(X509CRL::getIssuerX500Principal));
        return register.services(Service.PermitSigner.class)
                .filter(signer -> signer.states().now() == KeyState.REVOKED)
                .filter(signer -> isShown(signer, published) && issuerCounts(signer, register))
                .filter(signer -> crls.getOrDefault(signer.certificate().getIssuerX500Principal(), List.of()).stream()
                        .noneMatch(crl -> crl.isRevoked(signer.certificate())))
                .map(signer -> new Deadline(
                        "name serial number " + serial(signer) + " in the CRL, which does not know that it is revoked: "
                                + command(authority, signer, since(signer)),
                        now,
                        now))
                .toList();
    }

    /** What makes the CRL that names a signer, and brings it. */
    static String command(AuthorityDirectory authority, Service.PermitSigner signer, Instant since) {
        return "trust certify --for crl --key CSCA-KEY --csca csca.pem --number N --revoked " + serial(signer) + "="
                + since + " --out N.crl (with all that it named before), then trust crl " + authority.path()
                + " NAME N.crl";
    }

    private static boolean isShown(Service.PermitSigner signer, Snapshot published) {
        return published
                .trustList()
                .services(Service.PermitSigner.class)
                .anyMatch(listed -> listed.certificate().equals(signer.certificate())
                        && listed.states().now() == KeyState.REVOKED);
    }

    /** Under a CSCA that is revoked with its key everything is refused anyway, and nothing can sign its CRL. */
    private static boolean issuerCounts(Service.PermitSigner signer, Register register) {
        return register.services(Service.Csca.class)
                .anyMatch(csca -> csca.states().now() != KeyState.REVOKED
                        && csca.certificate()
                                .getSubjectX500Principal()
                                .equals(signer.certificate().getIssuerX500Principal()));
    }

    private static Instant since(Service.PermitSigner signer) {
        return Optional.of(signer.states())
                .flatMap(StateHistory::revocation)
                .map(StateHistory.Revocation::compromisedSince)
                .orElse(signer.states().since());
    }

    private static String serial(Service.PermitSigner signer) {
        return signer.certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }
}
