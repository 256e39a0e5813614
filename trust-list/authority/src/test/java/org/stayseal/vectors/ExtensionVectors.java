package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** Permits whose printed end is over, under notices that extend some of them (VER-62 to VER-64). */
final class ExtensionVectors extends Cases {

    static final LocalDate ISSUED = LocalDate.of(2026, 11, 2);

    private static final Map<String, String> WITH_A_ZONE = Map.of(
            "mrzTd2", IdbForge.TD2,
            "documentReference", "UTR000042",
            "azrNumber", "260113000085",
            "nationalDocumentType", "0E");

    private final IdbForge forge;

    ExtensionVectors(UtopianVectors utopia) {
        super(utopia);
        forge = new IdbForge(utopia.authority.signer("idb-signer"));
    }

    @Override
    void add() {
        formats();
        ends();
        days();
        several();
        narrowed();
        whatStays();
        certificates();
    }

    private void formats() {
        extended("credential", "an extension reaches a credential (VER-64)", credential(20), NOW);
        extended("seal", "an extension reaches a seal", seal(20), NOW);
        extended("idb", "an extension reaches an IDB without a zone", idb(IdbVectors.PERMANENT, 20), NOW);
        extended("idb-with-a-zone", "the earlier end of zone and message counts (IDB-24)", idb(WITH_A_ZONE, 20), NOW);
        extended("vds-nc", "an extension reaches a VDS-NC", vdsNc(20), NOW);
    }

    private void ends() {
        extended("first-end-of-scope", "the printed end is endsFrom", seal(19), NOW);
        expired("end-before-scope", "the printed end is the day before endsFrom (VER-62)", seal(18), NOW);
        expired("end-after-scope", "the printed end is the day after endsUntil (VER-62)", seal(21), NOW);
    }

    private void days() {
        judged(
                "printed-end-not-over",
                "the last second of the printed end: nothing is extended yet",
                credential(20),
                NOW.at("2026-11-20T23:59:59Z"),
                NoticeLists.EXTENDED,
                Outcome.VALID,
                null);
        extended(
                "printed-end-just-over",
                "the second after the printed end",
                credential(20),
                NOW.at("2026-11-21T00:00:00Z"));
        expired("before-from", "the notice applies from 24 November (VER-63)", seal(17), NOW);
        expired("before-from-by-a-second", "a second before", seal(17), NOW.at("2026-11-23T23:59:59Z"));
        extended("from", "the first second on which it applies", seal(17), NOW.at("2026-11-24T00:00:00Z"));
        extended("last-day", "the new end is included (VER-64)", seal(16), NOW.at("2026-11-23T23:59:59Z"));
        expired("new-end-over", "the second after the new end", seal(16), NOW.at("2026-11-24T00:00:00Z"));
        zoned("zone-last-day", "22:59:59 UTC is 23:59:59 in Berlin (VER-9)", "2026-11-23T22:59:59Z");
        zoned("zone-new-end-over", "23:00 UTC is midnight in Berlin: extended no more", "2026-11-23T23:00:00Z");
    }

    private void several() {
        expired("withdrawn", "a withdrawn notice applies to nothing (VER-62)", seal(15), NOW);
        extended("latest-of-several", "the latest new end counts, of two the first listed (VER-64)", seal(14), NOW);
        extended("longest-is-withdrawn", "the longer one is withdrawn: the other counts", seal(6), NOW);
    }

    private void narrowed() {
        extended("category-of-a-credential", "its category is in the scope", credential(12), NOW);
        extended("category-of-a-vds-nc", "its category is in the scope", vdsNc(12), NOW);
        expired("category-beside-a-seal", "a seal states no category (VER-62)", seal(12), NOW);
        expired("category-beside-an-idb", "an IDB states no category", idb(IdbVectors.PERMANENT, 12), NOW);
        expired("another-category", "its category is not in the scope", credential(13), NOW);
        expired("another-category-of-a-vds-nc", "its category is not in the scope", vdsNc(13), NOW);
        extended("code-of-a-seal", "its zone begins with AR", seal(11), NOW);
        extended("code-of-an-idb", "its zone begins with AR", idb(WITH_A_ZONE, 11), NOW);
        expired("code-beside-an-idb-without-a-zone", "without a zone no code", idb(IdbVectors.PERMANENT, 11), NOW);
        expired("code-beside-a-credential", "a credential has no zone", credential(11), NOW);
        expired("code-beside-a-vds-nc", "a VDS-NC has no zone, whatever its type may be called", vdsNc(11), NOW);
        expired("another-code", "its zone begins with AR, the scope says ID", seal(10), NOW);
        extended("signer", "its signer's certificate is in the scope", credential(9), NOW);
        expired("another-signer", "its signer's certificate is not in the scope", seal(9), NOW);
        extended("signed-before-the-act", "signed on the last day that is meant (TRUST-192)", seal(4), NOW);
        extended("credential-signed-before-the-act", "the same of a credential", credential(4), NOW);
        extended("idb-signed-before-the-act", "the same of an IDB", idb(IdbVectors.PERMANENT, 4), NOW);
        extended("vds-nc-signed-before-the-act", "the same of a VDS-NC", vdsNc(4), NOW);
        expired("signed-after-the-act", "signed a day after the last one that is meant (TRUST-192)", seal(3), NOW);
        expired("credential-signed-after-the-act", "the same of a credential", credential(3), NOW);
        expired("idb-signed-after-the-act", "the same of an IDB", idb(IdbVectors.PERMANENT, 3), NOW);
        expired("vds-nc-signed-after-the-act", "the same of a VDS-NC", vdsNc(3), NOW);
        expired("another-country", "its country is not in the scope", seal(8), NOW);
        expired("another-type", "its type is not in the scope", seal(7), NOW);
    }

    private void whatStays() {
        status("revoked", UtopianVectors.REVOKED, Reason.REVOKED);
        status("suspended", UtopianVectors.SUSPENDED, Reason.SUSPENDED);
        status("superseded", UtopianVectors.SUPERSEDED, Reason.SUPERSEDED);
        judged(
                "status-stale",
                "no new status: an extension is no answer to that",
                credential(20),
                NOW.at("2026-11-26T12:00:00Z"),
                NoticeLists.EXTENDED,
                Outcome.INDETERMINATE,
                Reason.STATUS_STALE);
        judged(
                "list-stale",
                "an extension in a list that is over makes nothing VALID (VER-63)",
                credential(20),
                NOW.at("2026-12-24T12:00:00Z"),
                NoticeLists.EXTENDED,
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
        byte[] seal = seal(20);
        judged(
                "forged",
                "a signature that does not fit: the last byte is another",
                with(seal, seal.length - 1, seal[seal.length - 1] ^ 1),
                NOW,
                NoticeLists.EXTENDED,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        judged(
                "out-of-scope",
                "the signer of seals is not listed for IDBs",
                bytes(new IdbForge(utopia.authority.sealSigner())
                        .idb(ending(IdbVectors.PERMANENT, 20), ISSUED)
                        .text()),
                NOW,
                NoticeLists.EXTENDED,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        judged(
                "signer-revoked",
                "the list shows the signer as revoked",
                seal,
                NOW,
                NoticeLists.EXTENDED_REVOKED,
                Outcome.INVALID,
                Reason.REVOKED_CERTIFICATE);
        judged(
                "work-none",
                "no work, before and after",
                bytes(utopia.credential(ending(20).work(WorkRight.none()), Purpose.WORK, 1)),
                NOW.purpose(Purpose.WORK),
                NoticeLists.EXTENDED,
                Outcome.INVALID,
                Reason.PURPOSE_NOT_GRANTED);
        extended(
                "work-under-conditions",
                "of the two reasons the extension leads (VER-5)",
                bytes(utopia.credential(ending(20).work(WorkRight.underConditions("as a nurse")), Purpose.WORK, 1)),
                NOW.purpose(Purpose.WORK));
        judged(
                "live-only",
                "live only, and without a proof",
                bytes(utopia.credential(ending(20).liveOnly(), Purpose.FULL, 1)),
                NOW,
                NoticeLists.EXTENDED,
                Outcome.INDETERMINATE,
                Reason.STALE_LIVE_CODE);
    }

    private void certificates() {
        Signer seals = NoticeLists.shortLived(utopia, NoticeLists.SHORT_SEALS);
        Signer credentials = NoticeLists.shortLived(utopia, NoticeLists.SHORT_CREDENTIALS);
        judged(
                "certificate-ended",
                "the signer's certificate is over, and no notice reaches the permit (VER-26)",
                UtopianVectors.seal(ending(27).made(), seals).received(),
                NOW,
                NoticeLists.EXTENDED_SHORT,
                Outcome.INVALID,
                Reason.EXPIRED_CERTIFICATE);
        judged(
                "certificate-ended-and-extended",
                "the signer's certificate is over, the notice lets its end pass (VER-64)",
                UtopianVectors.seal(ending(20).made(), seals).received(),
                NOW,
                NoticeLists.EXTENDED_SHORT,
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
        judged(
                "certificate-of-a-credential-ended-and-extended",
                "the same of a credential",
                bytes(UnsignedCredential.of(utopia.claims(ending(20), Purpose.FULL, 1), credentials.certificate())
                        .sign(credentials)
                        .text()),
                NOW,
                NoticeLists.EXTENDED_SHORT,
                Outcome.VALID,
                Reason.EXTENDED_BY_NOTICE);
        judged(
                "certificate-ended-before-the-permit",
                "only the certificate is over: no reason, and the notice is shown (VER-64, VER-66)",
                UtopianVectors.seal(ending(28).made(), seals).received(),
                NOW,
                NoticeLists.EXTENDED_SHORT,
                Outcome.VALID,
                null);
        judged(
                "certificate-not-begun",
                "a day before the signer's certificate begins: beginnings stay",
                UtopianVectors.seal(ending(20).made(), seals).received(),
                NOW.at("2026-10-31T12:00:00Z"),
                NoticeLists.EXTENDED_SHORT,
                Outcome.INVALID,
                Reason.EXPIRED_CERTIFICATE);
    }

    /** A credential that says to be Germany's: not in the signer's scope, but its days are German ones. */
    private void zoned(String name, String why, String at) {
        byte[] payload = UnsignedCredential.of(
                        utopia.claims(ending(5), Purpose.FULL, 1),
                        utopia.authority.credentialSigner().certificate())
                .payload();
        judged(
                name,
                why,
                bytes(Forge.claims(
                        payload,
                        utopia.authority.credentialSigner(),
                        claims -> claims.Set(CBORObject.FromObject(1), CBORObject.FromObject("D")))),
                NOW.at(at),
                NoticeLists.EXTENDED,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }

    private void status(String name, long index, Reason reason) {
        judged(
                name,
                "its own status stays (VER-64)",
                bytes(utopia.credential(ending(20), Purpose.FULL, index)),
                NOW,
                NoticeLists.EXTENDED,
                Outcome.INVALID,
                reason);
    }

    static PermitChange ending(int dayOfNovember) {
        return UtopianVectors.permit().issued(ISSUED).rightFrom(ISSUED).until(NoticeLists.day(dayOfNovember));
    }

    private byte[] credential(int end) {
        return credential(ending(end), Purpose.FULL);
    }

    private byte[] seal(int end) {
        return utopia.seal(ending(end)).received();
    }

    private byte[] vdsNc(int end) {
        return new NcForge(utopia.authority.signer("vds-nc-signer"))
                .permit(ending(end).made())
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] idb(Map<String, String> values, int end) {
        return bytes(forge.idb(ending(values, end), ISSUED).text());
    }

    private static IdbRequest ending(Map<String, String> values, int end) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put("expiryDate", NoticeLists.day(end).toString());
        return IdbRequest.of("UTO", changed);
    }

    private void extended(String name, String why, byte[] code, Asking asked) {
        judged(name, why, code, asked, NoticeLists.EXTENDED, Outcome.VALID, Reason.EXTENDED_BY_NOTICE);
    }

    private void expired(String name, String why, byte[] code, Asking asked) {
        judged(name, why, code, asked, NoticeLists.EXTENDED, Outcome.INVALID, Reason.EXPIRED);
    }

    private void judged(
            String name,
            String why,
            byte[] code,
            Asking asked,
            String snapshot,
            Outcome outcome,
            @Nullable Reason reason) {
        add("extension/" + name, why, code, asked, trust(snapshot), outcome, reason);
    }
}
