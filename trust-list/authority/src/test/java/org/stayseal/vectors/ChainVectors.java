package org.stayseal.vectors;

import org.jspecify.annotations.Nullable;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Seals of signers that a further CSCA issued: which of several certificates counts, and what a CRL withdraws (TRUST-56, TRUST-57). */
final class ChainVectors extends Cases {

    ChainVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        oneName();
        renewedKey();
    }

    private void oneName() {
        add(
                "first-of-two-cscas-over",
                "the CSCA is listed twice under one key, first with a certificate that was over before the signer's began: the second is enough (TRUST-56)",
                Outcome.VALID,
                null);
        add(
                "first-of-two-cscas-of-another-key",
                "two CSCAs of one name, and the second one's key signed (TRUST-50)",
                Outcome.VALID,
                null);
        add(
                "one-csca-over-the-other-not-begun",
                "the CSCA is listed twice under one key, and neither certificate was in date when it signed (TRUST-54)",
                Outcome.INVALID,
                Reason.UNTRUSTED_CERTIFICATE);
        add(
                "one-csca-over-the-other-revoked",
                "the CSCA is listed twice under one key, and only the certificate that is revoked was in date (TRUST-56)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "one-csca-over-the-other-announced",
                "the CSCA is listed twice under one key, and the certificate that was in date is only announced (TRUST-53)",
                Outcome.INVALID,
                Reason.UNTRUSTED_CERTIFICATE);
    }

    private void renewedKey() {
        add(
                "crl-by-the-renewed-key",
                "the CSCA's newer key signed the CRL that names what its older key had issued (TRUST-57)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "crl-by-the-key-before",
                "the CSCA's older key signed the CRL that names what its newer key had issued (TRUST-57)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "crl-by-a-revoked-key-of-that-name",
                "a revoked CSCA of that name signed the CRL: it withdraws nothing of another key (TRUST-57)",
                Outcome.VALID,
                null);
        add(
                "crl-under-another-name",
                "the CRL has the serial number under the name of another CSCA (TRUST-57)",
                Outcome.VALID,
                null);
    }

    private void add(String name, String why, Outcome outcome, @Nullable Reason reason) {
        add("chain/" + name, why, utopia.chains.seal(name), NOW, trust(Chains.file(name)), outcome, reason);
    }
}
