package org.stayseal.spec.signing;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms that permits and lists are signed with: each is one curve with one hash, so a key says which algorithm it is for.
 *
 * <p>The names of COSE and JOSE are those of RFC 9053, RFC 9864 and RFC 7518. A seal names no algorithm: Doc 9303-13 2.4 takes the hash from the bit
 * length of the order of the base point, which {@link #ofSealKey} does. P-521 has no row in its table.
 *
 * <p>The table is also {@code spec/registry/algorithms.json}; a test holds both together.
 */
public enum SignatureAlgorithm {
    /** ECDSA with P-256 and SHA-256, the default. */
    ES256("ES256", new int[] {-7, -9}, "SHA-256", 32, "secp256r1", Use.READ_AND_WRITE, true),
    /** ECDSA with P-384 and SHA-384. */
    ES384("ES384", new int[] {-35, -51}, "SHA-384", 48, "secp384r1", Use.READ_AND_WRITE, true),
    /** ECDSA with P-521 and SHA-512; not for seals. */
    ES512("ES512", new int[] {-36, -52}, "SHA-512", 66, "secp521r1", Use.READ_AND_WRITE, false),
    /** ECDSA with brainpoolP256r1 and SHA-256. */
    ESB256(null, new int[] {-265}, "SHA-256", 32, "brainpoolP256r1", Use.READ_AND_WRITE, true),
    /** ECDSA with brainpoolP320r1 and SHA-384. */
    ESB320(null, new int[] {-266}, "SHA-384", 40, "brainpoolP320r1", Use.READ_AND_WRITE, true),
    /** ECDSA with brainpoolP384r1 and SHA-384. */
    ESB384(null, new int[] {-267}, "SHA-384", 48, "brainpoolP384r1", Use.READ_AND_WRITE, true),
    /** ECDSA with brainpoolP512r1 and SHA-512. */
    ESB512(null, new int[] {-268}, "SHA-512", 64, "brainpoolP512r1", Use.READ_AND_WRITE, true),
    /** ECDSA with P-224 and SHA-224: old seals, read only. */
    SEAL_P224(null, new int[0], "SHA-224", 28, "secp224r1", Use.READ_ONLY, true),
    /** ECDSA with brainpoolP224r1 and SHA-224: old German seals, read only. */
    SEAL_B224(null, new int[0], "SHA-224", 28, "brainpoolP224r1", Use.READ_ONLY, true),
    /** Ed25519 (RFC 8032); not for seals, read only. */
    ED25519("Ed25519", new int[] {-19}, "", 32, "Ed25519", Use.READ_ONLY, false);

    private enum Use {
        READ_AND_WRITE,
        READ_ONLY
    }

    private final Optional<String> joseName;
    private final int[] coseIds;
    private final String hash;
    private final int halfLength;
    private final String curve;
    private final Use use;
    private final boolean inSeals;
    private final Optional<ECParameterSpec> domain;

    SignatureAlgorithm(
            @Nullable String joseName,
            int[] coseIds,
            String hash,
            int halfLength,
            String curve,
            Use use,
            boolean inSeals) {
        this.joseName = Optional.ofNullable(joseName);
        this.coseIds = coseIds;
        this.hash = hash;
        this.halfLength = halfLength;
        this.curve = curve;
        this.use = use;
        this.inSeals = inSeals;
        this.domain = domain(curve);
    }

    /** The {@code alg} of a JWS. Fails for an algorithm that JOSE has no name for: only P-256, P-384, P-521 and Ed25519 have one. */
    public String joseName() {
        return joseName.orElseThrow(() -> new IllegalStateException("JOSE has no name for " + this));
    }

    /** The {@code alg} that we write into COSE. Fails for an algorithm that COSE has no number for. */
    public int coseId() {
        if (coseIds.length == 0) {
            throw new IllegalStateException("COSE has no number for " + this);
        }
        return coseIds[0];
    }

    /** The hash by its JCA name, such as {@code SHA-256}; empty for Ed25519, which hashes by itself. */
    public String hash() {
        return hash;
    }

    /** Bytes of r, and of s. */
    public int halfLength() {
        return halfLength;
    }

    /** Bytes of a whole raw signature. */
    public int signatureLength() {
        return 2 * halfLength;
    }

    /** The curve by its common name, such as {@code secp256r1}. */
    public String curve() {
        return curve;
    }

    /** Whether new signatures may be made with it. */
    public boolean mayWrite() {
        return use == Use.READ_AND_WRITE;
    }

    /** Whether a seal may be signed with it (Doc 9303-13 2.4). */
    public boolean inSeals() {
        return inSeals;
    }

    /**
     * Whether {@code signature} is one of this algorithm over {@code message} by {@code key}. False, too, when the key is of another algorithm: a header
     * must not choose what a key is used for.
     */
    public boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (!ofKey(key).equals(Optional.of(this))) {
            return false;
        }
        return this == ED25519
                ? RawSignatures.verifyEd25519(key, message, signature)
                : RawSignatures.verify(key, hash, message, signature);
    }

    /** The algorithm with this number in a COSE header: the polymorphic ones (-7, -35, -36) stand for their NIST curve. */
    public static Optional<SignatureAlgorithm> ofCose(long id) {
        return Arrays.stream(values())
                .filter(a -> Arrays.stream(a.coseIds).anyMatch(n -> n == id))
                .findFirst();
    }

    /** The algorithm with this name in a JWS header. */
    public static Optional<SignatureAlgorithm> ofJose(String name) {
        return Arrays.stream(values())
                .filter(a -> a.joseName.equals(Optional.of(name)))
                .findFirst();
    }

    /** The algorithm that a key is for, from its curve. Empty for a key on a curve that is not listed here. */
    public static Optional<SignatureAlgorithm> ofKey(PublicKey key) {
        if (key instanceof ECKey ec) {
            return Arrays.stream(values())
                    .filter(a -> a.domain.isPresent() && same(a.domain.get(), ec.getParams()))
                    .findFirst();
        }
        String name = key.getAlgorithm();
        return name.equals("Ed25519") || name.equals("EdDSA") && isEd25519(key)
                ? Optional.of(ED25519)
                : Optional.empty();
    }

    /** The algorithm of a seal signed by {@code key}; empty if Doc 9303-13 gives none for its curve, or we do not read it. */
    public static Optional<SignatureAlgorithm> ofSealKey(PublicKey key) {
        return ofKey(key).filter(SignatureAlgorithm::inSeals);
    }

    private static boolean isEd25519(PublicKey key) {
        return key instanceof java.security.interfaces.EdECKey ed
                && ed.getParams().getName().equals("Ed25519");
    }

    /** By values, not by name: certificates of CSCAs often carry their curve as explicit parameters. */
    private static boolean same(ECParameterSpec a, @Nullable ECParameterSpec b) {
        return b != null
                && a.getOrder().equals(b.getOrder())
                && a.getCofactor() == b.getCofactor()
                && a.getGenerator().equals(b.getGenerator())
                && a.getCurve().getField().equals(b.getCurve().getField())
                && a.getCurve().getA().equals(b.getCurve().getA())
                && a.getCurve().getB().equals(b.getCurve().getB());
    }

    private static Optional<ECParameterSpec> domain(String curve) {
        ECNamedCurveParameterSpec spec = ECNamedCurveTable.getParameterSpec(curve);
        return spec == null
                ? Optional.empty()
                : Optional.of(new ECNamedCurveSpec(curve, spec.getCurve(), spec.getG(), spec.getN(), spec.getH()));
    }
}
