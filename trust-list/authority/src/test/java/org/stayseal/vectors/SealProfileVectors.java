package org.stayseal.vectors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/**
 * Every type of seal (docs 20 part 5) once, and each curve. Types of Germany are signed by Utopia, which may not: their content is read all the same, and is what these vectors hold.
 */
final class SealProfileVectors extends Cases {

    private static final String PASSPORT = "P4711001";
    private static final String VENDOR = "uto-general-purpose";
    private static final String UNKNOWN_UUID = "aabbccdd-1122-3344-aabb-ccdd11223344";

    private final SealForge forge;

    SealProfileVectors(UtopianVectors utopia) {
        super(utopia);
        this.forge = new SealForge(utopia.authority.signer("seal-signer-bp256"), "UTB2", "25");
    }

    @Override
    void add() {
        utopian();
        visas();
        curves();
        documentCodes();
        german();
        administrative();
        vendor();
    }

    private void utopian() {
        Map<String, String> sheet = Map.of("mrz", td2("AR", "UTO"), "sheetNumber", "S1234567");
        Map<String, String> arrival = Map.of("mrz", td2("AX", "UTO"), "azrNumber", "160113000085");
        made("supplementary-sheet", "FA06 grants nothing (VDS-23)", 4, "uto-supplementary-sheet", sheet, NONE);
        made("arrival-attestation", "FD02 in version 4", 4, "uto-arrival-attestation", arrival, null);
        made(
                "arrival-attestation-version-3",
                "FD02 in version 3: VDS-5, VDS-10",
                3,
                "uto-arrival-attestation",
                arrival,
                null);
        made(
                "emergency-travel-document",
                "5E03 grants no stay (VDS-23)",
                4,
                "icao-emergency-travel-document",
                Map.of("mrz", td2("PU", "UTO")),
                NONE);
        add(
                "seal-profile/unknown-type",
                "F48F is a type of Germany, not of Utopia: shown raw, grants nothing that we know (VDS-18)",
                forge.signed(forge.header(4, "UTO", "F48F"), SealForge.feature(4, 1, new byte[] {1, 2, 3})),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                NONE);
    }

    private void visas() {
        Map<String, String> visa =
                Map.of("mrz", visa(MrzFormat.MRV_B), "durationOfStay", "P90D", "passportNumber", PASSPORT);
        made("visa-mrv-b", "5D01 with the smaller zone, feature 02", 4, "icao-visa", visa, null);
        made(
                "visa-mrv-a",
                "5D01 with the larger zone, feature 01",
                4,
                "icao-visa",
                with(visa, "mrz", visa(MrzFormat.MRV_A)),
                null);
        Map<String, String> all = new LinkedHashMap<>(visa);
        all.putAll(Map.of("entries", "2", "visaType", "0a0b0c0d", "additionalInformation", "00ff"));
        made("visa-all-features", "every feature that a visa can have", 4, "icao-visa", all, null);
        for (String stay : new String[] {"until-end-date", "decided-at-border", "transit", "P2Y3M4D"}) {
            made(
                    "visa-stay-" + stay.toLowerCase(java.util.Locale.ROOT),
                    "a duration of stay (VDS-19)",
                    4,
                    "icao-visa",
                    with(visa, "durationOfStay", stay),
                    null);
        }
        add(
                "seal-profile/visa-unknown-feature",
                "a feature that a visa's profile does not list is reported, and the seal stays good (VDS-20)",
                forge.signed(
                        forge.header(4, "UTO", "5D01"),
                        SealForge.feature(4, 0x77, new byte[] {0x41}),
                        SealForge.feature(4, "icao-visa", "passportNumber", PASSPORT),
                        SealForge.feature(4, "icao-visa", "durationOfStay", "P90D"),
                        SealForge.feature(4, "icao-visa", "mrz", visa(MrzFormat.MRV_B))),
                NOW,
                lists,
                Outcome.VALID,
                null);
    }

    private void curves() {
        Map<String, String> permit = Map.of("mrz", td2("AR", "UTO"), "passportNumber", PASSPORT);
        curve("brainpool-p256", "seal-signer-bp256", "UTB2", "25", permit);
        curve("p384", "seal-signer-p384", "UTP3", "24", permit);
        curve("brainpool-p384", "seal-signer-bp384", "UTB3", "26", permit);
        curve("brainpool-p512", "seal-signer-bp512", "UTB5", "27", permit);
    }

    private void curve(String name, String key, String signer, String serial, Map<String, String> permit) {
        add(
                "seal-profile/permit-" + name,
                "FB06 on this curve, with the hash that follows from it (VDS-15)",
                new SealForge(utopia.authority.signer(key), signer, serial).writable(4, "uto-residence-permit", permit),
                NOW,
                lists,
                Outcome.VALID,
                null);
    }

    /** The certificate of UTB3 names the document codes AR and V (TRUST-91); its scope has all of these types. */
    private void documentCodes() {
        SealForge naming = new SealForge(utopia.authority.signer("seal-signer-bp384"), "UTB3", "26");
        add(
                "seal-profile/document-code-named",
                "V, which the signer's certificate names (TRUST-91)",
                naming.writable(
                        4,
                        "icao-visa",
                        Map.of("mrz", visa(MrzFormat.MRV_B), "durationOfStay", "P90D", "passportNumber", PASSPORT)),
                NOW,
                lists,
                Outcome.VALID,
                null);
        add(
                "seal-profile/document-code-not-named",
                "AX, which the signer's certificate does not name beside AR and V (TRUST-91)",
                naming.writable(
                        4, "uto-arrival-attestation", Map.of("mrz", td2("AX", "UTO"), "azrNumber", "160113000085")),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        add(
                "seal-profile/no-zone-where-document-codes-are-named",
                "a document without a zone has no code, and none but AR and V may be signed (TRUST-91)",
                naming.signed(naming.header(4, "UTO", "F48F"), SealForge.feature(4, 1, new byte[] {1, 2, 3})),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }

    private void german() {
        Map<String, String> permit = Map.of("mrz", td2("AT", "D"), "passportNumber", PASSPORT);
        Map<String, String> card =
                Map.of("insuranceNumber", "65170839J003", "surname", "Weiß", "givenNames", "Zoë", "birthName", "Łuć");
        Map<String, String> sticker =
                Map.of("documentNumber", "T22000129", "municipalityCode", "05314000", "address", "53123HAFEN 1");
        foreign("residence-permit", 4, "de-residence-permit", permit);
        foreign("supplementary-sheet", 4, "de-supplementary-sheet", Map.of("mrz", td2("AT", "D"), "sheetNumber", "S1"));
        foreign(
                "arrival-attestation",
                3,
                "de-arrival-attestation",
                Map.of("mrz", td2("AX", "D"), "azrNumber", "160113000085"));
        foreign("social-insurance-card-version-3", 3, "de-social-insurance-card", card);
        foreign("social-insurance-card", 4, "de-social-insurance-card", card);
        foreign("address-sticker-identity-card", 4, "de-address-sticker-identity-card", sticker);
        foreign("address-sticker-residence-permit", 4, "de-address-sticker-residence-permit", sticker);
        foreign(
                "residence-sticker-passport",
                4,
                "de-residence-sticker-passport",
                Map.of("documentNumber", "C01X0006H", "municipalityCode", "03359010", "postalCode", "21614"));
        foreign(
                "permanent-residence",
                4,
                "de-permanent-residence",
                Map.of("documentNumber", "A1", "passportNumber", PASSPORT));
        Map<String, String> provisional = Map.of(
                "face", "ffd8ffd9", "mrz", td2("AF", "D"), "passportNumber", PASSPORT, "azrNumber", "160113000085");
        foreign("provisional-residence", 4, "de-provisional-residence", provisional);
        foreign("aliens-law-document", 4, "de-aliens-law-document", provisional);
    }

    private void administrative() {
        Map<String, String> certificate = new LinkedHashMap<>(Map.of(
                "profileUuid",
                "9a422340-6d37-4ef9-9e2c-f95e31a23846",
                "surname",
                "Muster",
                "givenNames",
                "Erika",
                "street",
                "Hafen",
                "houseNumber",
                "1",
                "postalCode",
                "10969",
                "city",
                "Berlin"));
        certificate.putAll(Map.of("movingDate", "2025-04-14", "housingStatus", "0", "notificationDate", "2025-05-04"));
        foreign("registration-certificate", 4, "de-registration-certificate", certificate);
        foreign(
                "registration-certificate-period",
                4,
                "de-registration-certificate",
                with(certificate, "validity", "2026-01-01/2027-12-31"));
        foreign(
                "administrative-0.8-no-end",
                4,
                "de-administrative-document-0.8",
                Map.of("profileUuid", UNKNOWN_UUID, "validity", "2026-01-01/.."));
        Map<String, String> newer = Map.of(
                "profileUuid",
                UNKNOWN_UUID,
                "profileUri",
                "example.com/profiles",
                "certificateUri",
                "example.com/certs");
        foreign("administrative-0.9", 4, "de-administrative-document-0.9", newer);
        Map<String, String> all = new LinkedHashMap<>(newer);
        all.putAll(Map.of(
                "validFrom",
                "2026-01-01",
                "validUntil",
                "2027-12-31",
                "statusUri",
                "example.com/status",
                "statusIndex",
                "70000"));
        foreign("administrative-0.9-all-features", 4, "de-administrative-document-0.9", all);
    }

    /** Only a tolerant decoder reads this type: its seals have the version byte 00, which none that judges takes. */
    private void vendor() {
        add(
                "seal-profile/vendor-headings",
                "7C01 as it is met, with version byte 00: shown by a tolerant decoder alone (VDS-3, VDS-24)",
                forge.signed(
                        SealForge.header(0, C40.encode("UTO"), C40.encode("UTB200025"), "7C01"),
                        SealForge.feature(3, VENDOR, "heading1", "Purpose"),
                        SealForge.feature(3, VENDOR, "value1", "Entry to the harbour"),
                        SealForge.feature(3, VENDOR, "heading2", "Größe"),
                        SealForge.feature(3, VENDOR, "value2", "")),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
    }

    private static final Reason NONE = Reason.valueOf("NOT_A_RESIDENCE_DOCUMENT");

    private void made(
            String name, String why, int version, String profile, Map<String, String> values, @Nullable Reason reason) {
        add(
                "seal-profile/" + name,
                why,
                forge.writable(version, profile, values),
                NOW,
                lists,
                reason == null ? Outcome.VALID : Outcome.INDETERMINATE,
                reason);
    }

    private void foreign(String name, int version, String profile, Map<String, String> values) {
        add(
                "seal-profile/german-" + name,
                SealForge.type(profile).type() + " of Germany is read; Utopia signs it, which may not (VDS-16, VER-27)",
                forge.seal(version, profile, values),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    private static String td2(String code, String issuer) {
        return SealForge.zone(MrzFormat.TD2, code, issuer);
    }

    private static String visa(MrzFormat format) {
        return SealForge.zone(format, "V", "UTO");
    }
}
