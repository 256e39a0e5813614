package org.stayseal.spec.vds;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** A seal of Utopia for tests: an invented person, a key made here. */
final class SealSamples {

    static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);
    static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);
    static final SoftwareSigner SIGNER = signer();
    static final Mrz MRZ = mrz("AR");

    private SealSamples() {}

    /** The zone of the same person under another document code. */
    static Mrz mrz(String documentCode) {
        return Mrz.of(
                MrzFormat.TD2,
                new MrzContent(
                        documentCode,
                        "UTO",
                        "RP1234567",
                        new Nationality("XXB"),
                        new BirthDate(1985, 0, 0),
                        Sex.X,
                        LocalDate.of(2031, 2, 28),
                        "Oyelaran",
                        java.util.Optional.of("Temi Ngozi")));
    }

    static Profile profile() {
        return Profiles.standard().byId("uto-residence-permit").orElseThrow();
    }

    static SealRequest request() {
        return new SealRequest(
                profile(),
                "UTO",
                ISSUED,
                SIGNED,
                Map.of("mrz", String.join("\n", MRZ.lines()), "passportNumber", "UP9081726"));
    }

    static Seal seal() {
        return SealEncoder.prepare(request(), SIGNER.certificate()).sign(SIGNER);
    }

    /** A seal's bytes from hexadecimal parts; spaces only for reading. */
    static byte[] bytes(String... parts) {
        try {
            return Hex.decode(String.join("", parts).replace(" ", ""), "X-1");
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    /** The received bytes with some replaced. */
    static byte[] replaced(byte[] bytes, int at, int... values) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < values.length; i++) {
            copy[at + i] = (byte) values[i];
        }
        return copy;
    }

    static byte[] joined(byte[]... parts) {
        byte[] all = new byte[List.of(parts).stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static byte[] cut(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static SoftwareSigner signer() {
        KeyPair keys = TestKeys.of("secp256r1", BigInteger.valueOf(20_261_122));
        return SoftwareSigner.deterministic(keys.getPrivate(), TestKeys.certificate(keys, 0x2C));
    }
}
