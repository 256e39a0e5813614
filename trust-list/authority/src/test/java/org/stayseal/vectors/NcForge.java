package org.stayseal.vectors;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.util.BigIntegers;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vdsnc.VdsNcDecoder;
import org.stayseal.spec.vdsnc.VdsNcEncoder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes VDS-NCs that our encoder refuses to make: well signed, and wrong in one thing. */
final class NcForge {

    static final String VACC = """
            {"hdr":{"is":"UTO","t":"icao.vacc","v":1},"msg":{"pid":{"dob":"1985-03-12","i":"P4711001","n":"Muster Olena","sex":"F"},\
            "uvci":"UT0000000001","ve":[{"des":"XM68M6","dis":"RA01.0","nam":"Examplinum","vd":[{"adm":"City Clinic","ctr":"UTO","dvc":"2026-03-03","lot":"L1","seq":1}]}]}}""";

    private static final JsonMapper JSON = new JsonMapper();

    private final Signer signer;

    NcForge(Signer signer) {
        this.signer = signer;
    }

    /** What our encoder makes, signed on the day of issue. */
    String permit(Permit permit) {
        return new String(
                VdsNcEncoder.prepare(permit, permit.issueDate(), signer.certificate())
                        .sign(signer),
                StandardCharsets.UTF_8);
    }

    /** The data of a permit with something changed before it is signed. */
    String changed(Permit permit, Consumer<ObjectNode> change) {
        ObjectNode data = data(permit);
        change.accept(data);
        return signed(data);
    }

    ObjectNode data(Permit permit) {
        return read(new String(
                VdsNcEncoder.prepare(permit, permit.issueDate(), signer.certificate())
                        .signedBytes(),
                StandardCharsets.UTF_8));
    }

    static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /** This data in canonical form, signed. */
    String signed(ObjectNode data) {
        byte[] canonical = CanonicalJson.bytes(data);
        return text(new String(canonical, StandardCharsets.UTF_8), signer.sign(canonical));
    }

    /** This text in place of the data, with the signature over the canonical form of {@code means}. */
    String around(String data, ObjectNode means) {
        return text(data, signer.sign(CanonicalJson.bytes(means)));
    }

    String text(String data, byte[] signature) {
        return "{\"data\":" + data + ",\"sig\":" + sig(signer.algorithm().joseName(), padded(signature)) + "}";
    }

    String sig(String algorithm, String signature) {
        return "{\"alg\":\"" + algorithm + "\",\"cer\":\"" + padded(certificate()) + "\",\"sigvl\":\"" + signature
                + "\"}";
    }

    byte[] sign(ObjectNode data) {
        return signer.sign(CanonicalJson.bytes(data));
    }

    byte[] certificate() {
        try {
            return signer.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String padded(byte[] bytes) {
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static byte[] identity(String code) {
        try {
            return VdsNcDecoder.decode(code.getBytes(StandardCharsets.UTF_8)).identity();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** (r, n - s) of a signature on P-256. */
    static byte[] twin(byte[] signature) {
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        BigInteger order = ECNamedCurveTable.getParameterSpec("secp256r1").getN();
        byte[] twin = signature.clone();
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, order.subtract(s)), 0, twin, 32, 32);
        return twin;
    }
}
