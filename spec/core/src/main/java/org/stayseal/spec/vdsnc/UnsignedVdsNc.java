package org.stayseal.spec.vdsnc;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A VDS-NC complete but for its signature: the exact bytes that will be signed, to be recorded first (NC-29). */
public final class UnsignedVdsNc {

    private static final int MAX_WRITTEN = 2331;
    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] signedBytes;
    private final X509Certificate certificate;
    private final SignatureAlgorithm algorithm;

    private UnsignedVdsNc(byte[] signedBytes, X509Certificate certificate, SignatureAlgorithm algorithm) {
        this.signedBytes = signedBytes;
        this.certificate = certificate;
        this.algorithm = algorithm;
    }

    static UnsignedVdsNc of(VdsNc.Header header, Map<String, String> values, X509Certificate certificate) {
        ObjectNode data = JSON.createObjectNode();
        data.putObject("hdr").put("t", header.type()).put("v", header.version()).put("is", header.country());
        ObjectNode msg = data.putObject("msg");
        values.forEach(msg::put);
        return of(CanonicalJson.bytes(data), header.country(), certificate);
    }

    private static UnsignedVdsNc of(byte[] signedBytes, String country, X509Certificate certificate) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofKey(certificate.getPublicKey())
                .filter(one -> one == SignatureAlgorithm.ES256 || one == SignatureAlgorithm.ES384)
                .orElseThrow(() -> new IllegalArgumentException("a VDS-NC is signed with P-256 or P-384 (NC-28)"));
        if (VdsNcSigner.country(certificate)
                .filter(letters -> Countries.signsFor(letters, country))
                .isEmpty()) {
            throw new IllegalArgumentException("the signer's letters do not stand for " + country);
        }
        return new UnsignedVdsNc(signedBytes, certificate, algorithm);
    }

    /** The bytes that are signed (NC-10). */
    public byte[] signedBytes() {
        return signedBytes.clone();
    }

    /**
     * The code, signed, and read back from its bytes with its signature checked.
     *
     * @param signer of the certificate that this was made for
     * @throws IllegalArgumentException if the signer has another certificate
     * @throws IllegalStateException if the signer cannot sign, or signed something else, or the code is too long (NC-30)
     */
    public byte[] sign(Signer signer) {
        if (!signer.certificate().equals(certificate)) {
            throw new IllegalArgumentException("the signer has another certificate than this was made for");
        }
        return withSignature(signer.sign(signedBytes));
    }

    /** The code with a signature that was made elsewhere over {@link #signedBytes()}. */
    public byte[] withSignature(byte[] signature) {
        byte[] code = code(signature);
        if (code.length > MAX_WRITTEN) {
            throw new IllegalStateException(
                    "a code of " + code.length + " bytes, for which no QR code has room (NC-30)");
        }
        VdsNc read;
        try {
            read = VdsNcDecoder.decode(code);
        } catch (FormatException e) {
            throw new IllegalStateException("a VDS-NC that does not read back: " + e.rule(), e);
        }
        if (!read.verifies(certificate.getPublicKey())
                || !read.names(certificate)
                || !Arrays.equals(read.signedBytes(), signedBytes)) {
            throw new IllegalStateException("the signature is not one over this VDS-NC");
        }
        return code;
    }

    private byte[] code(byte[] signature) {
        try {
            ObjectNode sig = JSON.createObjectNode()
                    .put("alg", algorithm.joseName())
                    .put("cer", Base64Url.encode(certificate.getEncoded()))
                    .put("sigvl", Base64Url.encode(signature));
            String text = "{\"data\":" + new String(signedBytes, StandardCharsets.UTF_8) + ",\"sig\":"
                    + new String(CanonicalJson.bytes(sig), StandardCharsets.UTF_8) + "}";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }
}
