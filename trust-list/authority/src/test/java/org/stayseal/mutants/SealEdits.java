package org.stayseal.mutants;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealFeature;

/** Changes of a seal that know where its fields are. */
final class SealEdits {

    private static final List<String> TYPES = List.of(
            "fb06", "fa06", "fd02", "fc04", "f908", "f80a", "5d01", "5e03", "01c8", "01c9", "f48f", "0000", "ffff");
    private static final List<String> COUNTRIES = List.of("D9C5", "6ABC", "FE45", "71BB", "0000", "DAC6");
    private static final String MRZ = "0123456789ABCXYZ<";
    private static final int SIGNATURE = 0xFF;

    private final Dice dice;
    private final int version;
    private byte[] header;
    private final List<SealFeature> features;
    private byte[] signature;
    private boolean oddLength;

    private SealEdits(Seal seal, byte[] code, Dice dice) {
        this.dice = dice;
        this.version = seal.header().version();
        this.features = new ArrayList<>(seal.features());
        this.signature = seal.signature();
        this.header = Arrays.copyOf(code, headerLength(seal, code.length));
    }

    private int headerLength(Seal seal, int whole) {
        int zones = 1 + DerLength.encode(signature.length).length + signature.length;
        for (SealFeature feature : seal.features()) {
            zones += 1 + length(feature.value().length).length + feature.value().length;
        }
        return whole - zones;
    }

    static Edit changed(byte[] code, Signer signer, Dice dice) {
        SealEdits seal;
        try {
            seal = new SealEdits(SealDecoder.decode(code), code, dice);
        } catch (FormatException e) {
            return new Edit("bytes", ByteEdits.changed(code, dice));
        }
        String what = seal.change();
        byte[] signed = seal.signed();
        if (!what.startsWith("signature") && !dice.oneIn(3)) {
            seal.signature = signer.sign(signed);
            what += ", signed again";
        }
        return new Edit(what, seal.bytes(signed));
    }

    private String change() {
        return switch (dice.below(10)) {
            case 0 -> date();
            case 1 -> type();
            case 2 -> {
                header = ByteEdits.changed(header, dice);
                yield "header bytes";
            }
            case 3, 4, 5 -> mrz();
            case 6, 7 -> feature();
            case 8 -> {
                oddLength = true;
                yield "length field";
            }
            default -> signature();
        };
    }

    private String date() {
        int number = dice.below(14) * 1_000_000
                + dice.below(33) * 10_000
                + dice.of(List.of(1899, 1900, 2000, 2026, 2027, 2100, 2999, 3000));
        int at = header.length - (dice.oneIn(2) ? 8 : 5);
        header = ByteEdits.spliced(
                header, at, at + 3, new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number});
        return "date";
    }

    private String type() {
        if (dice.oneIn(4)) {
            header = ByteEdits.spliced(header, 2, 4, HexFormat.of().parseHex(dice.of(COUNTRIES)));
            return "country";
        }
        header = ByteEdits.spliced(
                header, header.length - 2, header.length, HexFormat.of().parseHex(dice.of(TYPES)));
        return "document type";
    }

    /** One character of a C40 value, so that dates, check digits, fillers and names of the machine readable zone change. */
    private String mrz() {
        if (features.isEmpty()) {
            return feature();
        }
        int index = dice.below(features.size());
        SealFeature feature = features.get(index);
        try {
            StringBuilder text = new StringBuilder(C40.decode(feature.value()));
            for (int n = 1 + dice.below(3); n > 0 && !text.isEmpty(); n--) {
                text.setCharAt(dice.below(text.length()), MRZ.charAt(dice.below(MRZ.length())));
            }
            features.set(index, new SealFeature(feature.tag(), C40.encode(text.toString())));
            return "characters";
        } catch (FormatException e) {
            features.set(index, new SealFeature(feature.tag(), ByteEdits.changed(feature.value(), dice)));
            return "feature bytes";
        }
    }

    private String feature() {
        if (features.isEmpty() || dice.oneIn(6)) {
            features.add(new SealFeature(
                    dice.below(SIGNATURE), dice.bytes(dice.of(List.of(0, 1, 6, 127, 128, 200, 255, 300)))));
            return "feature added";
        }
        int index = dice.below(features.size());
        SealFeature feature = features.get(index);
        switch (dice.below(5)) {
            case 0 -> features.remove(index);
            case 1 -> features.add(feature);
            case 2 -> features.add(features.remove(0));
            case 3 -> features.set(index, new SealFeature(dice.below(8), feature.value()));
            default -> features.set(index, new SealFeature(feature.tag(), ByteEdits.changed(feature.value(), dice)));
        }
        return "features";
    }

    private String signature() {
        int half = signature.length / 2;
        switch (dice.below(6)) {
            case 0 -> Arrays.fill(signature, half, signature.length, (byte) 0);
            case 1 -> Arrays.fill(signature, 0, half, (byte) 0);
            case 2 -> signature = Arrays.copyOf(signature, signature.length + (dice.oneIn(2) ? 1 : -1));
            case 3 -> signature = twin(signature);
            case 4 -> signature = dice.bytes(dice.of(List.of(1, 2, 63, 64, 65, 96, 128, 132)));
            default -> signature = ByteEdits.changed(signature, dice);
        }
        return "signature";
    }

    /** (r, n − s) on P-256, where the signature is that long. */
    static byte[] twin(byte[] signature) {
        BigInteger n = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        int half = 32;
        if (signature.length != 2 * half) {
            return signature;
        }
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half));
        byte[] other = n.subtract(s).mod(n).toByteArray();
        byte[] twin = Arrays.copyOf(Arrays.copyOf(signature, half), 2 * half);
        int length = Math.min(half, other.length);
        System.arraycopy(other, other.length - length, twin, twin.length - length, length);
        return twin;
    }

    private byte[] signed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        int odd = oddLength ? dice.below(Math.max(1, features.size())) : -1;
        for (int i = 0; i < features.size(); i++) {
            byte[] value = features.get(i).value();
            out.write(features.get(i).tag());
            out.writeBytes(i == odd ? odd(value.length) : length(value.length));
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    private byte[] bytes(byte[] signed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(signed);
        out.write(SIGNATURE);
        out.writeBytes(DerLength.encode(signature.length));
        out.writeBytes(signature);
        return out.toByteArray();
    }

    private byte[] length(int length) {
        return version < 4 && length < 255 ? new byte[] {(byte) length} : DerLength.encode(length);
    }

    private byte[] odd(int length) {
        return switch (dice.below(5)) {
            case 0 -> new byte[] {(byte) 0x81, (byte) length};
            case 1 -> new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
            case 2 -> new byte[] {(byte) 0x83, 0, (byte) (length >> 8), (byte) length};
            case 3 -> new byte[] {(byte) 0x80};
            default -> length(Math.max(0, length + (dice.oneIn(2) ? 1 : -1)));
        };
    }
}
