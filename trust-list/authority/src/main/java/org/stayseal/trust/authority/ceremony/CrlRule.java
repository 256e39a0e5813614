package org.stayseal.trust.authority.ceremony;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.crl.CrlFile;
import org.stayseal.trust.authority.lint.CrlLints;
import org.stayseal.trust.authority.lint.CrlNumberLint;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RevocationListNames;

/** TRUST-264: a CRL that a ceremony brings is signed by a CSCA of the register, called by its issuer, newer than the one before it, and of its moment. */
final class CrlRule implements CeremonyRule {

    private static final String RULE = "TRUST-264";

    @Override
    public void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException {
        Map<X500Principal, String> names = RevocationListNames.of(proposal.after());
        List<CrlStep> done = new ArrayList<>();
        for (CrlStep step : proposal.steps(CrlStep.class).toList()) {
            X509CRL crl = read(step.der());
            String name = names.get(crl.getIssuerX500Principal());
            if (name == null) {
                throw refused(step, "no CSCA of the register has the name of its issuer");
            }
            if (!name.equals(step.name())) {
                throw refused(step, "the CRL of this issuer is called " + name);
            }
            signature(step, crl, proposal.after());
            if (crl.getThisUpdate().toInstant().isAfter(proposal.ceremony().at())
                    || !crl.getNextUpdate()
                            .toInstant()
                            .isAfter(proposal.ceremony().at())) {
                throw refused(
                        step,
                        "it is of " + crl.getThisUpdate().toInstant() + " and ends "
                                + crl.getNextUpdate().toInstant() + ", and the ceremony's moment is "
                                + proposal.ceremony().at());
            }
            newer(step, crl, proposal.before(), done);
            missing(step, crl, proposal.after(), warnings);
            done.add(step);
        }
    }

    private static X509CRL read(byte[] der) throws CeremonyRefusedException {
        try {
            return CrlFile.read(der);
        } catch (FormatException e) {
            throw new CeremonyRefusedException(e.rule(), "no CRL: " + e.getMessage());
        }
    }

    private static void signature(CrlStep step, X509CRL crl, Register register) throws CeremonyRefusedException {
        List<X509Certificate> cscas = register.services(Service.Csca.class)
                .filter(csca -> csca.states().now() != KeyState.REVOKED)
                .map(Service.Csca::certificate)
                .filter(csca -> csca.getSubjectX500Principal().equals(crl.getIssuerX500Principal()))
                .filter(csca -> CertificateSignature.fits(crl, csca))
                .toList();
        if (cscas.isEmpty()) {
            throw refused(step, "no CSCA of its issuer's name that is not revoked signed it");
        }
        List<String> faults = CrlLints.faults(crl, cscas.get(0));
        if (!faults.isEmpty()) {
            throw refused(step, "it breaks its profile: " + String.join("; ", faults));
        }
    }

    /** Than the one of this issuer, whatever that was called. */
    private static void newer(CrlStep step, X509CRL crl, Register before, List<CrlStep> done)
            throws CeremonyRefusedException {
        List<byte[]> earlier = new ArrayList<>(before.crls().values());
        done.forEach(one -> earlier.add(one.der()));
        BigInteger number = CrlNumberLint.number(crl).orElseThrow();
        for (byte[] der : earlier) {
            X509CRL other = read(der);
            Optional<BigInteger> known = CrlNumberLint.number(other);
            if (other.getIssuerX500Principal().equals(crl.getIssuerX500Principal())
                    && known.filter(has -> has.compareTo(number) >= 0).isPresent()) {
                throw refused(step, "its number is " + number + ", and there is one with " + known.get());
            }
        }
    }

    private static void missing(CrlStep step, X509CRL crl, Register register, List<String> warnings) {
        register.services(Service.PermitSigner.class)
                .filter(signer -> signer.states().now() == KeyState.REVOKED)
                .map(Service.PermitSigner::certificate)
                .filter(certificate -> certificate.getIssuerX500Principal().equals(crl.getIssuerX500Principal()))
                .filter(certificate -> crl.getRevokedCertificate(certificate.getSerialNumber()) == null)
                .forEach(certificate ->
                        warnings.add("CRL " + step.name() + " does not name the revoked signer of serial number "
                                + certificate.getSerialNumber().toString(16)));
    }

    private static CeremonyRefusedException refused(CrlStep step, String why) {
        return new CeremonyRefusedException(RULE, "CRL " + step.name() + ": " + why);
    }
}
