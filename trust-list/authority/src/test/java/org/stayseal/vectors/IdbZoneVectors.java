package org.stayseal.vectors;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;

/** IDBs with a second machine readable zone: a visa in the code of which the passport's zone stands too (IDB-24, IDB-26). */
final class IdbZoneVectors extends Cases {

    private static final String VISA_UNTIL_2028 =
            "V<UTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<\nUTP0000426XXB8503<<2F2811202<<<<<<<<";
    private static final String VISA_OVER = VISA_UNTIL_2028.replace("2811202", "2611217");
    private static final String VISA_UNTIL_TODAY = VISA_UNTIL_2028.replace("2811202", "2611228");
    private static final String PASSPORT_NAME = "P<UTOMUSTER<<OLENA<VERA<<<<<<<<<<<<<<<<<<<<<\n";
    private static final String PASSPORT_UNTIL_2033 = PASSPORT_NAME + "UTP0000426XXB8503<<2F3301018<<<<<<<<<<<<<<<8";
    private static final String PASSPORT_OVER = PASSPORT_NAME + "UTP0000426XXB8503<<2F2611217<<<<<<<<<<<<<<<4";

    private final IdbForge forge;

    IdbZoneVectors(UtopianVectors utopia) {
        super(utopia);
        forge = new IdbForge(utopia.authority.signer("idb-signer"));
    }

    @Override
    void add() {
        judged(
                "visa-over-beside-passport",
                "the visa is over, the passport's zone beside it is not (IDB-24)",
                code(VISA_OVER, "mrzTd3", PASSPORT_UNTIL_2033),
                NOW,
                Reason.EXPIRED);
        judged(
                "visa-over-beside-card",
                "the same with message 81: the end of the document that it goes with is not the visa's (IDB-24)",
                code(VISA_OVER, "mrzTd2", IdbForge.TD2),
                NOW,
                Reason.EXPIRED);
        String longer = code(VISA_UNTIL_2028, "mrzTd3", PASSPORT_UNTIL_2033);
        judged("visa-beside-passport", "both zones are good; shown is the visa's (IDB-26)", longer, NOW, null);
        judged(
                "visa-beside-passport-last-day",
                "the end is the visa's, that day included (IDB-24)",
                code(VISA_UNTIL_TODAY, "mrzTd3", PASSPORT_UNTIL_2033),
                NOW.at("2026-11-22T23:59:59Z"),
                null);
        judged(
                "visa-beside-passport-day-after",
                "the day after the visa's end, years before the passport's (IDB-24)",
                code(VISA_UNTIL_TODAY, "mrzTd3", PASSPORT_UNTIL_2033),
                NOW.at("2026-11-23T00:00:00Z"),
                Reason.EXPIRED);
        judged(
                "visa-beside-passport-over",
                "the passport is over, and the visa with it (IDB-24)",
                code(VISA_UNTIL_2028, "mrzTd3", PASSPORT_OVER),
                NOW,
                Reason.EXPIRED);
        judged(
                "visa-beside-passport-printed",
                "the printed zone is compared with the visa's (IDB-26, VER-44)",
                longer,
                NOW.mrz(VISA_UNTIL_2028),
                null);
        judged(
                "visa-beside-passport-wrong-digit",
                "a wrong composite check digit in the zone that is not the document's own (IDB-40, VER-34)",
                beside(PASSPORT_UNTIL_2033.substring(0, PASSPORT_UNTIL_2033.length() - 1) + "7"),
                NOW,
                Reason.INVALID_SEAL_MRZ);
        judged(
                "visa-beside-passport-no-day",
                "an end date that is no day, in the zone that is not the document's own (IDB-24)",
                beside(PASSPORT_UNTIL_2033.replace("3301018", "3302308")),
                NOW,
                Reason.WRONG_FORMAT);
    }

    private String code(String visa, String message, String zone) {
        Map<String, String> values = new HashMap<>(Map.of(
                "visa.mrz", visa, "visa.durationOfStay", "P90D", "visa.passportNumber", "P4711001", message, zone));
        return forge.idb(values).text();
    }

    /** A visa and that zone of a passport, which need not be right. */
    private String beside(String passport) {
        return forge.messages(
                IdbForge.tlv(
                        0x01,
                        IdbForge.joined(
                                IdbForge.tlv(
                                        0x02,
                                        C40.encode(VISA_UNTIL_2028
                                                .replace("\n", "")
                                                .substring(0, 64))),
                                IdbForge.tlv(0x04, IdbForge.hex("5a0000")),
                                IdbForge.tlv(0x05, C40.encode("P4711001<")))),
                IdbForge.tlv(0x08, C40.encode(passport.replace("\n", ""))));
    }

    private void judged(String name, String why, String text, Asking asked, @Nullable Reason reason) {
        Outcome outcome = reason == null ? Outcome.VALID : Outcome.INVALID;
        add("idb/" + name, why, bytes(text), asked, lists, outcome, reason);
    }
}
