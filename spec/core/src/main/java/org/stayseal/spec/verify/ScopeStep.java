package org.stayseal.spec.verify;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-27: may this signer sign for this country, this type of document, this purpose, on that day? */
final class ScopeStep extends ListedSignerStep {

    ScopeStep() {
        super("scope", false);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Optional<String> outside = outside(file.presented, candidate);
        if (outside.isPresent()) {
            file.because(name(), Reason.OUT_OF_SCOPE, outside.get());
        } else {
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    file.presented.country() + " " + file.presented.documentType()
                            + file.presented
                                    .signedOn()
                                    .map(day -> ", signed " + day)
                                    .orElse(""));
        }
    }

    private static Optional<String> outside(Presented presented, SignerCandidate candidate) {
        SignerCandidate.Scope scope = candidate.scope();
        if (!scope.countries().contains(presented.country())) {
            return Optional.of("the signer is not listed for " + presented.country());
        }
        if (!presented.signerSpeaksForCountry()) {
            return Optional.of("the letters of " + presented.signerName() + " do not stand for " + presented.country());
        }
        if (!scope.documentTypes().contains(presented.documentType())) {
            return Optional.of("the signer is not listed for documents of type " + presented.documentType());
        }
        if (presented.purpose().isPresent()
                && !scope.purposes().contains(presented.purpose().get().key())) {
            return Optional.of("the signer is not listed for the purpose "
                    + presented.purpose().get().key());
        }
        Optional<String> code = presented
                .mrzDocumentCode()
                .filter(mrz -> !CertificateProfile.allowsDocumentCode(candidate.certificate(), mrz));
        if (code.isPresent()) {
            return Optional.of(
                    code.get().equals(Presented.NO_DOCUMENT_CODE)
                            ? "the signer's certificate does not allow documents without a code"
                            : "the signer's certificate does not allow documents with the code " + code.get());
        }
        ZoneId zone = presented.zone();
        return presented.signedOn().flatMap(day -> outsideTerm(day, zone, candidate));
    }

    /** TRUST-51. */
    private static Optional<String> outsideTerm(LocalDate day, ZoneId zone, SignerCandidate candidate) {
        if (candidate.signsFrom().isPresent()
                && day.isBefore(LocalDate.ofInstant(candidate.signsFrom().get(), zone))) {
            return Optional.of("signed " + day + ", the key signs from "
                    + candidate.signsFrom().get());
        }
        if (candidate.signsUntil().isPresent()
                && day.isAfter(LocalDate.ofInstant(candidate.signsUntil().get(), zone))) {
            return Optional.of("signed " + day + ", the key signed until "
                    + candidate.signsUntil().get());
        }
        return Optional.empty();
    }
}
