package org.stayseal.spec.vds;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * Writes seals of versions 3 and 4 (parts 5 and 6 of {@code spec/docs/20-vds.md}), in two steps: {@link #prepare} gives the bytes to be recorded and signed, the {@link SealDraft} then takes their signature.
 *
 * <p>Security guarantees: nothing that the profile forbids can be written, and no seal comes out that our own strict decoder does not read back to the same values.
 */
public final class SealEncoder {

    private SealEncoder() {}

    /**
     * Everything but the signature.
     *
     * @param signer certificate of the key that will sign: the header names it
     * @throws IllegalArgumentException if the request breaks its profile, or the certificate cannot sign this seal
     */
    public static SealDraft prepare(SealRequest request, X509Certificate signer) {
        Profile profile = request.profile();
        if (!profile.writable()) {
            throw new IllegalArgumentException("profile " + profile.id() + " is for reading only (VDS-19)");
        }
        if (!profile.versions().contains(request.version())) {
            throw new IllegalArgumentException("seals of type " + profile.type() + " are not written in version "
                    + request.version() + " (VDS-3, VDS-19)");
        }
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofSealKey(signer.getPublicKey())
                .filter(SignatureAlgorithm::mayWrite)
                .orElseThrow(() ->
                        new IllegalArgumentException("the signer's key is on no curve that signs new seals (VDS-15)"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HeaderCoding.write(header(request, signer)));
        writeFeatures(request, out);
        checkCapacity(profile, out.size(), algorithm.signatureLength());
        return new SealDraft(request, signer, out.toByteArray());
    }

    private static void checkCapacity(Profile profile, int signed, int signature) {
        int whole = signed + 1 + DerLength.encode(signature).length + signature;
        int room = profile.dataMatrix().isPresent()
                ? DataMatrixCapacity.bytes(profile.dataMatrix().getAsInt())
                : DataMatrixCapacity.LARGEST;
        if (whole > Math.min(room, SealDecoder.MAX_BYTES)) {
            throw new IllegalArgumentException("the seal of type " + profile.type() + " takes " + whole
                    + " bytes; its barcode has room for " + room + " (VDS-26)");
        }
    }

    private static SealHeader header(SealRequest request, X509Certificate signer) {
        String identifier = Seal.signerIdentifier(signer)
                .orElseThrow(
                        () -> new IllegalArgumentException("the signer's subject is not one C and one CN (VDS-16)"));
        BigInteger serial = signer.getSerialNumber();
        if (serial.signum() <= 0) {
            throw new IllegalArgumentException("the signer's serial number is not positive (VDS-6)");
        }
        SealHeader header = new SealHeader(
                request.version(),
                request.country(),
                identifier,
                serial.toString(16).toUpperCase(Locale.ROOT),
                request.issued(),
                request.signed(),
                request.profile().reference(),
                request.profile().category());
        if (!Countries.signsFor(header.signerCountry(), header.country())) {
            throw new IllegalArgumentException(
                    "a signer of " + header.signerCountry() + " does not sign for " + header.country() + " (VDS-16)");
        }
        return header;
    }

    private static void writeFeatures(SealRequest request, ByteArrayOutputStream out) {
        Profile profile = request.profile();
        Set<String> left = new HashSet<>(request.values().keySet());
        Set<Integer> written = new HashSet<>();
        for (FeatureRule rule : profile.rules()) {
            String text = request.values().get(rule.name());
            if (text == null && rule.mandatory()) {
                throw new IllegalArgumentException("value " + rule.name() + " is missing (VDS-19)");
            }
            if (text != null && fits(rule, text) && left.remove(rule.name())) {
                checkOwn(profile, rule, text);
                written.add(rule.tag());
                byte[] value = FeatureValue.write(rule, text);
                out.write(rule.tag());
                out.writeBytes(
                        request.version() == 3 ? new byte[] {(byte) value.length} : DerLength.encode(value.length));
                out.writeBytes(value);
            }
        }
        for (Set<Integer> group : profile.oneOf()) {
            if (group.stream().filter(written::contains).count() != 1) {
                throw new IllegalArgumentException(
                        "a seal of type " + profile.type() + " has exactly one of a group of values (VDS-19)");
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("profile " + profile.id() + " has no place for " + left + " (VDS-19)");
        }
    }

    /** What the profile says of single values: its own uuid (VDS-29), and how the document code begins (VDS-19). */
    private static void checkOwn(Profile profile, FeatureRule rule, String text) {
        if (rule.tag() == Profile.UUID_TAG
                && profile.uuid().isPresent()
                && !profile.uuid().get().equals(text)) {
            throw new IllegalArgumentException(
                    "value " + rule.name() + " is not the uuid of profile " + profile.id() + " (VDS-29)");
        }
        if (rule.mrz().isPresent()
                && !profile.documentCodes().isEmpty()
                && profile.documentCodes().stream().noneMatch(text::startsWith)) {
            throw new IllegalArgumentException("the document code of value " + rule.name() + " is none of "
                    + profile.documentCodes() + " (VDS-19)");
        }
    }

    /** Whether this is the rule for the text, where several share a name: a visa's MRZ has one tag for each size. */
    private static boolean fits(FeatureRule rule, String text) {
        return rule.mandatory()
                || rule.mrz()
                        .map(format -> text.replace("\n", "").length() == format.characters())
                        .orElse(true);
    }
}
