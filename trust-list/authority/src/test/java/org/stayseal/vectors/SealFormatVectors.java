package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Each rule of docs 20 broken once, in a seal that is well signed: also the forms that only a tolerant decoder reads (VDS-24). */
final class SealFormatVectors extends Cases {

    private static final byte[] UTO = C40.encode("UTO");
    private static final byte[] SIGNER = C40.encode("UTB20225");
    private static final String PERMIT = "uto-residence-permit";
    private static final String VISA = "icao-visa";

    private final SealForge forge;
    private final byte[] header;
    private final byte[] zone;
    private final byte[] passport;

    SealFormatVectors(UtopianVectors utopia) {
        super(utopia);
        this.forge = new SealForge(utopia.authority.signer("seal-signer-bp256"), "UTB2", "25");
        this.header = forge.header(4, "UTO", "FB06");
        this.zone = SealForge.feature(4, PERMIT, "mrz", SealForge.zone(MrzFormat.TD2, "AR", "UTO"));
        this.passport = SealForge.feature(4, PERMIT, "passportNumber", "P4711001");
    }

    @Override
    void add() {
        headers();
        lengths();
        deviations();
        signatures();
        features();
        values();
    }

    private void headers() {
        head("country-with-a-digit", "VDS-4", 3, C40.encode("UT0"), SIGNER);
        head("country-after-a-filler", "VDS-4", 3, C40.encode("<UT"), SIGNER);
        head("country-not-c40", "VDS-4, VDS-9", 3, hex("0001"), SIGNER);
        head("signer-with-a-digit", "VDS-6", 3, UTO, C40.encode("U1B20225"));
        head("reference-of-length-0", "VDS-6", 3, UTO, C40.encode("UTB200"));
        head("reference-of-length-41", "VDS-6", 3, UTO, C40.encode("UTB229" + "1".repeat(41)));
        head("reference-with-leading-zero", "VDS-6", 3, UTO, C40.encode("UTB20325".replace("0325", "03025")));
        head("reference-not-hexadecimal", "VDS-6", 3, UTO, C40.encode("UTB2022G"));
        head("reference-length-not-hexadecimal", "VDS-6", 3, UTO, C40.encode("UTB20G25"));
        wrong(
                "version-3-reference-not-hexadecimal",
                "VDS-5",
                SealForge.header(2, UTO, C40.encode("UTB20002G"), "FD02"));
        date("date-of-month-13", 13_102_026, 11_102_026);
        date("date-of-30-february", 2_302_026, 11_102_026);
        date("date-of-1899", 12_311_899, 11_102_026);
        date("signature-date-of-day-0", 11_102_026, 11_002_026);
    }

    private void lengths() {
        byte[] value = hex("5a5a");
        byte[] arrival = forge.header(3, "UTO", "FD02");
        wrong("version-3-length-ff", "VDS-10", arrival, hex("02ff"), new byte[255]);
        wrong("length-in-a-longer-form", "VDS-11", header, zone, hex("038106"), tail(passport));
        wrong("length-of-two-bytes-in-three", "VDS-11", header, zone, hex("03820006"), tail(passport));
        wrong("length-of-three-bytes", "VDS-11", header, zone, hex("0383000006"), tail(passport));
        wrong("length-beyond-the-end", "VDS-2", header, zone, hex("037f"), value);
        wrong("feature-twice", "VDS-12", header, zone, passport, passport);
        wrong(
                "too-long",
                "VDS-2: 3,117 bytes",
                header,
                zone,
                passport,
                SealForge.feature(4, 0x77, new byte[3117 - 142 - 4]));
    }

    private void deviations() {
        wrong(
                "deviation-short-country",
                "VDS-4: FE45, which a tolerant decoder takes for D (VDS-24)",
                SealForge.header(3, hex("fe45"), SIGNER, "FB06"),
                zone,
                passport);
        wrong(
                "deviation-fixed-reference",
                "VDS-6: version 4 with the reference of version 3 (VDS-24)",
                SealForge.header(3, UTO, C40.encode("UTB200025"), "FB06"),
                zone,
                passport);
        wrong(
                "deviation-decimal-length",
                "VDS-6: the length of the reference in decimal, read as 16 digits, of which no C40 text is (VDS-9, VDS-24)",
                SealForge.header(3, UTO, C40.encode("UTB210" + "0000000025"), "FB06"),
                zone,
                passport);
        add(
                "seal-format/deviation-vendor-version",
                "VDS-3: version byte 00 of a vendor (VDS-24)",
                forge.signed(SealForge.header(0, UTO, C40.encode("UTB200025"), "FB06"), zone, passport),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
        wrong(
                "deviation-raw-length",
                "VDS-11: C8 as a length of 200 in version 4 (VDS-24)",
                forge.header(4, "UTO", "5D01"),
                hex("07c8"),
                new byte[200]);
    }

    private void signatures() {
        byte[] message = SealForge.joined(header, zone, passport);
        byte[] good = forge.signed(message);
        byte[] signature = java.util.Arrays.copyOfRange(good, good.length - 64, good.length);
        sealed("empty-signature", "VDS-13", message, hex("ff00"));
        sealed("signature-length-in-a-longer-form", "VDS-13", message, hex("ff8140"), signature);
        invalid("signature-one-byte-short", "VDS-15", message, hex("ff3f"), java.util.Arrays.copyOf(signature, 63));
        invalid("signature-padded", "VDS-15", message, hex("ff4200"), signature, hex("00"));
        invalid("signature-with-r-zero", "VDS-15", message, hex("ff40"), new byte[32], tail(signature, 32));
        invalid(
                "signature-with-s-zero",
                "VDS-15",
                message,
                hex("ff40"),
                java.util.Arrays.copyOf(signature, 64 - 32),
                new byte[32]);
        byte[] order = hex("a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7");
        invalid(
                "signature-with-s-of-the-order",
                "VDS-15",
                message,
                hex("ff40"),
                java.util.Arrays.copyOf(signature, 32),
                order);
    }

    private void features() {
        wrong("feature-missing", "VDS-19", header, zone);
        wrong("feature-not-listed", "VDS-20: the profile is closed", header, zone, passport, hex("040141"));
        wrong("version-that-the-type-has-not", "VDS-19", forge.header(3, "UTO", "FB06"), zone, passport);
        wrong(
                "vendor-headings-in-version-4",
                "VDS-19: 7C01 is of no version that has a number",
                forge.header(4, "UTO", "7C01"),
                SealForge.feature(4, "uto-general-purpose", "heading1", "Purpose"),
                SealForge.feature(4, "uto-general-purpose", "value1", "Entry to the harbour"));
        byte[] stay = SealForge.feature(4, VISA, "durationOfStay", "P90D");
        byte[] number = SealForge.feature(4, VISA, "passportNumber", "P4711001");
        byte[] small = SealForge.feature(4, VISA, "mrz", SealForge.zone(MrzFormat.MRV_B, "V", "UTO"));
        byte[] large = SealForge.feature(4, VISA, "mrz", SealForge.zone(MrzFormat.MRV_A, "V", "UTO"));
        byte[] visa = forge.header(4, "UTO", "5D01");
        wrong("none-of-a-group", "VDS-19: a visa without a zone", visa, stay, number);
        wrong("two-of-a-group", "VDS-19: a visa with both zones", visa, large, small, stay, number);
        wrong("value-too-short", "VDS-19", header, zone, hex("0304d79519a6"));
        wrong("value-too-long", "VDS-19", visa, small, stay, number, hex("03020102"));
        wrong(
                "value-of-fillers",
                "VDS-19: no character",
                header,
                zone,
                SealForge.feature(4, 3, C40.encode("<".repeat(9))));
        wrong("end-date-none", "VDS-21: 30 February", header, zone("280304", "280230"), passport);
    }

    private void values() {
        wrong("c40-of-odd-length", "VDS-9, VDS-19", forge.header(4, "D", "F908"), sticker(hex("6526320812f3c1")));
        wrong("c40-single-before-the-end", "VDS-9", header, zone, hex("0306fe45d79519a6"));
        wrong("c40-value-above-39", "VDS-9", header, zone, hex("0306d79519a6ffff"));
        wrong("c40-value-of-a-shift", "VDS-9", header, zone, hex("0306d79519a60002"));
        wrong("c40-single-outside-the-alphabet", "VDS-9", header, zone, hex("0306d79519a6fe62"));
        byte[] card = SealForge.joined(
                forge.header(4, "D", "FC04"),
                SealForge.feature(4, "de-social-insurance-card", "insuranceNumber", "65170839J003"),
                SealForge.feature(4, "de-social-insurance-card", "givenNames", "Zoe"));
        wrong("text-not-utf8", "VDS-19", card, hex("0202c0af"));
        wrong(
                "text-with-a-control-character",
                "VDS-19",
                card,
                SealForge.feature(4, 2, "A\u0085B".getBytes(StandardCharsets.UTF_8)));
        byte[] notice = SealForge.joined(forge.header(4, "D", "01C9"), newer());
        wrong("day-of-31-april", "VDS-19", notice, day(2, "20260431"));
        wrong("day-in-another-form", "VDS-19", notice, day(2, "30042026"));
        byte[] older = SealForge.joined(forge.header(4, "D", "01C8"), hex("0010aabbccdd11223344aabbccdd11223344"));
        wrong("period-without-a-zero-byte", "VDS-19", older, day(1, "2026010120271231"));
        wrong("period-that-ends-before-it-begins", "VDS-19", older, day(1, "20270101\u000020261231"));
        wrong("uuid-of-15-bytes", "VDS-19", forge.header(4, "D", "01C8"), hex("000faabbccdd11223344aabbccdd112233"));
    }

    private static byte[] newer() {
        Map<String, String> values = Map.of("profileUri", "example.com/p", "certificateUri", "example.com/c");
        return SealForge.joined(
                hex("0010aabbccdd11223344aabbccdd11223344"),
                SealForge.feature(4, "de-administrative-document-0.9", "profileUri", values.get("profileUri")),
                SealForge.feature(4, "de-administrative-document-0.9", "certificateUri", values.get("certificateUri")));
    }

    private static byte[] day(int tag, String digits) {
        return SealForge.feature(4, tag, digits.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sticker(byte[] address) {
        String profile = "de-address-sticker-identity-card";
        return SealForge.joined(
                SealForge.feature(4, profile, "documentNumber", "T22000129"),
                SealForge.feature(4, profile, "municipalityCode", "05314000"),
                SealForge.feature(4, 3, address));
    }

    private byte[] zone(String part, String other) {
        String text = SealForge.zone(MrzFormat.TD2, "AR", "UTO").replace("\n", "");
        return SealForge.feature(4, 2, C40.encode(text.replace(part, other)));
    }

    private void head(String name, String rule, int versionByte, byte[] country, byte[] signer) {
        wrong(name, rule, SealForge.header(versionByte, country, signer, "FB06"), zone, passport);
    }

    private void date(String name, int issued, int signed) {
        byte[] changed = header.clone();
        System.arraycopy(SealForge.date(issued), 0, changed, changed.length - 8, 3);
        System.arraycopy(SealForge.date(signed), 0, changed, changed.length - 5, 3);
        wrong(name, "VDS-7", changed, zone, passport);
    }

    private void wrong(String name, String rule, byte[]... parts) {
        add("seal-format/" + name, rule, forge.signed(parts), NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void sealed(String name, String rule, byte[]... parts) {
        add("seal-format/" + name, rule, SealForge.joined(parts), NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void invalid(String name, String rule, byte[]... parts) {
        add(
                "seal-format/" + name,
                rule,
                SealForge.joined(parts),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.INVALID_SIGNATURE);
    }

    private static byte[] tail(byte[] feature) {
        return tail(feature, 2);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
