package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** Permits in force, under notices that suspend some of them (VER-65). */
final class SuspensionVectors extends Cases {

    SuspensionVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        suspended("credential", "a suspension reaches a credential (VER-65)", credential(4), NOW);
        suspended("seal", "a suspension reaches a seal", seal(4), NOW);
        suspended(
                "vds-nc",
                "a suspension reaches a VDS-NC",
                new NcForge(utopia.authority.signer("vds-nc-signer"))
                        .permit(ending(4).made())
                        .getBytes(StandardCharsets.UTF_8),
                NOW);
        suspended(
                "idb-without-an-end",
                "a scope that names no ends reaches a document without one (VER-62)",
                idb(IdbVectors.PERMANENT),
                NOW);
        Map<String, String> sheet = new HashMap<>(IdbVectors.PERMANENT);
        sheet.put("nationalDocumentType", "12");
        sheet.put(
                "mrzTd1",
                "ARUTOUTP0000426<<<<<<<<<<<<<<<\n8503<<2F2811202XXB<<<<<<<<<<<0\nMUSTER<<OLENA<VERA<<<<<<<<<<<<");
        judged(
                "what-grants-nothing",
                "a document that grants nothing is reached by no notice (VER-62)",
                idb(sheet),
                NOW,
                Outcome.INDETERMINATE,
                Reason.NOT_A_RESIDENCE_DOCUMENT);
        days();
        judged("withdrawn", "a withdrawn notice applies to nothing", seal(7), NOW, Outcome.VALID, null);
        judged("another-category", "its category is not in the scope", credential(8), NOW, Outcome.VALID, null);
        judged("category-beside-a-seal", "a seal states no category", seal(8), NOW, Outcome.VALID, null);
        suspended("longest-of-several", "the one that lasts longest is shown (VER-65)", seal(9), NOW);
        suspended(
                "extended-as-well",
                "extended, and suspended: both notices are shown (VER-66)",
                utopia.seal(ExtensionVectors.ending(20)).received(),
                NOW);
        judged(
                "revoked-as-well",
                "a revocation leads before a suspension of the class (VER-5)",
                bytes(utopia.credential(ending(4), Purpose.FULL, UtopianVectors.REVOKED)),
                NOW,
                Outcome.INVALID,
                Reason.REVOKED);
        suspended(
                "superseded-as-well",
                "SUSPENDED is listed before SUPERSEDED (VER-5)",
                bytes(utopia.credential(ending(4), Purpose.FULL, UtopianVectors.SUPERSEDED)),
                NOW);
        suspended(
                "in-a-stale-list",
                "what an old list says against a permit holds (VER-63)",
                seal(9),
                NOW.at("2026-12-24T12:00:00Z"));
        byte[] seal = seal(4);
        judged(
                "forged",
                "a forgery stays one",
                with(seal, seal.length - 1, seal[seal.length - 1] ^ 1),
                NOW,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
    }

    private void days() {
        suspended("last-second", "until is included (VER-63)", seal(4), NOW.at("2026-11-22T23:59:59Z"));
        judged("next-day", "the second after", seal(4), NOW.at("2026-11-23T00:00:00Z"), Outcome.VALID, null);
        judged("day-before", "the second before it", seal(4), NOW.at("2026-11-21T23:59:59Z"), Outcome.VALID, null);
        suspended("first-second", "from is included", seal(4), NOW.at("2026-11-22T00:00:00Z"));
        judged("over", "over since yesterday", seal(5), NOW, Outcome.VALID, null);
        judged("later", "from tomorrow on", seal(6), NOW, Outcome.VALID, null);
    }

    private static PermitChange ending(int dayOfMarch) {
        return UtopianVectors.permit().until(NoticeLists.ends(dayOfMarch));
    }

    private byte[] credential(int end) {
        return credential(ending(end), Purpose.FULL);
    }

    private byte[] seal(int end) {
        return utopia.seal(ending(end)).received();
    }

    private byte[] idb(Map<String, String> values) {
        return bytes(
                new IdbForge(utopia.authority.signer("idb-signer")).idb(values).text());
    }

    private void suspended(String name, String why, byte[] code, Asking asked) {
        judged(name, why, code, asked, Outcome.INVALID, Reason.SUSPENDED);
    }

    private void judged(String name, String why, byte[] code, Asking asked, Outcome outcome, @Nullable Reason reason) {
        add("suspension/" + name, why, code, asked, trust(NoticeLists.SUSPENDED), outcome, reason);
    }
}
