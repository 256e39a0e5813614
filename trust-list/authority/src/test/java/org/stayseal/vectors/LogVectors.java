package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Trust;

/** After a key was stolen: what was signed before stays good, and nothing else that the key signs (VER-80, docs 40 section 17). */
final class LogVectors extends Cases {

    private static final int PERSON = 169;
    private static final int SURNAME = 7;

    private final StolenKeys stolen;
    private final Trust lists;

    LogVectors(UtopianVectors utopia) {
        super(utopia);
        this.stolen = new StolenKeys(utopia);
        this.lists = trust("keys-stolen.zip");
    }

    @Override
    void add() {
        signedBefore();
        extended();
        forged();
        notQuite();
    }

    private void signedBefore() {
        good(
                "credential-signed-before",
                "a credential in the log kept for its key (VER-80)",
                bytes(stolen.credential()));
        good(
                "seal-signed-before",
                "a seal in the log kept for its key (VER-80)",
                stolen.seal().received());
        good(
                "idb-signed-before",
                "an IDB in the log kept for its key (VER-80)",
                bytes(stolen.idb().text()));
        good("vds-nc-signed-before", "a VDS-NC in the log kept for its key (VER-80)", utf8(stolen.vdsNc()));
        good(
                "seal-signed-before-with-s-turned",
                "(r, n - s) has the same log identity (TRUST-181)",
                Twins.of(stolen.seal().received()));
    }

    private void extended() {
        add(
                "log/extended",
                "in the log kept for its key, its printed end over, and extended by a notice (VER-64)",
                stolen.extendedSeal(true).received(),
                NOW,
                lists,
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
        bad(
                "forged-and-extended",
                "not in the log: no notice makes it good (VER-64)",
                stolen.extendedSeal(false).received());
    }

    private void forged() {
        PermitChange thiefs = UtopianVectors.permit().number("UTTHIEF01");
        bad(
                "forged-back-dated-credential",
                "signed with the stolen key and dated before the theft (VER-80)",
                credential(thiefs, Purpose.FULL));
        bad(
                "forged-back-dated-seal",
                "signed with the stolen key and dated before the theft (VER-80)",
                utopia.seal(thiefs).received());
        bad(
                "forged-back-dated-idb",
                "signed with the stolen key and dated before the theft (VER-80)",
                bytes(new IdbForge(utopia.authority.signer("idb-signer"))
                        .idb(IdbVectors.with(IdbVectors.PERMANENT, "documentNumber", "PRTHIEF"))
                        .text()));
        bad(
                "forged-back-dated-vds-nc",
                "signed with the stolen key and dated before the theft (VER-80)",
                utf8(new NcForge(utopia.authority.signer("vds-nc-signer")).permit(thiefs.made())));
        bad(
                "cti-of-a-kept-credential-around-other-claims",
                "the identity binds the whole content, not the cti alone (TRUST-181)",
                changed(
                        Purpose.FULL,
                        claims -> claims.get(CBORObject.FromObject(PERSON))
                                .Set(CBORObject.FromObject(SURNAME), CBORObject.FromObject("Thief"))));
    }

    private void notQuite() {
        bad(
                "identity-one-bit-from-kept-ones",
                "identities that differ in one bit, and one that agrees in its first 64, are kept (TRUST-184)",
                stolen.groundSeal().received());
        bad(
                "identity-kept-for-another-signer",
                "the identity is in the log kept for another stolen key (VER-80)",
                stolen.forgedSeal().received());
        bad(
                "identity-logged-after-the-head",
                "in the log of today, not in the head from before the theft (TRUST-187)",
                stolen.sealAfterTheHead().received());
        bad(
                "dated-after-the-theft-and-in-the-log",
                "kept, and dated after the day of the theft (VER-80)",
                stolen.lateSeal().received());
    }

    private void good(String name, String why, byte[] code) {
        add("log/" + name, why, code, NOW, lists, Outcome.VALID, null);
    }

    private void bad(String name, String why, byte[] code) {
        add("log/" + name, why, code, NOW, lists, Outcome.INVALID, Reason.REVOKED_CERTIFICATE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
