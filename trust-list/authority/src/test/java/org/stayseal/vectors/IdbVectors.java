package org.stayseal.vectors;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** IDBs that decode (docs 21), and how they are judged. */
final class IdbVectors extends Cases {

    private static final String TD1 =
            "ARUTOUTP0000426<<<<<<<<<<<<<<<\n8503<<2F2811202XXB<<<<<<<<<<<0\nMUSTER<<OLENA<VERA<<<<<<<<<<<<";
    private static final String TD3 =
            "P<UTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<<<<<<<<<\nUTP0000426XXB8503<<2F2811202<<<<<<<<<<<<<<<0";
    private static final String MRV_A =
            "V<UTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<<<<<<<<<\nUTP0000426XXB8503<<2F2811202<<<<<<<<<<<<<<<<";
    private static final String MRV_B = "V<UTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<\nUTP0000426XXB8503<<2F2811202<<<<<<<<";

    static final Map<String, String> PERMANENT =
            Map.of("documentReference", "UTR000042", "documentNumber", "PR1234567", "nationalDocumentType", "10");
    private static final Map<String, String> PROVISIONAL = Map.of(
            "mrzTd2", IdbForge.TD2,
            "documentReference", "UTR000042",
            "azrNumber", "260113000085",
            "nationalDocumentType", "0E");
    private static final Map<String, String> VISA = Map.of(
            "visa.mrz", MRV_B, "visa.entries", "2", "visa.durationOfStay", "P90D", "visa.passportNumber", "P4711001");

    private final IdbForge forge;

    IdbVectors(UtopianVectors utopia) {
        super(utopia);
        forge = new IdbForge(utopia.authority.signer("idb-signer"));
    }

    /** The one whose identity the seal revocation list names. */
    static Idb revoked(IdbForge forge) {
        return forge.idb(with(PERMANENT, "documentNumber", "PRREVOKED"));
    }

    @Override
    void add() {
        forms();
        documents();
        right();
        signers();
        signatures();
        compared();
    }

    private void forms() {
        Idb permanent = forge.idb(PERMANENT);
        valid("valid", "a certificate of permanent residence, signed (flag B)", permanent.text());
        valid(
                "valid-compressed",
                "the same, compressed (flag D, IDB-4): the same identity",
                IdbForge.text('D', permanent.content()));
        valid(
                "valid-earlier-identifier",
                "NDB1 of earlier drafts (IDB-1)",
                "N" + permanent.text().substring(1));
        valid(
                "valid-short-date",
                "the signature date in three bytes (IDB-10)",
                forge.signed(IdbForge.joined(
                        forge.header(IdbForge.DATE.substring(2)),
                        IdbForge.group(IdbForge.documentReference(), IdbForge.documentNumber(), IdbForge.type(0x10)))));
        valid(
                "valid-other-order",
                "messages in another order (IDB-12)",
                forge.messages(IdbForge.type(0x10), IdbForge.documentNumber(), IdbForge.documentReference()));
        valid(
                "valid-certificate-inside",
                "with the listed certificate inside (IDB-13)",
                forge.idb(new IdbRequest("UTO", PERMANENT, true, true), IdbForge.SIGNED)
                        .text());
        valid(
                "valid-unknown-message",
                "a message without a row is UNKNOWN_FEATURE (IDB-17)",
                forge.messages(
                        IdbForge.tlv(0x70, IdbForge.hex("abcd")),
                        IdbForge.documentReference(),
                        IdbForge.documentNumber(),
                        IdbForge.type(0x10)));
        unsigned("unsigned", "flag A: shown, and never authentic (IDB-41)", PERMANENT, false);
        unsigned(
                "unsigned-compressed",
                "flag C (IDB-41); without a signature date its zone has no century (IDB-26)",
                PROVISIONAL,
                true);
    }

    private void documents() {
        valid(
                "provisional-residence",
                "type 0E grants a stay (IDB-27)",
                forge.idb(PROVISIONAL).text());
        valid("asylum-permission", "type 0B", type("0B"));
        valid("suspension-of-deportation", "type 0C", type("0C"));
        valid(
                "arrival-attestation-with-face",
                "type 0D with a face (IDB-19)",
                forge.idb(with(with(PROVISIONAL, "nationalDocumentType", "0D"), "faceImage", IdbForge.face()))
                        .text());
        valid(
                "frontier-worker-with-face",
                "type 11",
                forge.idb(with(with(PROVISIONAL, "nationalDocumentType", "11"), "faceImage", IdbForge.face()))
                        .text());
        open(
                "supplementary-sheet",
                "type 12 grants nothing (IDB-27)",
                with(with(PERMANENT, "nationalDocumentType", "12"), "mrzTd1", TD1));
        valid("visa", "message 01 with a small zone (IDB-20)", forge.idb(VISA).text());
        valid(
                "visa-full-page",
                "message 01 with a large zone",
                forge.idb(with(with(VISA, "visa.mrz", MRV_A), "visa.durationOfStay", "until-end-date"))
                        .text());
        valid(
                "visa-unknown-feature",
                "a feature inside a message that its row does not list (IDB-20)",
                forge.messages(IdbForge.tlv(
                        0x01,
                        IdbForge.joined(
                                IdbForge.tlv(
                                        0x02, C40.encode(MRV_B.replace("\n", "").substring(0, 64))),
                                IdbForge.tlv(0x04, IdbForge.hex("5a0000")),
                                IdbForge.tlv(0x05, C40.encode("P4711001<")),
                                IdbForge.tlv(0x09, (byte) 1)))));
        open("emergency-travel-document", "message 02 (IDB-20)", Map.of("emergencyTravelDocument.mrz", IdbForge.TD2));
        open(
                "travel-authorization",
                "message 06, whose fields are not read (IDB-21)",
                Map.of("travelAuthorization", "a5".repeat(40)));
        judged(
                "passport-zone",
                "messages 08 and 09 make no listed document (IDB-22)",
                forge.messages(
                        IdbForge.tlv(0x08, C40.encode(TD3.replace("\n", ""))),
                        IdbForge.tlv(0x09, C40.encode("123456"))),
                NOW,
                Outcome.INDETERMINATE,
                Reason.NOT_A_RESIDENCE_DOCUMENT);
    }

    private void right() {
        valid("masked-end", "an unknown day of December 2026 (IDB-18)", ends("2026-12-xx"));
        judged(
                "masked-end-over",
                "an unknown day of November 2026 ends with the first (IDB-25)",
                ends("2026-11-xx"),
                NOW,
                Outcome.INVALID,
                Reason.EXPIRED);
        judged(
                "earlier-end",
                "the message's end is before that of the zone (IDB-24)",
                forge.idb(with(PROVISIONAL, "expiryDate", "2026-11-21")).text(),
                NOW,
                Outcome.INVALID,
                Reason.EXPIRED);
        judged(
                "expired",
                "the zone's end date is over",
                forge.idb(PROVISIONAL).text(),
                NOW.at("2028-11-21T00:00:00Z"),
                Outcome.INVALID,
                Reason.EXPIRED);
        valid(
                "last-day",
                "that day is included (IDB-24)",
                forge.idb(PROVISIONAL).text(),
                NOW.at("2026-11-22T23:59:59Z"));
        judged(
                "not-yet-signed",
                "its signature date is tomorrow",
                forge.idb(IdbRequest.of("UTO", PERMANENT), LocalDate.of(2026, 11, 23))
                        .text(),
                NOW,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        valid("at-border", "asked at a border", forge.idb(VISA).text(), NOW.purpose(Purpose.FULL));
        judged(
                "silent-on-work",
                "an IDB says nothing about work (IDB-27)",
                forge.idb(PERMANENT).text(),
                NOW.purpose(Purpose.WORK),
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        judged(
                "revoked",
                "its identity is in the seal revocation list (IDB-16)",
                revoked(forge).text(),
                NOW,
                Outcome.INVALID,
                Reason.REVOKED);
        judged(
                "revoked-compressed",
                "compressed anew: the same identity (IDB-16)",
                IdbForge.text('D', revoked(forge).content()),
                NOW,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void signers() {
        byte[] group = IdbForge.group(IdbForge.documentReference(), IdbForge.documentNumber(), IdbForge.type(0x10));
        judged(
                "wrong-reference",
                "no listed certificate has this reference (IDB-9)",
                forge.signed(IdbForge.joined(IdbForge.header("UTO", "01", "0504030201", IdbForge.DATE), group)),
                NOW,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
        judged(
                "another-signers-reference",
                "the reference of a listed certificate with another key",
                forge.signed(IdbForge.joined(
                        IdbForge.header(
                                "UTO",
                                "01",
                                IdbForge.reference(utopia.authority.sealSigner().certificate()),
                                IdbForge.DATE),
                        group)),
                NOW,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
        judged(
                "out-of-scope",
                "a signer of seals is not listed for IDB-86-10 (IDB-40)",
                new IdbForge(utopia.authority.sealSigner()).idb(PERMANENT).text(),
                NOW,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        judged(
                "another-country",
                "the signer of Utopia is not listed for Germany",
                forge.idb(IdbRequest.of("D", PERMANENT), IdbForge.SIGNED).text(),
                NOW,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        Idb stranger = IdbEncoder.prepare(
                        new IdbRequest("UTO", PERMANENT, false, true),
                        IdbForge.SIGNED,
                        utopia.authority.credentialSigner().certificate())
                .sign(utopia.authority.credentialSigner());
        judged(
                "unlisted-certificate-inside",
                "the certificate inside is of no signer of seals: it adds nothing (IDB-13, IDB-40)",
                stranger.text(),
                NOW,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
    }

    private void signatures() {
        byte[] content = forge.idb(PERMANENT).content();
        valid(
                "valid-twin",
                "s turned into n - s: anybody can do that; the identity stays (IDB-16)",
                IdbForge.text('B', forge.twin(content)));
        forged(
                "content-changed",
                "one digit of the document number changed after signing",
                with(content, 29, content[29] ^ 1));
        forged("algorithm-changed", "algorithm 02 where 01 was signed (IDB-15)", with(content, 2, 0x02));
        forged("date-changed", "another signature date", with(content, 11, 0xEB));
        forged("signature-zero", "r and s are zero (IDB-15)", zeroed(content, 64));
        byte[] signed = java.util.Arrays.copyOf(content, content.length - 66);
        forged(
                "signature-short",
                "a signature of 63 bytes (IDB-15)",
                IdbForge.joined(signed, IdbForge.tlv(0x7F, new byte[63])));
    }

    private void compared() {
        String provisional = forge.idb(PROVISIONAL).text();
        valid(
                "printed-zone",
                "the lines of the document are those of the code (VER-44)",
                provisional,
                NOW.mrz(IdbForge.TD2));
        judged(
                "printed-zone-differs",
                "the name on the paper is another (VER-44)",
                provisional,
                NOW.mrz(IdbForge.TD2.replace("OLENA", "ALENA")),
                Outcome.INVALID,
                Reason.SEAL_DOCUMENT_MISMATCH);
        Asking beside = NOW.mrz(IdbForge.TD2);
        String permanent = forge.idb(PERMANENT).text();
        String passport = Zones.passport().text();
        uncompared("printed-lines-beside-no-zone", permanent, beside);
        uncompared("passport-beside-no-zone", permanent, NOW.passportMrz(passport));
        judged(
                "misread-lines-beside-no-zone",
                "what cannot be read is said first (VER-45, VER-48)",
                permanent,
                NOW.mrz(Zones.with(IdbForge.TD2, 1, 0, '9')),
                Outcome.INDETERMINATE,
                Reason.INVALID_PRINTED_MRZ);
        judged(
                "revoked-beside-lines-without-a-zone",
                "what is not known never stands before what is (VER-5)",
                revoked(forge).text(),
                beside,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void uncompared(String name, String text, Asking asked) {
        judged(
                name,
                "the code says nothing that the lines could be compared with (VER-49)",
                text,
                asked,
                Outcome.INDETERMINATE,
                Reason.LINES_NOT_COMPARED);
    }

    private String type(String type) {
        return forge.idb(with(PROVISIONAL, "nationalDocumentType", type)).text();
    }

    private String ends(String end) {
        return forge.idb(with(PERMANENT, "expiryDate", end)).text();
    }

    private void unsigned(String name, String why, Map<String, String> values, boolean compressed) {
        judged(
                name,
                why,
                IdbEncoder.unsigned(new IdbRequest("UTO", values, compressed, false))
                        .text(),
                NOW,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
    }

    private void open(String name, String why, Map<String, String> values) {
        judged(name, why, forge.idb(values).text(), NOW, Outcome.INDETERMINATE, Reason.NOT_A_RESIDENCE_DOCUMENT);
    }

    private void forged(String name, String why, byte[] content) {
        judged(name, why, IdbForge.text('B', content), NOW, Outcome.INVALID, Reason.INVALID_SIGNATURE);
    }

    private void valid(String name, String why, String text) {
        valid(name, why, text, NOW);
    }

    private void valid(String name, String why, String text, Asking asked) {
        judged(name, why, text, asked, Outcome.VALID, null);
    }

    private void judged(String name, String why, String text, Asking asked, Outcome outcome, @Nullable Reason reason) {
        add("idb/" + name, why, bytes(text), asked, lists, outcome, reason);
    }

    static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return changed;
    }
}
