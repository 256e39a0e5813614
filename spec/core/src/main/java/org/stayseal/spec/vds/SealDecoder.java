package org.stayseal.spec.vds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.ByteReader;
import org.stayseal.spec.bytes.DerLength;

/**
 * Reads seals of versions 3 and 4, whatever their document type (parts 1 to 3 of {@code spec/docs/20-vds.md}).
 *
 * <p>The strict decoder takes exactly what the rules allow, and is the one to judge by. The tolerant one is for looking: it also takes the deviations of VDS-24 and names them.
 */
public final class SealDecoder {

    /** Most bytes of a seal (VDS-2), as {@code limits.json} says. */
    public static final int MAX_BYTES = 3116;

    static final int MAGIC = 0xDC;
    static final int SIGNATURE_TAG = 0xFF;
    private static final String TRUNCATED = "VDS-2";

    private SealDecoder() {}

    /**
     * @throws FormatException {@code NOT_A_PERMIT} if it does not start as a seal, {@code UNSUPPORTED} for another version, {@code WRONG_FORMAT} for any other fault
     */
    public static Seal decode(byte[] bytes) throws FormatException {
        check(bytes);
        return decode(bytes, EnumSet.noneOf(Deviation.class));
    }

    /**
     * Reads a seal that may deviate. Tries the strict reading first; the deviations met are in {@link Seal#deviations()}.
     *
     * @throws FormatException what the strict decoder found wrong, if no reading of VDS-24 fits either
     */
    public static Seal decodeTolerant(byte[] bytes) throws FormatException {
        check(bytes);
        FormatException first;
        try {
            return decode(bytes, EnumSet.noneOf(Deviation.class));
        } catch (FormatException e) {
            first = e;
        }
        for (Set<Deviation> deviations : TolerantReadings.all(bytes)) {
            try {
                return decode(bytes, deviations);
            } catch (FormatException e) {
                // This reading does not fit either; the next may.
                continue;
            }
        }
        throw first;
    }

    /** Whether {@code bytes} begin as a seal does. Says nothing of the rest. */
    public static boolean looksLikeSeal(byte[] bytes) {
        return bytes.length > 0 && (bytes[0] & 0xFF) == MAGIC;
    }

    private static void check(byte[] bytes) throws FormatException {
        if (!looksLikeSeal(bytes)) {
            throw FormatException.notAPermit("VDS-1", "does not begin with the magic byte of a seal");
        }
        if (bytes.length > MAX_BYTES) {
            throw FormatException.wrongFormat(
                    "VDS-2", "seal of " + bytes.length + " bytes; at most " + MAX_BYTES + " are read");
        }
    }

    private static Seal decode(byte[] bytes, Set<Deviation> deviations) throws FormatException {
        ByteReader in = new ByteReader(bytes, TRUNCATED);
        in.next();
        int version = version(in.next(), deviations);
        String country = HeaderCoding.readCountry(in, deviations.contains(Deviation.SHORT_COUNTRY));
        String signerAndReference = HeaderCoding.readReference(in, version, deviations);
        LocalDate issued = SealDate.decode(in.take(SealDate.LENGTH));
        LocalDate signed = SealDate.decode(in.take(SealDate.LENGTH));
        SealHeader header = new SealHeader(
                version,
                country,
                signerAndReference.substring(0, 4),
                signerAndReference.substring(4),
                issued,
                signed,
                in.next(),
                in.next());
        boolean rawLengths = version < 4 || deviations.contains(Deviation.RAW_LENGTH);
        List<SealFeature> features = features(in, rawLengths);
        int signedLength = in.position();
        byte[] signature = deviations.contains(Deviation.NO_SIGNATURE) ? noSignature(in) : signature(in);
        return new Seal(header, features, bytes, signedLength, signature, deviations);
    }

    private static int version(int raw, Set<Deviation> deviations) throws FormatException {
        if (raw == 0x02 || raw == 0x03 || deviations.contains(Deviation.VENDOR_VERSION)) {
            return raw + 1;
        }
        throw FormatException.unsupported("VDS-3", "version byte is neither 02 nor 03");
    }

    private static List<SealFeature> features(ByteReader in, boolean rawLengths) throws FormatException {
        List<SealFeature> features = new ArrayList<>();
        while (in.remaining() > 0 && in.peek() != SIGNATURE_TAG) {
            int tag = in.next();
            int length = rawLengths ? rawLength(in) : DerLength.read(in, "VDS-11");
            features.add(new SealFeature(tag, in.take(length)));
        }
        if (Seal.hasDuplicateTags(features)) {
            throw FormatException.wrongFormat("VDS-12", "a feature's tag comes twice");
        }
        return features;
    }

    private static int rawLength(ByteReader in) throws FormatException {
        int length = in.next();
        if (length == 0xFF) {
            throw FormatException.wrongFormat("VDS-10", "length FF before byte " + in.position());
        }
        return length;
    }

    private static byte[] signature(ByteReader in) throws FormatException {
        if (in.remaining() == 0) {
            throw FormatException.wrongFormat("VDS-13", "no signature zone");
        }
        in.next();
        byte[] signature = in.take(DerLength.read(in, "VDS-13"));
        if (signature.length == 0) {
            throw FormatException.wrongFormat("VDS-13", "empty signature");
        }
        if (in.remaining() > 0) {
            throw FormatException.wrongFormat("VDS-13", in.remaining() + " bytes after the signature");
        }
        return signature;
    }

    private static byte[] noSignature(ByteReader in) throws FormatException {
        if (in.remaining() > 0) {
            throw FormatException.wrongFormat("VDS-13", "a signature zone");
        }
        return new byte[0];
    }
}
