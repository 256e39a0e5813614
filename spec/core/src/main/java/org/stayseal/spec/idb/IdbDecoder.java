package org.stayseal.spec.idb;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.ByteReader;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.registry.Limits;

/**
 * Reads a code's header, messages and signature, whatever they mean (parts 1 and 2 of {@code spec/docs/21-idb.md}).
 *
 * <p>The strict decoder takes exactly what the rules allow, and is the one to judge by. The tolerant one is for looking: it also takes deviations of IDB-30 and names them.
 */
public final class IdbDecoder {

    static final int GROUP = 0x61;
    static final int CERTIFICATE = 0x7E;
    static final int SIGNATURE = 0x7F;
    private static final int MAX_CERTIFICATE = 16_384;
    private static final int REFERENCE_LENGTH = 5;
    private static final int DATE_LENGTH = 3;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3} {0,2}");

    private IdbDecoder() {}

    /** Whether {@code code} begins as an IDB does. Says nothing of the rest. */
    public static boolean looksLikeIdb(byte[] code) {
        return IdbText.begins(new String(code, 0, Math.min(code.length, 8), StandardCharsets.ISO_8859_1));
    }

    /**
     * @param code the characters as read from a barcode, one byte each
     * @throws FormatException {@code NOT_A_PERMIT} if it does not begin as an IDB, {@code UNSUPPORTED} for a flag or an algorithm that is not known, {@code WRONG_FORMAT} for any other fault
     */
    public static Idb decode(byte[] code) throws FormatException {
        return decode(check(code), EnumSet.noneOf(IdbDeviation.class));
    }

    /**
     * Reads a code that may deviate. Tries the strict reading first; the deviations met are in {@link Idb#deviations()}.
     *
     * @throws FormatException what the strict decoder found wrong, if the tolerant one cannot read it either
     */
    public static Idb decodeTolerant(byte[] code) throws FormatException {
        String text = check(code);
        try {
            return decode(text, EnumSet.noneOf(IdbDeviation.class));
        } catch (FormatException strict) {
            try {
                return decode(text, EnumSet.of(IdbDeviation.PADDED, IdbDeviation.SHORT_COUNTRY));
            } catch (FormatException tolerant) {
                strict.addSuppressed(tolerant);
                throw strict;
            }
        }
    }

    private static String check(byte[] code) throws FormatException {
        if (!looksLikeIdb(code)) {
            throw FormatException.notAPermit("IDB-1", "does not begin with RDB1 or NDB1");
        }
        if (code.length > Limits.MAX_CODE_BYTES) {
            throw FormatException.wrongFormat(
                    "IDB-5", "code of " + code.length + " characters; at most " + Limits.MAX_CODE_BYTES + " are read");
        }
        return new String(code, StandardCharsets.ISO_8859_1);
    }

    private static Idb decode(String text, Set<IdbDeviation> allowed) throws FormatException {
        Set<IdbDeviation> met = EnumSet.noneOf(IdbDeviation.class);
        int flag = IdbText.flag(text);
        boolean signed = IdbText.isSigned(flag);
        byte[] content = IdbText.content(text, flag, allowed, met);
        ByteReader in = new ByteReader(content, "IDB-5");
        String country = country(in, allowed, met);
        Optional<IdbHeader.Signing> signing = signed ? Optional.of(signing(in)) : Optional.empty();
        int groupStart = in.position();
        List<IdbMessage> messages = messages(in);
        int signedLength = in.position();
        Optional<byte[]> certificate = Optional.empty();
        byte[] signature = new byte[0];
        if (signing.isPresent()) {
            certificate = certificate(in, signing.get());
            signature = signature(in);
        }
        if (in.remaining() > 0) {
            throw FormatException.wrongFormat(
                    signed ? "IDB-14" : "IDB-11", in.remaining() + " bytes after the end of the content");
        }
        Idb.Parts parts = new Idb.Parts(
                new IdbHeader(country, signing), messages, groupStart, signedLength, certificate, signature);
        return new Idb(text, content, parts, met);
    }

    private static String country(ByteReader in, Set<IdbDeviation> allowed, Set<IdbDeviation> met)
            throws FormatException {
        String text = C40.decode(in.take(2));
        if (text.length() == 1 && allowed.contains(IdbDeviation.SHORT_COUNTRY)) {
            met.add(IdbDeviation.SHORT_COUNTRY);
        } else if (text.length() != 3) {
            throw FormatException.wrongFormat("IDB-6", "issuing country is not three characters");
        }
        if (!COUNTRY.matcher(text).matches()) {
            throw FormatException.wrongFormat("IDB-6", "issuing country is not one to three letters with fillers");
        }
        return text.stripTrailing();
    }

    private static IdbHeader.Signing signing(ByteReader in) throws FormatException {
        Optional<IdbAlgorithm> algorithm = IdbAlgorithm.ofCode(in.next());
        if (algorithm.isEmpty()) {
            throw FormatException.unsupported("IDB-8", "a signature algorithm that this version does not know");
        }
        String reference = Hex.encode(in.take(REFERENCE_LENGTH));
        if (in.peek() == 0) {
            in.next();
        }
        byte[] date = in.take(DATE_LENGTH);
        int number = (date[0] & 0xFF) << 16 | (date[1] & 0xFF) << 8 | date[2] & 0xFF;
        Optional<LocalDate> signed = MaskedDate.exact(number);
        if (signed.isEmpty()) {
            throw FormatException.wrongFormat("IDB-10", "signature date is no day of the calendar");
        }
        if (in.peek() != GROUP) {
            throw FormatException.wrongFormat("IDB-10", "no message group after the signature date");
        }
        return new IdbHeader.Signing(algorithm.get(), reference, signed.get());
    }

    private static List<IdbMessage> messages(ByteReader in) throws FormatException {
        if (in.peek() != GROUP) {
            throw FormatException.wrongFormat("IDB-11", "no message group after the header");
        }
        in.next();
        ByteReader group = new ByteReader(in.take(DerLength.read(in, "IDB-11")), "IDB-12");
        List<IdbMessage> messages = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        while (group.remaining() > 0) {
            int tag = group.next();
            if (!seen.add(tag)) {
                throw FormatException.wrongFormat("IDB-12", "message " + IdbMessage.hex(tag) + " comes twice");
            }
            messages.add(new IdbMessage(tag, group.take(DerLength.read(group, "IDB-12"))));
        }
        if (messages.isEmpty()) {
            throw FormatException.wrongFormat("IDB-11", "message group without a message");
        }
        return messages;
    }

    private static Optional<byte[]> certificate(ByteReader in, IdbHeader.Signing signing) throws FormatException {
        if (in.peek() != CERTIFICATE) {
            return Optional.empty();
        }
        in.next();
        byte[] der = in.take(DerLength.read(in, "IDB-13"));
        if (der.length == 0 || der.length > MAX_CERTIFICATE) {
            throw FormatException.wrongFormat("IDB-13", "certificate of " + der.length + " bytes");
        }
        if (!Idb.reference(der).equals(signing.reference())) {
            throw FormatException.wrongFormat("IDB-13", "the certificate inside is not the one of the reference");
        }
        return Optional.of(der);
    }

    private static byte[] signature(ByteReader in) throws FormatException {
        if (in.peek() != SIGNATURE) {
            throw FormatException.wrongFormat("IDB-14", "no signature where one was announced");
        }
        in.next();
        byte[] signature = in.take(DerLength.read(in, "IDB-14"));
        if (signature.length == 0) {
            throw FormatException.wrongFormat("IDB-14", "empty signature");
        }
        return signature;
    }
}
