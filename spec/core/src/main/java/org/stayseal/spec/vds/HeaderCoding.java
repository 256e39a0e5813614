package org.stayseal.spec.vds;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.ByteReader;
import org.stayseal.spec.bytes.C40;

/** Country, signer identifier and certificate reference, which a header writes in C40 (VDS-4 to VDS-6). */
final class HeaderCoding {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern FIXED = Pattern.compile("[A-Z]{2}[0-9A-Z]{2}[0-9A-F]{5}");
    private static final Pattern START = Pattern.compile("[A-Z]{2}[0-9A-Z]{2}[0-9A-F]{2}");
    private static final Pattern REFERENCE = Pattern.compile("[1-9A-F][0-9A-F]*");
    private static final Pattern LOOSE_REFERENCE = Pattern.compile("[0-9A-F]+");
    private static final int MAX_REFERENCE = 40;
    private static final int FIXED_DIGITS = 5;

    private HeaderCoding() {}

    /**
     * A header of version 3 or 4.
     *
     * @throws IllegalArgumentException if the reference is too long for version 3, which has five digits for it
     */
    static byte[] write(SealHeader header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SealDecoder.MAGIC);
        out.write(header.version() - 1);
        out.writeBytes(C40.encode((header.country() + "<<").substring(0, 3)));
        out.writeBytes(C40.encode(header.signer() + (header.version() == 3 ? fixed(header) : variable(header))));
        out.writeBytes(SealDate.encode(header.issued()));
        out.writeBytes(SealDate.encode(header.signed()));
        out.write(header.featureReference());
        out.write(header.category());
        return out.toByteArray();
    }

    private static String fixed(SealHeader header) {
        if (header.reference().length() > FIXED_DIGITS) {
            throw new IllegalArgumentException(
                    "the signer's serial number has more than the five digits of version 3 (VDS-5)");
        }
        return "0".repeat(FIXED_DIGITS - header.reference().length()) + header.reference();
    }

    private static String variable(SealHeader header) {
        return String.format(Locale.ROOT, "%02X", header.reference().length()) + header.reference();
    }

    static String readCountry(ByteReader in, boolean single) throws FormatException {
        byte[] coded = in.take(2);
        String text = C40.decode(coded);
        String country = text.stripTrailing();
        if (text.length() != (single ? 1 : 3) || !COUNTRY.matcher(country).matches()) {
            throw FormatException.wrongFormat("VDS-4", "issuing country is not one to three letters with fillers");
        }
        return country;
    }

    /** Signer identifier (four characters) and reference as one string. */
    static String readReference(ByteReader in, int version, Set<Deviation> deviations) throws FormatException {
        if (version < 4 || deviations.contains(Deviation.FIXED_REFERENCE)) {
            String text = C40.decode(in.take(C40.encodedLength(9)));
            if (!FIXED.matcher(text).matches()) {
                throw FormatException.wrongFormat(
                        "VDS-5", "signer and certificate reference are not nine characters of their form");
            }
            return text;
        }
        String start = C40.decode(in.take(C40.encodedLength(6)));
        boolean decimal = deviations.contains(Deviation.DECIMAL_LENGTH);
        if (!START.matcher(start).matches()) {
            throw FormatException.wrongFormat(
                    "VDS-6", "signer and length of the certificate reference are not of their form");
        }
        int length = length(start.substring(4), decimal);
        String reference = C40.decode(in.take(C40.encodedLength(length)));
        // A reference that only the tolerant decoder reads is no serial number in its shortest form either.
        if (reference.length() != length
                || !(decimal ? LOOSE_REFERENCE : REFERENCE).matcher(reference).matches()) {
            throw FormatException.wrongFormat(
                    "VDS-6", "certificate reference is not " + length + " hexadecimal digits");
        }
        return start.substring(0, 4) + reference;
    }

    private static int length(String digits, boolean decimal) throws FormatException {
        int length;
        try {
            length = Integer.parseInt(digits, decimal ? 10 : 16);
        } catch (NumberFormatException e) {
            throw FormatException.wrongFormat("VDS-6", "length of the certificate reference is not a number");
        }
        if (length < 1 || length > MAX_REFERENCE) {
            throw FormatException.wrongFormat(
                    "VDS-6", "certificate reference of " + length + " digits; 1 to " + MAX_REFERENCE + " are read");
        }
        return length;
    }
}
