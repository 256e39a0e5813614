package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.Arrays;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Visible digital seals (docs 20), and how they are judged. */
final class SealVectors extends Cases {

    SealVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        byte[] seal = utopia.seal(UtopianVectors.permit()).received();
        add("seal/valid", "a paper permit's seal", seal, NOW, lists, Outcome.VALID, null);
        add("seal/valid-at-border", "asked at a border", seal, NOW.purpose(Purpose.FULL), lists, Outcome.VALID, null);
        add(
                "seal/silent-on-work",
                "a paper permit says nothing about work (VER-32)",
                seal,
                NOW.purpose(Purpose.WORK),
                lists,
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        add(
                "seal/expired",
                "the end date of its MRZ is over (VER-31)",
                utopia.seal(UtopianVectors.permit().until(LocalDate.of(2026, 11, 21)))
                        .received(),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "seal/not-yet-valid",
                "its document issue date, the first day on which it counts, is 1 January 2027 (VDS-7, VER-31)",
                utopia.seal(UtopianVectors.permit().rightFrom(LocalDate.of(2027, 1, 1)))
                        .received(),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "seal/revoked",
                "its identity is in the seal revocation list (VER-33)",
                utopia.seal(UtopianVectors.permit().number("UTREVOKED")).received(),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.REVOKED);
        add(
                "seal/truncated",
                "it ends in its signature (VDS-2)",
                Arrays.copyOf(seal, seal.length - 1),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        add(
                "seal/trailing-byte",
                "a byte after the signature (VDS-13)",
                Forge.joined(seal, (byte) 0),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        add(
                "seal/no-signature",
                "it ends after its message zone (VDS-13)",
                Arrays.copyOf(seal, seal.length - 66),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        add(
                "seal/version-5",
                "a newer version (VDS-3)",
                with(seal, 1, 0x04),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        add(
                "seal/another-type",
                "a type that its signer may not sign (VER-27)",
                with(seal, seal.length - 66 - 58 - 1, 0x08),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        byte[] unknown = seal.clone();
        byte[] reference = C40.encode("UTTS025C");
        System.arraycopy(reference, 0, unknown, 4, reference.length);
        add(
                "seal/unknown-signer",
                "a certificate reference that no list names (VER-22)",
                unknown,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
    }
}
