package org.stayseal.vectors;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.FeatureRule;
import org.stayseal.spec.vds.FeatureValue;
import org.stayseal.spec.vds.Profile;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;

/** Makes seals piece by piece, well signed: also those that our encoder refuses to make. */
final class SealForge {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    private final Signer signer;
    private final String name;
    private final String reference;

    /**
     * @param name signer identifier, {@code UTB2}
     * @param reference serial number of the signer's certificate, {@code 25}
     */
    SealForge(Signer signer, String name, String reference) {
        this.signer = signer;
        this.name = name;
        this.reference = reference;
    }

    /** A header as it ought to be, issued and signed on 10 November 2026. */
    byte[] header(int version, String country, String type) {
        String named = version == 3 ? name + "0".repeat(5 - reference.length()) + reference : name + "02" + reference;
        return header(version - 1, C40.encode((country + "<<").substring(0, 3)), C40.encode(named), type);
    }

    /** A header with other bytes for version, country and signer. */
    static byte[] header(int versionByte, byte[] country, byte[] signer, String type) {
        return joined(
                new byte[] {(byte) 0xDC, (byte) versionByte},
                country,
                signer,
                date(DAY),
                date(DAY),
                HexFormat.of().parseHex(type));
    }

    /** MMDDYYYY in three bytes. */
    static byte[] date(LocalDate day) {
        return date(day.getMonthValue() * 1_000_000 + day.getDayOfMonth() * 10_000 + day.getYear());
    }

    static byte[] date(int number) {
        return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    static byte[] feature(int version, int tag, byte[] value) {
        byte[] length = version == 3 ? new byte[] {(byte) value.length} : DerLength.encode(value.length);
        return joined(new byte[] {(byte) tag}, length, value);
    }

    /** The feature of this name as its profile writes it. */
    static byte[] feature(int version, String profile, String feature, String text) {
        FeatureRule rule = type(profile).rules().stream()
                .filter(r -> r.name().equals(feature)
                        && r.mrz()
                                .map(format -> text.replace("\n", "").length() == format.characters())
                                .orElse(true))
                .findFirst()
                .orElseThrow();
        return feature(version, rule.tag(), FeatureValue.write(rule, text));
    }

    /** A whole seal of a type with these values. */
    byte[] seal(int version, String profile, Map<String, String> values) {
        Profile type = type(profile);
        String country = type.country().equals("*") ? "UTO" : type.country();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(version, country, type.type()));
        type.valueNames().stream()
                .filter(values::containsKey)
                .forEach(value -> out.writeBytes(feature(version, profile, value, values.get(value))));
        return signed(out.toByteArray());
    }

    /** The same; our encoder makes these very bytes of these values, and of those that are read back from them. */
    byte[] writable(int version, String profile, Map<String, String> values) {
        byte[] seal = seal(version, profile, values);
        try {
            Map<String, String> read = Profiles.standard()
                    .read(SealDecoder.decode(seal))
                    .orElseThrow()
                    .values();
            SealRequest request = new SealRequest(type(profile), "UTO", DAY, DAY, read, version);
            byte[] again = SealEncoder.prepare(request, signer.certificate())
                    .sign(signer)
                    .received();
            if (!read.equals(values) || !Arrays.equals(again, seal)) {
                throw new IllegalStateException(profile + " does not come back as the same bytes");
            }
            return seal;
        } catch (FormatException e) {
            throw new IllegalStateException(profile + ": " + e.rule() + " " + e.getMessage(), e);
        }
    }

    /** Signs the bytes and appends the signature zone. */
    byte[] signed(byte[]... parts) {
        byte[] message = joined(parts);
        return joined(message, feature(4, 0xFF, signer.sign(message)));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The zone of the person whom most vectors show. */
    static String zone(MrzFormat format, String code, String issuer) {
        MrzContent content = new MrzContent(
                code,
                issuer,
                "UT1234567",
                new Nationality("XXB"),
                new BirthDate(1985, 3, 0),
                Sex.F,
                LocalDate.of(2028, 3, 4),
                "Muster",
                Optional.of("Olena Vera"));
        return String.join("\n", Mrz.of(format, content).lines());
    }

    static Profile type(String id) {
        return Profiles.standard().byId(id).orElseThrow();
    }
}
