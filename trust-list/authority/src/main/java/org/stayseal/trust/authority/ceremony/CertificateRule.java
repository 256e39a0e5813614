package org.stayseal.trust.authority.ceremony;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.Term;
import org.stayseal.spec.verify.Issuance;
import org.stayseal.trust.authority.lint.Lints;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-254: a certificate is announced that passes its lints, under a listed CSCA of its countries, with a term inside its own dates. */
final class CertificateRule implements CeremonyRule {

    private static final String RULE = "TRUST-254";
    private static final String DEMO = "(demo)";

    @Override
    public void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException {
        for (RegisteredService service : proposal.announced()) {
            name(proposal, service, warnings);
            if (service.service() instanceof Service.PermitSigner signer) {
                signer(proposal, service, signer, warnings);
            } else if (service.service() instanceof Service.Csca csca) {
                faults(proposal, service, authorityFaults(proposal, csca.certificate()), warnings);
            }
        }
        for (ActivateStep step : proposal.steps(ActivateStep.class).toList()) {
            RegisteredService service = proposal.after().service(step.service()).orElseThrow();
            if (service.service() instanceof Service.PermitSigner signer) {
                Term term = signer.term();
                if (proposal.ceremony().at().isBefore(term.signsFrom())
                        || proposal.ceremony().at().isAfter(term.signsUntil())) {
                    throw new CeremonyRefusedException(
                            RULE,
                            service.words() + " signs from " + term.signsFrom() + " until " + term.signsUntil()
                                    + ", and the ceremony's moment is "
                                    + proposal.ceremony().at()
                                    + ": what it signed then would be refused; give the ceremony a moment inside");
                }
            }
        }
    }

    /** Nobody takes a demo for real, nor something real for a demo. */
    private static void name(Proposal proposal, RegisteredService service, List<String> warnings)
            throws CeremonyRefusedException {
        boolean production = proposal.after().environment() == Environment.PRODUCTION;
        boolean marked = service.service().name().stream().map(LocalText::value).anyMatch(name -> name.contains(DEMO))
                || service.certificate()
                        .filter(certificate ->
                                certificate.getSubjectX500Principal().getName().contains(DEMO))
                        .isPresent();
        if (production && marked) {
            throw new CeremonyRefusedException(
                    RULE, service.words() + " is called \"(demo)\", and this is no demo; make the certificate anew");
        }
        if (!production && !marked) {
            warnings.add(service.words() + " is of a demo and does not say \"(demo)\"");
        }
    }

    private static void signer(
            Proposal proposal, RegisteredService service, Service.PermitSigner signer, List<String> warnings)
            throws CeremonyRefusedException {
        X509Certificate certificate = signer.certificate();
        Optional<X509Certificate> issuer = proposal.after()
                .services(Service.Csca.class)
                .filter(csca -> csca.states().now() != KeyState.REVOKED)
                .filter(csca ->
                        csca.scope().countries().containsAll(signer.scope().countries()))
                .map(Service.Csca::certificate)
                .filter(csca -> Issuance.isIssuedBy(certificate, csca))
                .findFirst();
        if (issuer.isEmpty()) {
            throw new CeremonyRefusedException(
                    RULE,
                    service.words() + " was not issued by a CSCA of the register for "
                            + String.join(", ", signer.scope().countries()) + " (TRUST-50); announce that one first");
        }
        Lints rules = switch (signer.kind()) {
            case SEAL -> Lints.SEAL_SIGNER;
            case CREDENTIAL -> Lints.CREDENTIAL_SIGNER;
            case VDS_NC -> Lints.VDS_NC_SIGNER;
        };
        faults(proposal, service, rules.faults(certificate, issuer.get()), warnings);
        if (signer.term().signsFrom().isBefore(certificate.getNotBefore().toInstant())
                || signer.term().signsUntil().isAfter(certificate.getNotAfter().toInstant())) {
            throw new CeremonyRefusedException(
                    RULE,
                    service.words() + " would sign from " + signer.term().signsFrom() + " until "
                            + signer.term().signsUntil() + ", and its certificate counts from "
                            + certificate.getNotBefore().toInstant() + " until "
                            + certificate.getNotAfter().toInstant() + "; keep the term inside");
        }
    }

    /** A link is judged with the certificate that it begins at; any other CSCA stands for itself. */
    private static List<String> authorityFaults(Proposal proposal, X509Certificate certificate) {
        if (Issuance.isIssuedBy(certificate, certificate)) {
            return Lints.CSCA.faults(certificate, certificate);
        }
        return proposal.after()
                .services(Service.Csca.class)
                .map(Service.Csca::certificate)
                .filter(earlier -> Issuance.isIssuedBy(certificate, earlier))
                .findFirst()
                .map(earlier -> Lints.CSCA_LINK.faults(certificate, earlier))
                .orElseGet(() -> List.of("TRUST-97: no CSCA of the register signed this link"));
    }

    /** Keys of a demo that was made by an earlier release stay usable: what they break is said. */
    private static void faults(Proposal proposal, RegisteredService service, List<String> faults, List<String> warnings)
            throws CeremonyRefusedException {
        if (faults.isEmpty()) {
            return;
        }
        String words = "the certificate of " + service.words() + " breaks its profile: " + String.join("; ", faults);
        if (proposal.ceremony().number() == 1 && proposal.after().environment() == Environment.DEMO) {
            warnings.add(words);
        } else {
            throw new CeremonyRefusedException(RULE, words + "; make it anew");
        }
    }
}
