package org.stayseal.vectors;

import org.jspecify.annotations.Nullable;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Seals of signers that a further CSCA issued: which of several certificates counts, and what a CRL withdraws, how CSCAs sign (TRUST-56 to TRUST-58), and keys that were withdrawn (TRUST-191). */
final class ChainVectors extends Cases {

    ChainVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        oneName();
        renewedKey();
        stolenKey();
        rsa();
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

    private void stolenKey() {
        add(
                "another-certificate-of-a-revoked-signer",
                "the signer is listed as active, and its key as that of a revoked one (TRUST-52)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "key-of-a-stolen-csca",
                "the CSCA is listed as active, and its key as that of one that was stolen (TRUST-191)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "key-of-a-csca-revoked-without-a-cause",
                "the CSCA's key is that of one that was revoked, and the list does not say why (TRUST-191)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "key-of-a-csca-revoked-for-a-cause-in-other-letters",
                "the cause is compared letter by letter (TRUST-191)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "key-of-a-superseded-csca",
                "the CSCA's key is that of one whose certificate was superseded (TRUST-191)",
                Outcome.VALID,
                null);
        add(
                "key-of-a-csca-that-ceased",
                "the CSCA's key is that of one that ceased to operate (TRUST-191)",
                Outcome.VALID,
                null);
    }

    private void rsa() {
        good("rsa-pkcs1-sha256", "PKCS #1 v1.5 with SHA-256");
        good("rsa-pkcs1-sha384", "PKCS #1 v1.5 with SHA-384");
        good("rsa-pkcs1-sha512", "PKCS #1 v1.5 with SHA-512");
        good("rsa-pss-sha256", "PSS with SHA-256 and a salt of 32 bytes");
        good("rsa-pss-sha384", "PSS with SHA-384 and a salt of 48 bytes");
        good("rsa-pss-sha512", "PSS with SHA-512 and a salt of 20 bytes");
        good("rsa-pss-no-salt", "PSS without a salt");
        bad("rsa-pkcs1-sha1", "PKCS #1 v1.5 with SHA-1");
        bad("rsa-pss-other-mask", "PSS whose mask has another hash");
        bad("rsa-pss-long-salt", "PSS with a salt longer than its hash");
        add(
                "crl-by-rsa-pkcs1-sha384",
                "a CSCA of an RSA key withdrew the signer (TRUST-57, TRUST-58)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "crl-by-rsa-pss-sha256",
                "a CSCA of an RSA key withdrew the signer by a CRL with PSS (TRUST-57, TRUST-58)",
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
    }

    private void good(String name, String how) {
        add(
                name,
                "a CSCA of an RSA key signed the signer's certificate by " + how + " (TRUST-58)",
                Outcome.VALID,
                null);
    }

    private void bad(String name, String how) {
        add(
                name,
                "a CSCA of an RSA key signed the signer's certificate by " + how + " (TRUST-58)",
                Outcome.INVALID,
                Reason.UNTRUSTED_CERTIFICATE);
    }

    private void add(String name, String why, Outcome outcome, @Nullable Reason reason) {
        add("chain/" + name, why, utopia.chains.seal(name), NOW, trust(utopia.chains.listsOf(name)), outcome, reason);
    }
}
