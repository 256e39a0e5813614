package org.stayseal.spec.idb;

import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.vds.FeatureRule;
import org.stayseal.spec.vds.FeatureValue;

/**
 * Writes codes {@code RDB1} (part 5 of {@code spec/docs/21-idb.md}), in two steps: {@link #prepare} gives the bytes to be recorded and signed, the {@link IdbDraft} then takes their signature.
 *
 * <p>Security guarantees: nothing that the table forbids can be written, no document that it does not list, and no code comes out that our own strict decoder does not read back to the same values.
 */
public final class IdbEncoder {

    private IdbEncoder() {}

    /**
     * Everything but the signature.
     *
     * @param signed signature date
     * @param signer certificate of the key that will sign: the header names it
     * @throws IllegalArgumentException if the request breaks its table, or the certificate's key cannot sign codes
     */
    public static IdbDraft prepare(IdbRequest request, LocalDate signed, X509Certificate signer) {
        IdbAlgorithm algorithm = IdbAlgorithm.ofKey(signer.getPublicKey())
                .orElseThrow(() ->
                        new IllegalArgumentException("the signer's key is on no curve that signs new codes (IDB-15)"));
        byte[] der = der(signer);
        IdbHeader header = new IdbHeader(
                request.country(), Optional.of(new IdbHeader.Signing(algorithm, Idb.reference(der), signed)));
        byte[] toBeSigned = write(request, header);
        check(request, header, toBeSigned);
        return new IdbDraft(request, signer, toBeSigned);
    }

    /**
     * A code without a signature (flags A and C): for trying out. It is never authentic (IDB-41).
     *
     * @throws IllegalArgumentException if the request breaks its table
     */
    public static Idb unsigned(IdbRequest request) {
        byte[] content = write(request, new IdbHeader(request.country(), Optional.empty()));
        return readBack(request, IdbText.write(content, false, request.compressed()));
    }

    /** The finished text, read back and compared (IDB-28). */
    static Idb readBack(IdbRequest request, String text) {
        try {
            Idb idb = IdbDecoder.decode(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            compare(request, idb);
            return idb;
        } catch (FormatException e) {
            throw new IllegalArgumentException(
                    "the code does not read back: " + e.getMessage() + " (" + e.rule() + ")", e);
        }
    }

    /** The content of a draft is read before it is signed: a signature over what may not exist is never asked for. */
    private static void check(IdbRequest request, IdbHeader header, byte[] toBeSigned) {
        try {
            Idb.Parts parts =
                    new Idb.Parts(header, messages(request), 0, toBeSigned.length, Optional.empty(), new byte[0]);
            compare(request, new Idb(IdbText.write(toBeSigned, true, false), toBeSigned, parts, Set.of()));
        } catch (FormatException e) {
            throw new IllegalArgumentException(e.getMessage() + " (" + e.rule() + ")", e);
        }
    }

    private static void compare(IdbRequest request, Idb idb) throws FormatException {
        IdbContent content = IdbTable.standard().read(idb);
        if (content.document().isEmpty()) {
            throw new IllegalArgumentException("documents of type " + content.type() + " are not written (IDB-23)");
        }
        if (!content.values().equals(request.values())) {
            throw new IllegalArgumentException("the code does not read back to the values asked for (IDB-28)");
        }
    }

    private static byte[] write(IdbRequest request, IdbHeader header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(C40.encode((header.country() + "<<").substring(0, 3)));
        header.signing().ifPresent(signing -> {
            out.write(signing.algorithm().code());
            out.writeBytes(HexFormat.of().parseHex(signing.reference()));
            out.writeBytes(new MaskedDate(signing.date().toString()).encode());
        });
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        messages(request).forEach(message -> tlv(group, message.tag(), message.value()));
        tlv(out, IdbDecoder.GROUP, group.toByteArray());
        return out.toByteArray();
    }

    static void tlv(ByteArrayOutputStream out, int tag, byte[] value) {
        out.write(tag);
        out.writeBytes(DerLength.encode(value.length));
        out.writeBytes(value);
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the signer's certificate has no DER form", e);
        }
    }

    private static List<IdbMessage> messages(IdbRequest request) {
        Set<String> left = new HashSet<>(request.values().keySet());
        List<IdbMessage> messages = new ArrayList<>();
        for (IdbMessageRule rule : IdbTable.standard().messages(request.country())) {
            value(rule, request.values(), left).ifPresent(value -> messages.add(new IdbMessage(rule.tag(), value)));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "codes of " + request.country() + " have no place for " + left + " (IDB-23)");
        }
        messages.sort(Comparator.comparingInt(IdbMessage::tag));
        return messages;
    }

    private static Optional<byte[]> value(IdbMessageRule rule, Map<String, String> values, Set<String> left) {
        if (rule.coding() == IdbCoding.FEATURES) {
            return features(rule, values, left);
        }
        String text = values.get(rule.name());
        if (text == null) {
            return Optional.empty();
        }
        left.remove(rule.name());
        return Optional.of(
                switch (rule.coding()) {
                    case FEATURE -> FeatureValue.write(rule.feature().orElseThrow(), text);
                    case MASKED_DATE -> new MaskedDate(text).encode();
                    case IMAGE, DOCUMENT_TYPE -> HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
                    case FEATURES -> throw new IllegalStateException("written feature by feature");
                });
    }

    private static Optional<byte[]> features(IdbMessageRule rule, Map<String, String> values, Set<String> left) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (FeatureRule feature : rule.features()) {
            String name = rule.name() + "." + feature.name();
            String text = values.get(name);
            if (text != null && fits(feature, text) && left.remove(name)) {
                tlv(out, feature.tag(), FeatureValue.write(feature, text));
            }
        }
        return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }

    /** Whether this is the rule for the text, where several share a name: a visa's MRZ has one tag for each size. */
    private static boolean fits(FeatureRule rule, String text) {
        return rule.mrz()
                .map(format -> text.replace("\n", "").length() == format.characters())
                .orElse(true);
    }
}
