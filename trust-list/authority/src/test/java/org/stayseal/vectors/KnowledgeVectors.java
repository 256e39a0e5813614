package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Trust;

/** What the verifier knows: nothing, a foreign, corrupt, mixed or old list, a revoked signer (VER-21 to VER-27). */
final class KnowledgeVectors extends Cases {

    KnowledgeVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        byte[] credential = credential(UtopianVectors.permit(), Purpose.FULL);
        byte[] seal = utopia.seal(UtopianVectors.permit()).received();
        add(
                "trust/no-list",
                "the verifier has no list (VER-21)",
                credential,
                NOW,
                new Trust(lists.root(), Optional.empty()),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        add(
                "trust/unknown-root",
                "a complete snapshot under another root than the given one (VER-21, VER-36)",
                credential,
                NOW,
                new Trust("00".repeat(32), lists.snapshot()),
                Outcome.INDETERMINATE,
                Reason.UNKNOWN_ROOT);
        add(
                "trust/stale-list",
                "the trust list is over (VER-21)",
                credential,
                NOW.at("2026-12-24T12:00:00Z"),
                lists,
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        add(
                "trust/clock-before-lists",
                "the machine's clock is a day behind the lists (VER-29)",
                credential,
                NOW.clock("2026-11-21T12:00:00Z"),
                lists,
                Outcome.INDETERMINATE,
                Reason.CLOCK_UNRELIABLE);
        add(
                "trust/corrupt-snapshot",
                "a byte of the trust list was changed (TRUST-62)",
                credential,
                NOW,
                trust("corrupt.zip"),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        add(
                "trust/mixed-snapshot",
                "the trust list is of another publication than the manifest (TRUST-62)",
                credential,
                NOW,
                trust("mixed.zip"),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
        add(
                "trust/credential-signer-revoked",
                "the list shows the signer as revoked (VER-25)",
                credential,
                NOW,
                trust("signers-revoked.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "trust/seal-signer-revoked",
                "the list shows the signer as revoked (VER-25)",
                seal,
                NOW,
                trust("signers-revoked.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "trust/credential-signer-revoked-under-another-certificate",
                "the list shows a second certificate of the same key as revoked (TRUST-52)",
                credential,
                NOW,
                trust("key-revoked-under-another-certificate.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "trust/seal-signer-revoked-under-another-certificate",
                "the list shows a second certificate of the same key as revoked (TRUST-52)",
                seal,
                NOW,
                trust("key-revoked-under-another-certificate.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        add(
                "trust/seal-signer-in-crl-of-a-key-with-two-certificates",
                "the CRL names the signer, and the key of the CRL is listed twice: a revoked link, then the CSCA (TRUST-97, VER-25)",
                seal,
                NOW,
                trust("link-revoked.zip"),
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        byte[] early = utopia.seal(UtopianVectors.permit().issued(LocalDate.of(2026, 10, 10)))
                .received();
        add(
                "trust/signed-before-the-key-did",
                "dated before its key began to sign (VER-27)",
                early,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }
}
